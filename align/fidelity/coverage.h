// How well each word is rendered on the other side of its bead: what omissions and additions are
// made of, and how loose a translation is.
#pragma once

#include <array>
#include <vector>

#include "align/fidelity/evidence_model.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

// What speaks for a rendering of one word.
struct WordEvidence {
  float link = 0.0F;     // probability of its best word link
  float lexical = 0.0F;  // best log p(t|s)/p(t) or log p(s|t)/p(s) over the other side, in [0, 1]
  float form = 0.0F;     // FormSimilarity with the nearest word, 0 below kAlike
  bool linked_mention = false;
};

// Evidence of the words `here` from the words `there`; by word, punctuation left empty.
[[nodiscard]] std::vector<WordEvidence> FindEvidence(const View& view, IndexRange<Token> here,
                                                     IndexRange<Token> there);

// By token of the whole side: log-odds that nothing in its bead renders it; 0 for punctuation.
[[nodiscard]] std::vector<float> LostWords(const View& view, const FidelityWeights& weights);

// The model of one word that is lost, and the features it takes.
extern const EvidenceModel kWordModel;
inline constexpr std::size_t kWordFeatureCount = 12;
[[nodiscard]] std::array<float, kWordFeatureCount> WordFeatures(const Word& word,
                                                                const WordEvidence& evidence);

}  // namespace calque::internal
