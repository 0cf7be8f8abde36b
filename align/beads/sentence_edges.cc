#include "align/beads/sentence_edges.h"

#include "align/base/marks.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

// "`" is how plain-text editions of books write a quote, `_` how they mark italics.
bool Quotes(char32_t c) { return IsQuote(c) || c == U'`'; }
bool IsAside(char32_t c) { return Quotes(c) || IsCloseBracket(c) || c == U'_'; }

Closing::Mark MarkOf(char32_t c) {
  using Mark = Closing::Mark;
  switch (c) {
    case U'.':
    case U'。':
    case U'।':
    case U'۔':
      return Mark::kStop;
    case U'!':
    case U'！':
      return Mark::kExclamation;
    case U'?':
    case U'？':
    case U'؟':
    case U'\u037E':  // the Greek question mark
      return Mark::kQuestion;
    case U':':
    case U'：':
      return Mark::kColon;
    case U';':
    case U'；':
    case U'؛':
      return Mark::kSemicolon;
    case U'…':
      return Mark::kEllipsis;
    case U',':
    case U'，':
    case U'、':
    case U'،':
      return Mark::kComma;
    default:
      break;
  }
  if (IsDash(c)) return Mark::kDash;
  if (IsLetter(c)) return Mark::kLetter;
  return IsDigit(c) ? Mark::kDigit : Mark::kOther;
}

}  // namespace

Opening OpeningOf(std::string_view text) {
  if (text.empty()) return Opening::kNothing;
  const char32_t first = DecodeAt(text, 0).value;
  if (IsDash(first)) return Opening::kDash;
  if (Quotes(first)) return Opening::kQuote;
  if (IsOpenBracket(first)) return Opening::kBracket;
  if (IsLower(first)) return Opening::kLower;
  if (IsLetter(first)) return Opening::kLetter;
  return IsDigit(first) ? Opening::kDigit : Opening::kOther;
}

Closing ClosingOf(std::string_view text) {
  Closing closing;
  while (!text.empty()) {
    const CodePoint last = DecodeBefore(text, text.size());
    const bool aside = IsAside(last.value);
    if (!aside && !IsSpace(last.value)) {
      closing.mark = text.ends_with("..") ? Closing::Mark::kEllipsis : MarkOf(last.value);
      break;
    }
    closing.quoted |= aside;
    text = text.substr(0, last.end);
  }
  return closing;
}

}  // namespace calque::internal
