#include "align/segment/char_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::array<CharClass, 128> AsciiClasses() {
  std::array<CharClass, 128> classes{};
  for (char32_t c = 0; c < classes.size(); ++c) {
    CharClass kind = CharClass::kOther;
    if (c == U' ' || (c >= U'\t' && c <= U'\r')) kind = CharClass::kSpace;
    if (c >= U'A' && c <= U'Z') kind = CharClass::kUpper;
    if (c >= U'a' && c <= U'z') kind = CharClass::kLower;
    if (c >= U'0' && c <= U'9') kind = CharClass::kDigit;
    classes[c] = kind;
  }
  return classes;
}
constexpr std::array<CharClass, 128> kAscii = AsciiClasses();

bool IsUnspacedScript(UChar32 c) {
  constexpr UChar32 kFirstThai = 0x0E00;
  if (c < kFirstThai) return false;
  constexpr UChar32 kProlongedSound = 0x30FC;
  constexpr UChar32 kHalfwidthProlongedSound = 0xFF70;
  if (c == kProlongedSound || c == kHalfwidthProlongedSound) return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

CharClass LetterClass(UChar32 c, CharClass cased) {
  return IsUnspacedScript(c) ? CharClass::kUnspaced : cased;
}

CharClass ClassByCategory(UChar32 c) {
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::kUpper;
    case U_LOWERCASE_LETTER:
      return CharClass::kLower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return LetterClass(c, CharClass::kUncased);
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::kDigit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return LetterClass(c, CharClass::kMark);
    case U_FORMAT_CHAR:  // joiners, soft hyphen, direction marks
      return IsSpace(static_cast<char32_t>(c)) ? CharClass::kSpace : CharClass::kMark;
    default:
      return IsSpace(static_cast<char32_t>(c)) ? CharClass::kSpace : CharClass::kOther;
  }
}

}  // namespace

CharClass ClassOf(char32_t c) {
  return c < kAscii.size() ? kAscii[c] : ClassByCategory(static_cast<UChar32>(c));
}

ClassifiedChar CharAt(std::string_view text, std::uint32_t offset, std::uint32_t end) {
  if (offset >= end) return {U' ', offset, CharClass::kSpace};
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < kAscii.size()) return {byte, offset + 1, kAscii[byte]};
  const CodePoint c = DecodeAt(text.substr(0, end), offset);
  return {c.value, c.end, ClassOf(c.value)};
}

ClassifiedChar CharBefore(std::string_view text, std::uint32_t offset, std::uint32_t begin) {
  if (offset <= begin) return {U' ', offset, CharClass::kSpace};
  const auto byte = static_cast<unsigned char>(text[offset - 1]);
  if (byte < kAscii.size()) return {byte, offset - 1, kAscii[byte]};
  const CodePoint c = DecodeBefore(text, offset);
  return {c.value, c.end, ClassOf(c.value)};
}

}  // namespace calque::internal
