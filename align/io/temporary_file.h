// Files that are not there to stay.
#pragma once

#include <filesystem>
#include <string>

namespace calque::internal {

// Of this machine, fit to be part of a file name.
[[nodiscard]] std::string HostName();

// A new file without a name, in the folder that TMPDIR names: it is gone when it is closed. Gives a
// descriptor for reading and writing. Throws Error{kCannotWrite}.
[[nodiscard]] int OpenUnnamedFile();

// A file that is written under another name, beside its place, until it is whole. While this
// stands, a process that is interrupted can still remove the file.
class TemporaryFile {
 public:
  // Makes an empty file `path()`. No other process uses the name. Throws Error: kUsage where
  // another one for the same target stands, kCannotWrite.
  explicit TemporaryFile(std::filesystem::path target);
  // Removes the file where it was not committed.
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::filesystem::path& target() const { return target_; }
  // Gives the file its name, or another one in the same folder. Throws Error{kCannotWrite}.
  void Commit() { CommitAs(target_); }
  void CommitAs(const std::filesystem::path& target);

 private:
  friend void RemoveTemporaryFiles() noexcept;
  void Make() const;  // the list is held
  [[nodiscard]] bool IsMadeByAnother() const;

  std::filesystem::path target_;
  std::string path_;
  bool committed_ = false;
  TemporaryFile* previous_ = nullptr;  // in the list of all
  TemporaryFile* next_ = nullptr;
};

// Removes the files of all that stand. For a signal handler that ends the process: it does nothing
// that POSIX does not allow there, and whoever writes them does not find out.
void RemoveTemporaryFiles() noexcept;

}  // namespace calque::internal
