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
  std::uint32_t least_sentences = 60;  // a text with fewer on one side has too little to teach
  int iterations = 8;                  // of EM over words in each round
  double strength = 5.0;               // occurrences of each word that the model is worth
  float least_posterior = 0.1F;        // beads below it teach nothing
  double discount = 0.85;   // off every count: what is left when its own sentence is set apart
  float threshold = 1e-3F;  // translations below it are dropped
};

// How scores are weighed where a model knows the words of the pair, and where none does.
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
  // What the text itself teaches is less sure: lengths stay the main evidence, and whatever is hard
  // to match would look like an omission, so how often there are any is hardly asked of it.
  Knowledge unknown = {.length_weight = 1.0, .prior = {.run_open = 1000.0, .run_extend = 100.0}};
  double prior_weight = 1.0;
  // Off a bead that joins a headline with what follows it, where both documents have one.
  double headline_cut = 3.0;
  double length_variance = 6.0;  // before the document has been seen; see LengthModel
  double run_open = 0.01;        // of the typical run of null beads
  double run_extend = 0.3;
  int prior_iterations = 3;
};

}  // namespace calque::internal
