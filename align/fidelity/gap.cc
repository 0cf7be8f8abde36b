#include "align/fidelity/gap.h"

#include <string_view>

namespace calque::internal {
namespace {

bool EndsPart(const Word& word) {
  static constexpr std::string_view kMarks = ",.;:!?)";
  return word.folded.size() == 1 && kMarks.find(word.folded) != std::string_view::npos;
}

}  // namespace

bool HasGap(const SideView& side, IndexRange<Token> tokens) {
  const FidelityRules& rules = side.rules();
  const auto words = side.words();
  for (std::uint32_t i = tokens.begin; i + 1 < tokens.end; ++i) {
    const bool article = rules.articles.Contains(words[i].folded);
    const bool governs = article || rules.governors.Contains(words[i].folded);
    const Word& next = words[i + 1];
    if (governs && EndsPart(next)) return true;
    if (article && !next.capital && rules.governors.Contains(next.folded)) return true;
  }
  return false;
}

}  // namespace calque::internal
