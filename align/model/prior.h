// What a lexicon and the spelling say about the candidates of a text.
#pragma once

#include "align/model/tables.h"

namespace calque::internal {

// Pseudo-counts of every cell, and of what lies outside them: a word's translations that its text
// does not hold keep their share of its prior.
struct PriorCounts {
  TranslationTables inside;
  std::vector<float> forward_outside;   // by source type
  std::vector<float> backward_outside;  // by target type
  float source_null_outside = 0.0F;
  float target_null_outside = 0.0F;
};

// A word that the lexicon lacks is seen through its prefix class. All is zero for a prior that says
// nothing.
[[nodiscard]] PriorCounts CountPrior(const ParallelText& text, const CandidateTable& candidates,
                                     const Prior& prior);

}  // namespace calque::internal
