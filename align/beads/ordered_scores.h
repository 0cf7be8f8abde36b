// Beads of several sentences on both sides: their words keep their order roughly, so that a word is
// rendered in the sentence that stands where its own stands (IBM Model 2, Brown et al. 1993, at the
// grain of sentences).
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "align/beads/band.h"
#include "align/beads/bead_prior.h"
#include "align/beads/side_words.h"
#include "align/beads/word_table.h"

namespace calque::internal {

// Share of a sentence's words that come from anywhere in the bead; the others come from the part of
// the other side that lies opposite.
inline constexpr float kAnywhereShare = 0.3F;

// Calls `visit(i, j, shape index, score)` for every bead of the band with several sentences on both
// sides, where score is log p(words | given words) − log p(words by chance). `band` and `shapes`
// have the given side as their source.
using VisitScore = std::function<void(std::uint32_t, std::uint32_t, std::size_t, float)>;
void ScoreInOrder(const SideWords& given, const SideWords& words, const WordTable& table,
                  const Band& band, const std::vector<BeadShape>& shapes, const VisitScore& visit);

}  // namespace calque::internal
