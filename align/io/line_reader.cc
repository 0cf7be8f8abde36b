#include "align/io/line_reader.h"

#include <span>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

bool LineReader::Fill() {
  if (ended_) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t old_size = buffer_.size();
  buffer_.resize(old_size + kBlock);
  const std::size_t got = source_.Read(std::span(buffer_).subspan(old_size));
  buffer_.resize(old_size + got);
  ended_ = got == 0;
  return !ended_;
}

std::string_view LineReader::Checked(std::string_view line) const {
  if (line_ == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  const std::size_t bad = FirstInvalidUtf8(line);
  if (bad != line.size()) {
    throw Error(ErrorCode::kBadInput, {source_.name(), line_, bad + 1},
                "is not valid UTF-8; convert the file to UTF-8");
  }
  return line;
}

// A lone CR ends the lines of a file that has no LF; elsewhere it is a character of the text.
void LineReader::FindLineEnd() {
  while (buffer_.size() < kBlock && buffer_.find('\n') == std::string::npos && Fill()) {
  }
  const bool old_macintosh =
      buffer_.find('\n') == std::string::npos && buffer_.find('\r') != std::string::npos;
  ends_ = old_macintosh ? "\r\n" : "\n";
}

std::optional<std::string_view> LineReader::Next() {
  if (ends_.empty()) FindLineEnd();
  std::size_t searched = 0;  // from begin_
  for (;;) {
    const std::size_t at = ends_.size() == 1 ? buffer_.find('\n', begin_ + searched)
                                             : buffer_.find_first_of(ends_, begin_ + searched);
    if (at != std::string::npos) {
      const std::string_view line = std::string_view(buffer_).substr(begin_, at - begin_);
      begin_ = at + 1;
      ++line_;
      return Checked(line);
    }
    searched = buffer_.size() - begin_;
    if (searched > limit_) {
      throw Error(ErrorCode::kBadInput, {source_.name(), line_ + 1},
                  "a line is longer than " + std::to_string(limit_ >> 20) + " MiB; split it");
    }
    if (!Fill()) break;
  }
  if (begin_ == buffer_.size()) return std::nullopt;
  const std::string_view line = std::string_view(buffer_).substr(begin_);
  begin_ = buffer_.size();
  ++line_;
  return Checked(line);
}

}  // namespace calque::internal
