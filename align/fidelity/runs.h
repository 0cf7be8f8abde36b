// Runs of words that nothing on the other side renders.
#pragma once

#include <cstdint>
#include <span>

#include "align/fidelity/scene.h"

namespace calque::internal {

struct UnrenderedRun {
  IndexRange<Token> tokens;  // empty where every word is rendered
  float sum = 0.0F;          // of the log-odds of its words, > 0
};

// The run of `tokens` with the largest sum of `lost` (maximum subarray, Bentley 1984), without
// punctuation at its ends. The first of equals.
[[nodiscard]] UnrenderedRun HeaviestRun(const SideView& side, std::span<const float> lost,
                                        IndexRange<Token> tokens);

// The same among runs of whole clauses, that is, of what stands between two marks other than
// quotes.
[[nodiscard]] UnrenderedRun HeaviestClauses(const SideView& side, std::span<const float> lost,
                                            IndexRange<Token> tokens);

// The same among runs that begin where a phrase does: behind a mark, or with a word that opens one.
// Such a word belongs to its phrase even where something renders it.
[[nodiscard]] UnrenderedRun HeaviestPhrase(const SideView& side, std::span<const float> lost,
                                           IndexRange<Token> tokens);

// Whether a word opens a phrase or a clause: a preposition, a conjunction or a relative pronoun.
[[nodiscard]] bool OpensPhrase(const SideView& side, std::uint32_t token);

struct Unrendered {
  float sum = 0.0F;   // of the log-odds of the content words more likely lost than not
  float mean = 0.0F;  // of the log-odds of all content words
};
[[nodiscard]] Unrendered UnrenderedContent(const SideView& side, std::span<const float> lost,
                                           IndexRange<Token> tokens);

// Content words among `tokens`.
[[nodiscard]] std::uint32_t CountContent(const SideView& side, IndexRange<Token> tokens);
// Words: tokens that are no punctuation.
[[nodiscard]] std::uint32_t CountWords(const SideView& side, IndexRange<Token> tokens);

}  // namespace calque::internal
