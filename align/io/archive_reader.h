// The members of a zip, tar or 7z archive, one after the other (libarchive).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "align/io/byte_source.h"

namespace calque::internal {

// As much of a file as it is known to be an archive by.
inline constexpr std::size_t kArchiveHead = 512;

// Whether bytes that begin so are a zip, tar or 7z archive.
[[nodiscard]] bool IsArchive(std::string_view head);
// Whether it is one that can only be read where its source can seek: 7z.
[[nodiscard]] bool IsReadFromItsEnd(std::string_view head);

class ArchiveReader {
 public:
  // A source that can seek is read by its directory, as zip wants it and 7z needs it.
  explicit ArchiveReader(std::unique_ptr<ByteSource> source);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  // The name of the next regular file (valid UTF-8 without control characters, relative, no `..` in
  // it); nothing at the end. Hidden files and folders are left out.
  //
  // Throws Error{kBadInput} for a member that is refused: a link or device, an absolute name, one
  // with `..` in it, or encrypted; the next call goes on behind it. Throws as well where the
  // archive is damaged or cut off; then there is nothing behind it.
  [[nodiscard]] std::optional<std::string> Next();

  // The bytes of that member, named `archive!member`; usable until the next call of Next().
  [[nodiscard]] std::unique_ptr<ByteSource> OpenMember();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque::internal
