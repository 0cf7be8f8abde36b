// How often each word goes unexplained by its partner sentence, learned from the beads of the
// document: that a name has no counterpart says much, that an article has none says little.
#pragma once

#include <vector>

#include "align/beads/band.h"
#include "align/beads/bead_prior.h"
#include "align/beads/lattice.h"
#include "align/beads/side_words.h"
#include "align/beads/word_table.h"

namespace calque::internal {

struct ChanceParameters {
  double word_strength = 30.0;   // occurrences that the mean of all words is worth for each word
  double mean_strength = 50.0;   // words that the typical mean is worth
  float least_posterior = 0.1F;  // beads below it teach nothing
};

// Sets `chance` and `gain` of both tables anew by one step of EM.
void EstimateChance(const SideWords& source, const SideWords& target, const Band& band,
                    const std::vector<BeadShape>& shapes, const BeadPosteriors& posteriors,
                    const ChanceParameters& parameters, WordTables* tables);

}  // namespace calque::internal
