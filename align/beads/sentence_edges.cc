#include "align/beads/sentence_edges.h"

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::u32string_view kDashes = U"-‐‑‒–—―−";
constexpr std::u32string_view kQuotes = U"\"'`«»“”„‘’‚‹›「」『』";
constexpr std::u32string_view kOpeningBrackets = U"([{（［";
// `_` is how plain-text editions of books mark italics.
constexpr std::u32string_view kClosingMarks = U")]}）］_";

bool IsIn(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

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
  if (IsIn(c, kDashes)) return Mark::kDash;
  if (IsLetter(c)) return Mark::kLetter;
  return IsDigit(c) ? Mark::kDigit : Mark::kOther;
}

}  // namespace

Opening OpeningOf(std::string_view text) {
  if (text.empty()) return Opening::kNothing;
  const char32_t first = DecodeAt(text, 0).value;
  if (IsIn(first, kDashes)) return Opening::kDash;
  if (IsIn(first, kQuotes)) return Opening::kQuote;
  if (IsIn(first, kOpeningBrackets)) return Opening::kBracket;
  if (IsLower(first)) return Opening::kLower;
  if (IsLetter(first)) return Opening::kLetter;
  return IsDigit(first) ? Opening::kDigit : Opening::kOther;
}

Closing ClosingOf(std::string_view text) {
  Closing closing;
  while (!text.empty()) {
    const CodePoint last = DecodeBefore(text, text.size());
    const bool aside = IsIn(last.value, kQuotes) || IsIn(last.value, kClosingMarks);
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
