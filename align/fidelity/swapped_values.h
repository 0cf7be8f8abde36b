// Values that both sides have and that stand in each other's places: `from 3 % to 5 %` for `de 5 %
// à 3 %`.
#pragma once

#include <cstdint>
#include <vector>

#include "align/fidelity/check.h"
#include "align/fidelity/value_balance.h"

namespace calque::internal {

extern const EvidenceModel kValueSwapped;

// Pairs of values of one kind that the translation has in the other order, with what the words
// around them say about it. None in a bead of more than 40 values, such as a table.
[[nodiscard]] std::vector<Candidate> FindSwappedValues(const Scene& scene, const BeadValues& values,
                                                       std::uint32_t bead);

}  // namespace calque::internal
