// Bytes in and out of files and standard streams. Output appears whole or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "align/io/compression.h"
#include "align/io/temporary_file.h"
#include "calque/document.h"

namespace calque::internal {

// Design §3: a document is at most this long unless the user says otherwise.
inline constexpr std::size_t kDefaultDocumentLimit = kMostTextBytes;

// The whole of a file, or of standard input for `-`. Throws Error: kMissingInput where there is no
// such file or it cannot be opened, kBadInput where it is a directory or longer than `limit` bytes.
[[nodiscard]] std::string ReadFile(const std::filesystem::path& path,
                                   std::size_t limit = kDefaultDocumentLimit);

// Writes to a temporary file beside `path` and renames it on Commit(); `-` is standard output, and
// what is no regular file (a pipe, a device) is written as it stands. A `path` that ends in `.gz`,
// `.bz2`, `.xz` or `.zst` is compressed. Destroyed without Commit(), it leaves nothing behind.
// Throws Error{kCannotWrite}.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream();
  void Write(std::string_view bytes);
  // Throws where what was written so far could not be: a full disk shows early.
  void Check();
  // Nothing more will be written; Commit() may come later. Holds no file descriptor any more.
  void Close();
  void Commit();
  // The same, and the bytes are on the disk before they have their name: a machine that dies leaves
  // the whole file or none.
  void CommitDurably();
  // The same under another name of the same folder, known only now.
  void CommitDurablyAs(const std::filesystem::path& path);

  // For writers of very many files: closes the file and leaves it to the caller, who commits it or
  // not. Null where it was written in place.
  [[nodiscard]] std::unique_ptr<TemporaryFile> Detach();

 private:
  [[noreturn]] void Fail(const std::string& reason) const;
  [[nodiscard]] std::ostream& plain();

  std::filesystem::path path_;
  std::filesystem::path target_;              // where the bytes belong; empty for standard output
  std::unique_ptr<TemporaryFile> temporary_;  // null where they are written in place
  std::ofstream file_;
  std::unique_ptr<CompressingBuffer> compressing_;
  std::unique_ptr<std::ostream> compressed_;
};

// Throws Error{kCannotWrite} where OutputFile could not write to `path` now: for what is written
// behind hours of work. Leaves nothing behind, not even when a signal that can be caught ends the
// process meanwhile.
void CheckWritable(const std::filesystem::path& path);

}  // namespace calque::internal
