#include "align/fidelity/quotation_marks.h"

#include <algorithm>
#include <iterator>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

// A mark with letters close on both sides stands for an apostrophe: `d"électricité`.
bool IsInWord(const SideView& side, std::uint32_t token) {
  const std::string_view text = side.document().text;
  const ByteSpan span = side.document().tokens[token].span;
  if (span.begin == 0 || span.end == text.size()) return false;
  return IsLetter(DecodeBefore(text, span.begin).value) && IsLetter(DecodeAt(text, span.end).value);
}

}  // namespace

bool IsQuotationMark(std::string_view token) {
  static constexpr std::string_view kMarks[] = {"\"", "“", "”", "„", "‟", "«", "»", "''", "``"};
  return std::find(std::begin(kMarks), std::end(kMarks), token) != std::end(kMarks);
}

std::vector<std::uint32_t> QuotationMarksIn(const SideView& side, IndexRange<Token> tokens) {
  std::vector<std::uint32_t> marks;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (IsQuotationMark(side.document().TextOf(side.document().tokens[i])) && !IsInWord(side, i)) {
      marks.push_back(i);
    }
  }
  return marks;
}

}  // namespace calque::internal
