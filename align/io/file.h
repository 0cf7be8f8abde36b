// Bytes in and out of files and standard streams. Output appears whole or not at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace calque::internal {

// Design §3: a document is at most this long unless the user says otherwise.
inline constexpr std::size_t kDefaultDocumentLimit = std::size_t{64} << 20;

// The whole of a file, or of standard input for `-`. Throws Error: kMissingInput where there is no
// such file or it cannot be opened, kBadInput where it is a directory or longer than `limit` bytes.
[[nodiscard]] std::string ReadFile(const std::filesystem::path& path,
                                   std::size_t limit = kDefaultDocumentLimit);

// Writes to a temporary file beside `path` and renames it on Commit(); `-` is standard output.
// Destroyed without Commit(), it leaves nothing behind. Throws Error{kCannotWrite}.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream();
  void Write(std::string_view bytes);
  // Nothing more will be written; Commit() may come later. Holds no file descriptor any more.
  void Close();
  void Commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  std::ofstream file_;
  bool committed_ = false;
};

}  // namespace calque::internal
