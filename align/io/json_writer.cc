#include "align/io/json_writer.h"

#include <algorithm>
#include <utility>

#include "align/io/number_text.h"

namespace calque::internal {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

void AppendEscaped(char c, std::string* out) {
  switch (c) {
    case '"':
    case '\\':
      *out += '\\';
      *out += c;
      return;
    case '\n':
      *out += "\\n";
      return;
    case '\r':
      *out += "\\r";
      return;
    case '\t':
      *out += "\\t";
      return;
    default:
      *out += "\\u00";
      *out += kHexDigits[static_cast<unsigned char>(c) >> 4];
      *out += kHexDigits[static_cast<unsigned char>(c) & 15];
  }
}

bool NeedsEscape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

// Line ends to some readers of JSON Lines, so they never stand in a value as they are.
constexpr std::pair<std::string_view, std::string_view> kLineEnds[] = {
    {"\xC2\x85", "\\u0085"}, {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}};

// How many bytes of `rest` were written as an escape.
std::size_t AppendLineEnd(std::string_view rest, std::string* out) {
  for (const auto& [bytes, escape] : kLineEnds) {
    if (!rest.starts_with(bytes)) continue;
    *out += escape;
    return bytes.size();
  }
  return 0;
}

}  // namespace

void JsonWriter::Separate() {
  if (!first_) *out_ += ',';
  first_ = false;
}

void JsonWriter::BeginObject() {
  Separate();
  *out_ += '{';
  first_ = true;
}

void JsonWriter::EndObject() {
  *out_ += '}';
  first_ = false;
}

void JsonWriter::BeginArray() {
  Separate();
  *out_ += '[';
  first_ = true;
}

void JsonWriter::EndArray() {
  *out_ += ']';
  first_ = false;
}

void JsonWriter::Key(std::string_view key) {
  String(key);
  *out_ += ':';
  first_ = true;
}

void JsonWriter::String(std::string_view value) {
  Separate();
  *out_ += '"';
  std::size_t begin = 0;  // of what was not yet written
  for (std::size_t at = 0; at < value.size();) {
    const char c = value[at];
    const bool may_end_line = c == '\xC2' || c == '\xE2';
    if (!may_end_line && !NeedsEscape(c)) {
      ++at;
      continue;
    }
    out_->append(value, begin, at - begin);
    begin = at;
    if (may_end_line) {
      begin += AppendLineEnd(value.substr(at), out_);
    } else {
      AppendEscaped(c, out_);
      ++begin;
    }
    at = std::max(at + 1, begin);
  }
  out_->append(value, begin);
  *out_ += '"';
}

void JsonWriter::Unsigned(std::uint64_t value) {
  Separate();
  *out_ += std::to_string(value);
}

void JsonWriter::Null() {
  Separate();
  *out_ += "null";
}

void JsonWriter::Bool(bool value) {
  Separate();
  *out_ += value ? "true" : "false";
}

void JsonWriter::Float(float value) {
  Separate();
  *out_ += FloatText(value);
}

}  // namespace calque::internal
