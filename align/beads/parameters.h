// What sentence alignment weighs by. The defaults were tuned on development sets of several
// languages; none belongs to one text or one pair of languages.
#pragma once

#include <cstdint>

#include "align/beads/bead_prior.h"
#include "align/beads/coarse.h"
#include "align/beads/edge_model.h"
#include "align/beads/word_chance.h"
#include "align/beads/word_table.h"

namespace calque::internal {

struct AdaptParameters {
  // Alignments after the first, each with what the last one taught.
  int rounds_with_model = 1;
  int rounds_alone = 2;
  std::uint32_t least_sentences = 150;  // a text with fewer on one side has too little to teach
  int iterations = 4;                   // of EM over words in each round
  double strength = 5.0;                // occurrences of each word that the model is worth
  float least_posterior = 0.3F;         // beads below it teach nothing
  double discount = 0.7;    // off every count: what is left when its own sentence is set apart
  float threshold = 1e-3F;  // translations below it are dropped
};

// How scores are weighed while the words of the pair are known, and while they are not.
struct Knowledge {
  double length_weight;  // beside words
  PriorStrength prior;
};

struct BeadParameters {
  WordTableOptions words;
  AdaptParameters adapt;
  CoarseOptions coarse;
  EdgeParameters edges;
  ChanceParameters chance;
  std::uint32_t max_long = 6;  // most sentences against a single one
  double word_weight = 0.8;
  Knowledge known = {.length_weight = 0.5, .prior = {}};
  // While no words are known, lengths are the main evidence, and all that is hard to match would
  // look like an omission: how often there are any is not asked of the document yet.
  Knowledge unknown = {.length_weight = 1.0, .prior = {.run_open = 1000.0, .run_extend = 100.0}};
  double prior_weight = 1.0;
  double length_variance = 6.0;  // before the document has been seen; see LengthModel
  double run_open = 0.01;        // of the typical run of null beads
  double run_extend = 0.3;
  int prior_iterations = 4;
};

}  // namespace calque::internal
