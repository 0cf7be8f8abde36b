// What a document teaches about its own words.
#pragma once

#include <memory>

#include "align/beads/band.h"
#include "align/beads/lattice.h"
#include "align/beads/parameters.h"
#include "align/beads/side_words.h"
#include "align/model/lexicon.h"

namespace calque::internal {

// A lexicon trained on the beads of a document, each by its posterior, on top of `model` (may be
// null).
[[nodiscard]] std::unique_ptr<Lexicon> LearnWords(const SideWords& source, const SideWords& target,
                                                  const Band& band,
                                                  const std::vector<BeadShape>& shapes,
                                                  const BeadPosteriors& posteriors,
                                                  const Lexicon* model,
                                                  const AdaptParameters& parameters);

}  // namespace calque::internal
