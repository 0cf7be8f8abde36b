// What speaks for a name of one side being another name on the other side.
#pragma once

#include <cstdint>

#include "align/fidelity/check.h"
#include "align/fidelity/loose_names.h"
#include "align/fidelity/side_names.h"

namespace calque::internal {

extern const EvidenceModel kNameChanged;
// Where a part of each name is answered, all else counts for other than between whole names.
extern const EvidenceModel kGivenNameChanged;

// How far the two stand in one place, see Beside; in [0, 1].
[[nodiscard]] float OnePlace(const SideNames& source, const LooseName& a, const SideNames& target,
                             const LooseName& b);

// That `a` of the source has become `b`.
[[nodiscard]] Candidate ChangeOf(const SideNames& source, const LooseName& a,
                                 const SideNames& target, const LooseName& b, std::uint32_t bead);

}  // namespace calque::internal
