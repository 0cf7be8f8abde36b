// A file in memory without reading it: pages come from the disk as they are touched and are shared
// by all processes that map the file.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace calque::internal {

// Read-only; the bytes live as long as the object. The file must not be cut short meanwhile
// (writers that rename a new file over it, as OutputFile does, are safe).
class MappedFile {
 public:
  // Throws Error: kMissingInput where there is no such file, kBadInput where it is no regular file.
  [[nodiscard]] static std::shared_ptr<const MappedFile> Open(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

  const char* data_;
  std::size_t size_;
};

}  // namespace calque::internal
