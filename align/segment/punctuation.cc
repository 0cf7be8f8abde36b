#include "align/segment/punctuation.h"

#include <unicode/uchar.h>

#include "align/segment/char_class.h"

namespace calque::internal {

TerminatorKind TerminatorOf(char32_t c) {
  switch (c) {
    case U'.':
      return TerminatorKind::kPeriod;
    case U'!':
    case 0x203C:
    case 0x2048:
    case 0x2049:
      return TerminatorKind::kExclamation;
    case U'?':
    case 0x203D:
    case 0x2047:
    case 0x061F:
      return TerminatorKind::kQuestion;
    case 0x2026:
      return TerminatorKind::kEllipsis;
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
      return TerminatorKind::kFull;
    default:
      break;
  }
  constexpr char32_t kFirstOther = 0x037E;
  const bool punctuation_block = c >= 0x2000 && c < 0x2E00;
  if (c < kFirstOther || punctuation_block) return TerminatorKind::kNone;
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) ? TerminatorKind::kExclamation
                                                                    : TerminatorKind::kNone;
}

bool IsQuote(char32_t c) {
  if (c == U'"' || c == U'\'' || c == 0xAB || c == 0xBB) return true;
  if (c < 0x2018) return false;
  return c <= 0x201F || c == 0x2039 || c == 0x203A || (c >= 0x300C && c <= 0x300F) ||
         (c >= 0x301D && c <= 0x301F) || c == 0xFF02;
}

bool OpensQuotation(char32_t c) {
  switch (c) {
    case 0xAB:
    case 0x2018:
    case 0x201A:
    case 0x201C:
    case 0x201E:
    case 0x2039:
    case 0x300C:
    case 0x300E:
    case 0x301D:
      return true;
    default:
      return false;
  }
}

bool ClosesAfterSpace(char32_t c) { return c == 0xBB || c == 0x203A || c == 0x201D; }

bool IsOpenBracket(char32_t c) {
  return c < 0x80 ? c == U'(' || c == U'[' || c == U'{'
                  : u_charType(static_cast<UChar32>(c)) == U_START_PUNCTUATION && !IsQuote(c);
}

bool IsCloseBracket(char32_t c) {
  return c < 0x80 ? c == U')' || c == U']' || c == U'}'
                  : u_charType(static_cast<UChar32>(c)) == U_END_PUNCTUATION && !IsQuote(c);
}

bool IsDash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool IsBullet(char32_t c) {
  return c == U'*' || c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x2219 || c == 0x25AA ||
         c == 0x25CF || c == 0x25E6 || c == 0x00B7;
}

std::uint32_t EmoticonEnd(std::string_view text, std::uint32_t at, std::uint32_t end) {
  constexpr std::string_view kEyes = ":;=";
  constexpr std::string_view kNoses = "-^o'";
  constexpr std::string_view kMouths = ")(DPp|/\\*";
  if (at >= end || kEyes.find(text[at]) == std::string_view::npos) return at;
  std::uint32_t mouth = at + 1;
  if (mouth < end && kNoses.find(text[mouth]) != std::string_view::npos) ++mouth;
  std::uint32_t after = mouth;
  while (after < end && text[after] == text[mouth] &&
         kMouths.find(text[mouth]) != std::string_view::npos) {
    ++after;
  }
  const bool alone = after > mouth && CharAt(text, after, end).kind == CharClass::kSpace;
  return alone ? after : at;
}

}  // namespace calque::internal
