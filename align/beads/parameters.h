// What sentence alignment weighs by. The defaults were tuned on development sets of several
// languages; none belongs to one text or one pair of languages.
#pragma once

#include <cstdint>

#include "align/beads/coarse.h"
#include "align/beads/word_table.h"

namespace calque::internal {

struct AdaptParameters {
  int rounds = 2;                // alignments after the first, each with what the last one taught
  int iterations = 4;            // of EM over words in each round
  double strength = 5.0;         // occurrences of each word that the model is worth
  float least_posterior = 0.3F;  // beads below it teach nothing
  float threshold = 1e-3F;       // translations below it are dropped
};

struct BeadParameters {
  WordTableOptions words;
  AdaptParameters adapt;
  CoarseOptions coarse;
  std::uint32_t max_long = 6;  // most sentences against a single one
  double word_weight = 0.8;
  double length_weight = 0.5;
  double prior_weight = 1.0;
  double length_variance = 6.0;  // before the document has been seen; see LengthModel
  double prior_strength = 30.0;  // beads that the typical prior is worth
  double run_strength = 4.0;     // null beads that the typical runs are worth
  double run_open = 0.01;        // of the typical run of null beads
  double run_extend = 0.3;
  int prior_iterations = 4;
};

}  // namespace calque::internal
