// Long omissions and insertions: several sentences in a row without partner are one bead.
#pragma once

#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

// Fewest and most sentences of such a bead. One or two sentences are dropped each for its own
// reason; a stretch longer than a bead is text that the other side never had.
inline constexpr std::uint32_t kShortestNullRun = 3;
inline constexpr std::uint32_t kLongestNullRun = 8;

// Joins the null beads of one side whose sentences follow each other, where there are as many as
// said above. The score of the joint bead is the lowest of its parts. `beads` are in text order.
[[nodiscard]] std::vector<Bead> JoinNullRuns(const std::vector<Bead>& beads);

}  // namespace calque::internal
