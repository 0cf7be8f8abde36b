// Word alignment inside the beads of a bitext.
#pragma once

#include <vector>

#include "align/model/model.h"
#include "align/model/trainer.h"
#include "align/words/link_weights.h"
#include "align/words/word_grammar.h"
#include "calque/bitext.h"

namespace calque::internal {

struct WordOptions {
  float threshold = 0.35F;                      // links of lower probability are left out
  const LinkWeights* weights = nullptr;         // of the re-scorer; else posteriors are joined
  const WordGrammar* source_grammar = nullptr;  // of the source language; may be null
  const WordGrammar* target_grammar = nullptr;
  TrainProgress progress = {};  // called while the text is learnt from; may be empty
};

// Links between tokens of the two sides of each bead, by source token, then target token. Expects
// `bitext.beads` and tokens. `model` may be null. The text itself teaches too, the more the longer
// it is.
[[nodiscard]] std::vector<WordLink> AlignWords(const Bitext& bitext, const Model* model,
                                               const WordOptions& options);

}  // namespace calque::internal
