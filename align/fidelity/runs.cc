#include "align/fidelity/runs.h"

#include <algorithm>

#include "align/fidelity/quotation_marks.h"

namespace calque::internal {
namespace {

std::uint32_t Count(const SideView& side, IndexRange<Token> tokens, bool (*counts)(const Word&)) {
  const auto words = side.words().subspan(tokens.begin, tokens.size());
  return static_cast<std::uint32_t>(std::count_if(words.begin(), words.end(), counts));
}

void TrimPunctuation(const SideView& side, IndexRange<Token>* tokens) {
  const auto words = side.words();
  while (!tokens->empty() && words[tokens->begin].IsPunctuation()) ++tokens->begin;
  while (!tokens->empty() && words[tokens->end - 1].IsPunctuation()) --tokens->end;
}

// Quotation marks stand in the middle of clauses.
bool PartsClauses(const SideView& side, std::uint32_t token) {
  const Document& document = side.document();
  return side.words()[token].IsPunctuation() &&
         !IsQuotationMark(document.TextOf(document.tokens[token]));
}

}  // namespace

UnrenderedRun HeaviestRun(const SideView& side, std::span<const float> lost,
                          IndexRange<Token> tokens) {
  UnrenderedRun best;
  UnrenderedRun current{{tokens.begin, tokens.begin}, 0.0F};
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (current.sum <= 0.0F) current = {{i, i}, 0.0F};
    current.sum += lost[i];
    current.tokens.end = i + 1;
    if (current.sum > best.sum) best = current;
  }
  TrimPunctuation(side, &best.tokens);
  return best;
}

UnrenderedRun HeaviestClauses(const SideView& side, std::span<const float> lost,
                              IndexRange<Token> tokens) {
  UnrenderedRun best;
  UnrenderedRun current{{tokens.begin, tokens.begin}, 0.0F};
  float clause = 0.0F;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    clause += lost[i];
    if (i + 1 < tokens.end && !PartsClauses(side, i)) continue;
    current.sum += clause;
    current.tokens.end = i + 1;
    clause = 0.0F;
    if (current.sum > best.sum) best = current;
    if (current.sum <= 0.0F) current = {{i + 1, i + 1}, 0.0F};
  }
  TrimPunctuation(side, &best.tokens);
  return best;
}

UnrenderedRun HeaviestPhrase(const SideView& side, std::span<const float> lost,
                             IndexRange<Token> tokens) {
  UnrenderedRun best;
  UnrenderedRun current;
  bool inside = false;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const bool opens = OpensPhrase(side, i);
    if (!inside) {
      const bool behind_mark = i == tokens.begin || PartsClauses(side, i - 1);
      if (side.words()[i].IsPunctuation() || !(opens || behind_mark)) continue;
      current = {{i, i}, 0.0F};
    }
    inside = true;
    current.sum += opens && i == current.tokens.begin ? std::max(lost[i], 0.0F) : lost[i];
    current.tokens.end = i + 1;
    if (current.sum > best.sum) best = current;
    inside = current.sum > 0.0F || (opens && i == current.tokens.begin);
  }
  TrimPunctuation(side, &best.tokens);
  return best;
}

bool OpensPhrase(const SideView& side, std::uint32_t token) {
  const FidelityRules& rules = side.rules();
  const std::string& folded = side.words()[token].folded;
  return rules.openers.Contains(folded) || rules.relatives.Contains(folded) ||
         rules.conjunctions.Contains(folded);
}

Unrendered UnrenderedContent(const SideView& side, std::span<const float> lost,
                             IndexRange<Token> tokens) {
  Unrendered found;
  float count = 0.0F;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (!side.words()[i].HasContent()) continue;
    found.mean += lost[i];
    count += 1.0F;
    found.sum += std::max(lost[i], 0.0F);
  }
  if (count > 0.0F) found.mean /= count;
  return found;
}

std::uint32_t CountContent(const SideView& side, IndexRange<Token> tokens) {
  return Count(side, tokens, [](const Word& word) { return word.HasContent(); });
}

std::uint32_t CountWords(const SideView& side, IndexRange<Token> tokens) {
  return Count(side, tokens, [](const Word& word) { return !word.IsPunctuation(); });
}

}  // namespace calque::internal
