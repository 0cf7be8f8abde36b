#include "align/base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace calque::internal {
namespace {

constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr char32_t kByteOrderMark = 0xFEFF;

}  // namespace

std::size_t FirstInvalidUtf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  std::int64_t at = 0;
  while (at < size) {
    const std::int64_t start = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c < 0) return static_cast<std::size_t>(start);
  }
  return text.size();
}

CodePoint DecodeBeyondAscii(std::string_view text, std::size_t offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int64_t>(offset);
  UChar32 c = 0;
  U8_NEXT(bytes, at, static_cast<std::int64_t>(text.size()), c);
  if (c < 0) return {kReplacementCharacter, static_cast<std::uint32_t>(offset + 1)};
  return {static_cast<char32_t>(c), static_cast<std::uint32_t>(at)};
}

CodePoint DecodeBefore(std::string_view text, std::size_t offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  // U8_PREV takes 32-bit offsets; look at the last four bytes only.
  const std::size_t window = offset < 4 ? offset : 4;
  auto at = static_cast<std::int32_t>(window);
  UChar32 c = 0;
  U8_PREV(bytes + (offset - window), 0, at, c);
  if (c < 0) return {kReplacementCharacter, static_cast<std::uint32_t>(offset - 1)};
  return {static_cast<char32_t>(c),
          static_cast<std::uint32_t>(offset - window + static_cast<std::size_t>(at))};
}

void AppendUtf8(char32_t code_point, std::string* out) {
  char buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  UBool error = 0;
  U8_APPEND(reinterpret_cast<std::uint8_t*>(buffer), length, U8_MAX_LENGTH,
            static_cast<UChar32>(code_point), error);
  if (error) return AppendUtf8(kReplacementCharacter, out);
  out->append(buffer, static_cast<std::size_t>(length));
}

bool IsSpace(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == kZeroWidthSpace || c == kByteOrderMark;
}

bool IsBlank(char32_t c) {
  if (c < 0x80) return c == ' ' || c == '\t';
  return u_isblank(static_cast<UChar32>(c));
}

bool IsUpperBeyondAscii(char32_t c) {
  return u_isUUppercase(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}
bool IsLower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_isULowercase(static_cast<UChar32>(c));
}
bool IsLetterBeyondAscii(char32_t c) { return u_isUAlphabetic(static_cast<UChar32>(c)); }
bool IsDigitBeyondAscii(char32_t c) { return u_isdigit(static_cast<UChar32>(c)); }
bool IsMark(char32_t c) {
  return c >= 0x80 && (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}
int DigitValue(char32_t c) { return u_charDigitValue(static_cast<UChar32>(c)); }

bool IsIdeograph(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0;
}

bool IsWrittenWithoutSpaces(char32_t c) {
  if (c < 0x3000 || !IsLetter(c)) return false;
  const auto line_break = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
  return line_break == U_LB_IDEOGRAPHIC || line_break == U_LB_CONDITIONAL_JAPANESE_STARTER;
}

std::string_view TrimSpace(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const CodePoint c = DecodeAt(text, begin);
    if (!IsSpace(c.value)) break;
    begin = c.end;
  }
  std::size_t end = text.size();
  while (end > begin) {
    const CodePoint c = DecodeBefore(text, end);
    if (!IsSpace(c.value)) break;
    end = c.end;
  }
  return text.substr(begin, end - begin);
}

std::size_t WordCount(std::string_view text) {
  std::size_t words = 0;
  bool counted = false;  // the run that is open
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    at = c.end;
    if (IsSpace(c.value)) {
      counted = false;
    } else if (IsWrittenWithoutSpaces(c.value)) {
      ++words;
      counted = false;
    } else if (!counted && (IsLetter(c.value) || IsDigit(c.value))) {
      ++words;
      counted = true;
    }
  }
  return words;
}

std::size_t CodePointCount(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::string_view FirstCodePoints(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; count > 0 && end < text.size(); --count) end = DecodeAt(text, end).end;
  return text.substr(0, end);
}

}  // namespace calque::internal
