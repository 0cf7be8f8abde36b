// Translation tables and jump tables of a text: IBM Model 1, then two HMMs, one a direction, that
// are trained to agree (Liang, Taskar & Klein 2006: the E-step counts a link by the product of its
// two posteriors).
#pragma once

#include <functional>

#include "align/model/candidates.h"
#include "align/model/checkpoint.h"
#include "align/model/pair_posteriors.h"
#include "align/model/parallel_text.h"
#include "align/model/tables.h"

namespace calque::internal {

struct TrainerOptions {
  int model1_iterations = 5;
  int hmm_iterations = 5;
  double null_share = 0.2;    // probability that a word renders nothing, in (0, 1)
  std::size_t longest = 100;  // pairs with a longer side are passed over by the HMM
  float beam = 0.0F;          // of the HMM, in [0, 1), see HmmLattice
  CandidateOptions candidates = {};
};

struct TrainedTables {
  CandidateTable candidates;
  TranslationTables tables;
  JumpTables jumps;
};

// Called with the share of the work that is done, in [0, 1]; may throw to stop it.
using TrainProgress = std::function<void(double)>;

// Deterministic, whatever the number of threads. `start` are the jumps to begin with. With a
// checkpoint, the state is saved after every step, and a training that was stopped goes on from the
// last one; the tables are the same, bit by bit.
[[nodiscard]] TrainedTables TrainTables(const ParallelText& text, const TrainerOptions& options,
                                        const Prior& prior, const JumpTables& start,
                                        const TrainProgress& progress,
                                        const Checkpoint* checkpoint = nullptr);

}  // namespace calque::internal
