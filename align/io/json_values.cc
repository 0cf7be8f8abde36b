#include "align/io/json_values.h"

#include <algorithm>

#include "align/io/json.h"

namespace calque::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

bool IsJsonSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

void JsonValues::Fail(const std::string& what) const {
  throw Error(ErrorCode::kBadInput, location(), "is not valid JSON: " + what);
}

// Makes room by dropping what was returned; false at the end.
bool JsonValues::Fill() {
  CountLines(at_);
  buffer_.erase(0, at_);
  at_ = counted_ = 0;
  const std::size_t kept = buffer_.size();
  if (kept > limit_) {
    throw Error(ErrorCode::kBadInput, location(),
                "holds a value of more than " + std::to_string(limit_ >> 20) + " MiB; split it");
  }
  buffer_.resize(kept + kBlock);
  const std::size_t got = source_.Read(std::span(buffer_).subspan(kept));
  buffer_.resize(kept + got);
  return got > 0;
}

void JsonValues::CountLines(std::size_t end) {
  const auto at = [&](std::size_t offset) {
    return buffer_.begin() + static_cast<std::ptrdiff_t>(offset);
  };
  line_ += static_cast<std::uint64_t>(std::count(at(counted_), at(end), '\n'));
  counted_ = end;
}

// The next character that is no white space; nothing at the end.
std::optional<char> JsonValues::Peek() {
  for (;;) {
    while (at_ < buffer_.size() && IsJsonSpace(buffer_[at_])) ++at_;
    if (at_ < buffer_.size()) break;
    if (!Fill()) return std::nullopt;
  }
  CountLines(at_);
  return buffer_[at_];
}

// One past the value at `at_`. Where it is broken inside, its brackets are all that counts.
std::size_t JsonValues::EndOfValue() {
  const char first = buffer_[at_];
  if (first != '{' && first != '[' && first != '"') return EndOfScalar();
  std::size_t depth = 0;
  bool in_string = false;
  bool escaped = false;
  for (std::size_t i = at_;; ++i) {
    if (i == buffer_.size()) {
      const std::size_t scanned = i - at_;
      if (!Fill()) Fail("the file ends inside a value that begins here");
      i = at_ + scanned;
    }
    const char c = buffer_[i];
    if (in_string) {
      in_string = escaped || c != '"';
      escaped = !escaped && c == '\\';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kJsonDepthLimit) {
        Fail("it is nested deeper than " + std::to_string(kJsonDepthLimit) + " levels");
      }
    } else if (c == '}' || c == ']') {
      --depth;
    }
    if (!in_string && depth == 0) return i + 1;
  }
}

std::size_t JsonValues::EndOfScalar() {
  for (std::size_t i = at_;; ++i) {
    if (i == buffer_.size()) {
      const std::size_t scanned = i - at_;
      if (!Fill()) return at_ + scanned;
      i = at_ + scanned;
    }
    const char c = buffer_[i];
    const bool ends = IsJsonSpace(c) || c == ',' || c == ']' || c == '}';
    if (ends && i > at_) return i;
    if (ends) Fail(std::string("`") + c + "` where a value should be");
  }
}

std::optional<std::string_view> JsonValues::Next() {
  for (;;) {
    const std::optional<char> c = Peek();
    if (!c && place_ == Place::kOutside) return std::nullopt;
    if (!c) Fail("the file ends inside a list");
    if (place_ == Place::kOutside && *c == '[') {
      place_ = Place::kBeforeFirst;
    } else if (*c == ']' && (place_ == Place::kBeforeFirst || place_ == Place::kBehindValue)) {
      place_ = Place::kOutside;
    } else if (*c == ',' && place_ == Place::kBehindValue) {
      place_ = Place::kBeforeValue;
    } else {
      break;
    }
    ++at_;
  }
  if (place_ == Place::kBehindValue) Fail("there is no comma between two values of a list");
  const std::size_t end = EndOfValue();
  const std::string_view value = std::string_view(buffer_).substr(at_, end - at_);
  at_ = end;
  if (place_ != Place::kOutside) place_ = Place::kBehindValue;
  return value;
}

}  // namespace calque::internal
