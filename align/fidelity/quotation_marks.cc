#include "align/fidelity/quotation_marks.h"

#include <algorithm>
#include <iterator>

namespace calque::internal {

bool IsQuotationMark(std::string_view token) {
  static constexpr std::string_view kMarks[] = {"\"", "“", "”", "„", "‟", "«", "»", "''", "``"};
  return std::find(std::begin(kMarks), std::end(kMarks), token) != std::end(kMarks);
}

std::vector<std::uint32_t> QuotationMarksIn(const SideView& side, IndexRange<Token> tokens) {
  std::vector<std::uint32_t> marks;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (IsQuotationMark(side.document().TextOf(side.document().tokens[i]))) marks.push_back(i);
  }
  return marks;
}

}  // namespace calque::internal
