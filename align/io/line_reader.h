// Lines of a byte source, one at a time, in memory bounded by the longest line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "align/io/byte_source.h"
#include "calque/error.h"

namespace calque::internal {

// A line of a bitext file may hold two whole documents, escaped.
inline constexpr std::size_t kDefaultLineLimit = std::size_t{256} << 20;

class LineReader {
 public:
  // `source` must outlive the reader.
  explicit LineReader(ByteSource& source, std::size_t limit = kDefaultLineLimit)
      : source_(source), limit_(limit) {}

  // The next line without its LF or CR LF, or without its CR in a file that has no LF in its first
  // block; a byte-order mark at the start of the first taken off; valid until the next call.
  // Nothing at the end. Throws Error{kBadInput} where a line is not valid UTF-8 or longer than
  // `limit` bytes.
  [[nodiscard]] std::optional<std::string_view> Next();

  // Of the line last returned.
  [[nodiscard]] Location location() const { return {source_.name(), line_, 0}; }

 private:
  [[nodiscard]] bool Fill();
  void FindLineEnd();
  [[nodiscard]] std::string_view Checked(std::string_view line) const;

  ByteSource& source_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what was not yet returned
  std::uint64_t line_ = 0;
  bool ended_ = false;
  std::string_view ends_;  // the bytes that end a line; empty before the first one
};

}  // namespace calque::internal
