#include "align/fidelity/gap.h"

#include <string_view>

#include "align/base/marks.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

bool IsOneOf(const Word& word, std::string_view marks) {
  return word.folded.size() == 1 && marks.find(word.folded) != std::string_view::npos;
}
bool EndsPart(const Word& word) { return IsOneOf(word, ",.;:!?)"); }
bool IsClosingQuote(std::string_view text) { return ClosesAfterSpace(DecodeAt(text, 0).value); }

class Gaps {
 public:
  explicit Gaps(const SideView& side) : side_(side), rules_(side.rules()) {}

  // Whether a word is gone between two neighbours.
  [[nodiscard]] bool Between(std::uint32_t token) const {
    const Word& word = side_.words()[token];
    const Word& next = side_.words()[token + 1];
    const bool article = Is(rules_.articles, token);
    const bool governs = article || Is(rules_.governors, token);
    if (governs && (EndsPart(next) || IsClosingQuote(Text(token + 1)))) return true;
    if (article && !next.capital && Is(rules_.governors, token + 1)) return true;
    if (IsOneOf(word, ",:(") && IsOneOf(next, ",.;:)")) return true;
    if (next.capital) return false;
    return (Is(rules_.nominal, token) && Is(rules_.finite, token + 1)) ||
           (Is(rules_.elided, token) && rules_.elided_before.Contains(next.folded.substr(0, 1)) &&
            !Is(rules_.unelided, token + 1));
  }

 private:
  [[nodiscard]] std::string_view Text(std::uint32_t token) const {
    return side_.document().TextOf(side_.document().tokens[token]);
  }
  [[nodiscard]] bool Is(const PhraseSet& set, std::uint32_t token) const {
    return set.Contains(side_.words()[token].folded);
  }

  const SideView& side_;
  const FidelityRules& rules_;
};

}  // namespace

std::vector<std::uint32_t> FindGaps(const SideView& side, IndexRange<Token> tokens) {
  const Gaps gaps(side);
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = tokens.begin; i + 1 < tokens.end; ++i) {
    if (gaps.Between(i)) found.push_back(i);
  }
  return found;
}

bool HasGap(const SideView& side, IndexRange<Token> tokens) {
  return !FindGaps(side, tokens).empty();
}

}  // namespace calque::internal
