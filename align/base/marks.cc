#include "align/base/marks.h"

#include <unicode/uchar.h>

#include "align/base/utf8.h"

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

bool IsTerminator(std::string_view token) {
  for (std::size_t at = 0; at < token.size();) {
    const CodePoint c = DecodeAt(token, at);
    if (TerminatorOf(c.value) == TerminatorKind::kNone) return false;
    at = c.end;
  }
  return !token.empty();
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

bool ClosesQuotation(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case 0xBB:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x203A:
    case 0x300D:
    case 0x300F:
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
  return c == U'*' || c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x2219 || c == 0x25A0 ||
         c == 0x25AA || c == 0x25CF || c == 0x25E6 || c == 0x00B7;
}

}  // namespace calque::internal
