#include "align/fidelity/runs.h"

#include <algorithm>

namespace calque::internal {
namespace {

std::uint32_t Count(const SideView& side, IndexRange<Token> tokens, bool (*counts)(const Word&)) {
  const auto words = side.words().subspan(tokens.begin, tokens.size());
  return static_cast<std::uint32_t>(std::count_if(words.begin(), words.end(), counts));
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
  while (!best.tokens.empty() && side.words()[best.tokens.begin].IsPunctuation()) {
    ++best.tokens.begin;
  }
  return best;
}

std::uint32_t CountContent(const SideView& side, IndexRange<Token> tokens) {
  return Count(side, tokens, [](const Word& word) { return word.HasContent(); });
}

std::uint32_t CountWords(const SideView& side, IndexRange<Token> tokens) {
  return Count(side, tokens, [](const Word& word) { return !word.IsPunctuation(); });
}

}  // namespace calque::internal
