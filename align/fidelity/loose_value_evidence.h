// What says whether a value that the other side lacks is a departure.
#pragma once

#include <vector>

#include "align/fidelity/evidence_model.h"
#include "align/fidelity/scene.h"
#include "align/fidelity/value_balance.h"

namespace calque::internal {

extern const EvidenceModel kValueMissing;
extern const EvidenceModel kValueExtra;
// Amounts in words, `four actresses`: languages have ways of their own to count in words, so that
// their loss is weighed apart.
extern const EvidenceModel kNumberWordMissing;
extern const EvidenceModel kNumberWordExtra;

struct LooseValueEvidence {
  const EvidenceModel* model = nullptr;
  std::vector<float> features;  // of the model
};

// Of a value of the side that the view looks from. `paired` is log(1 + values of the bead that
// agree), `loose` log(1 + further values that do not).
[[nodiscard]] LooseValueEvidence EvidenceOf(const View& view, const Bead& bead,
                                            const LooseValue& value, float paired, float loose);

}  // namespace calque::internal
