// Where a streaming reader takes its bytes from: memory, a file, standard input, or a member of an
// archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace calque::internal {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills the front of `buffer` and says how much; 0 at the end only. Throws Error{kBadInput} where
  // the bytes cannot be had.
  [[nodiscard]] virtual std::size_t Read(std::span<char> buffer) = 0;
  // What messages call it: a path, `standard input`, `archive!member`.
  [[nodiscard]] virtual const std::string& name() const = 0;

  // How many bytes there are in all, where Seek() is possible.
  [[nodiscard]] virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
  // The next Read() is from `offset`. Precondition: size() says something, offset <= size().
  virtual void Seek(std::uint64_t /*offset*/) {}
};

// The bytes must outlive the source.
[[nodiscard]] std::unique_ptr<ByteSource> OpenMemory(std::string_view bytes, std::string name);

// A file as it is, or standard input for `-`. Throws Error: kMissingInput where there is no such
// file, kBadInput where it is a directory.
[[nodiscard]] std::unique_ptr<ByteSource> OpenPlainFile(const std::string& path);

// Puts bytes that were taken from the front of `rest` (to recognise a format) back.
[[nodiscard]] std::unique_ptr<ByteSource> Prepend(std::string bytes,
                                                  std::unique_ptr<ByteSource> rest);

// `source` where it can seek, else its bytes in an unnamed file on disk, which can. Throws
// Error{kCannotWrite} where the disk does not take them.
[[nodiscard]] std::unique_ptr<ByteSource> MakeSeekable(std::unique_ptr<ByteSource> source);

// The first `size` bytes, fewer where the source is shorter.
[[nodiscard]] std::string ReadHead(ByteSource& source, std::size_t size);

// All bytes. Throws Error{kBadInput} above `limit` bytes.
[[nodiscard]] std::string ReadAll(ByteSource& source, std::size_t limit);

}  // namespace calque::internal
