// How well each word is rendered on the other side of its bead: what omissions and additions are
// made of, and how loose a translation is.
#pragma once

#include <array>
#include <vector>

#include "align/fidelity/evidence_model.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

// Evidence of the words `here` from the words `there`; by word, punctuation left empty.
[[nodiscard]] std::vector<WordEvidence> FindEvidence(const View& view, IndexRange<Token> here,
                                                     IndexRange<Token> there);

// How strongly the lexicon gives a word of this side for one of the other, or that for this: the
// logarithm of p(t|s)/p(t) or p(s|t)/p(s), whichever is larger, in [0, 1].
[[nodiscard]] float LexicalEvidenceOf(const View& view, const Word& word, const Word& other);

// Of one whole side, each word asked within its bead.
[[nodiscard]] Coverage CoverageOf(const View& view, const FidelityWeights& weights);

// The model of one word that is lost, and the features it takes.
extern const EvidenceModel kWordModel;
inline constexpr std::size_t kWordFeatureCount = 16;
[[nodiscard]] std::array<float, kWordFeatureCount> WordFeatures(const Word& word,
                                                                const WordEvidence& evidence);

}  // namespace calque::internal
