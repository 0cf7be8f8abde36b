// IBM Model 1 (Brown et al. 1993, equations 13–16), both directions in one run over the text.
#pragma once

#include <memory>

#include "align/model/candidates.h"
#include "align/model/lexicon.h"
#include "align/model/parallel_text.h"
#include "align/model/tables.h"

namespace calque::internal {

struct Ibm1Options {
  int iterations = 5;         // >= 0
  double null_share = 0.2;    // probability that a word renders nothing, in (0, 1)
  double discount = 0.0;      // off every count in the last iteration; see TableEstimator
  float threshold = 1e-4F;    // translations below it are left out
  std::size_t longest = 400;  // pairs with a longer side are passed over
  CandidateOptions candidates = {};
};

// Probabilities of the types of `text`. With a prior the result is that lexicon adapted to `text`
// (MAP estimate), over the types of `text` only. Deterministic. Time and memory grow with the pairs
// of words that meet; for much text give `candidates` a limit.
[[nodiscard]] std::unique_ptr<Lexicon> TrainLexicon(const ParallelText& text,
                                                    const Ibm1Options& options = {},
                                                    const Prior& prior = {});

// One E-step: the expected counts of `text` under `tables`.
void CountLinks(const ParallelText& text, const CandidateTable& candidates,
                const TranslationTables& tables, const Ibm1Options& options, CountTables* counts);

}  // namespace calque::internal
