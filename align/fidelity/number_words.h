// Numbers in words that the other side lacks: `four actresses`. Languages have ways of their own to
// count in words, so that their loss is weighed apart from that of figures.
#pragma once

#include <vector>

#include "align/fidelity/evidence_model.h"
#include "align/fidelity/scene.h"
#include "align/fidelity/value_balance.h"
#include "align/fidelity/value_facts.h"

namespace calque::internal {

extern const EvidenceModel kNumberWordMissing;
extern const EvidenceModel kNumberWordExtra;

// Whether the value is an amount in words.
[[nodiscard]] bool IsNumberWord(const ValueFacts& facts);

// The features of both models for a value of the side that the view looks from. `paired` is log(1 +
// values of the bead that agree), `loose` log(1 + further values that do not).
[[nodiscard]] std::vector<float> NumberWordFeatures(const View& view, const Bead& bead,
                                                    const LooseValue& value, float paired,
                                                    float loose);

}  // namespace calque::internal
