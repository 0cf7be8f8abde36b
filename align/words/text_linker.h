// Word links of the sentence pairs of one text.
//
// The tables of the model are adapted to the text by a step or two of the two HMMs trained to
// agree; without a model they are learnt from the text alone. A link's probability is what a
// trained re-scorer makes of both directions' posteriors; without one, their geometric mean.
#pragma once

#include <cstdint>
#include <vector>

#include "align/model/model.h"
#include "align/model/parallel_text.h"
#include "align/model/trainer.h"
#include "align/words/link_features.h"
#include "align/words/link_weights.h"

namespace calque::internal {

// Positions in the two sides of a sentence pair.
struct PairLink {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float probability = 0.0F;  // that a person would link the two, in [0, 1]

  friend bool operator==(const PairLink&, const PairLink&) = default;
};

class TextLinker {
 public:
  // Memory of one thread, kept between pairs.
  struct Scratch {
    PairPosteriors posteriors;
    CellGrid grid;
  };

  // `model` and `weights` may be null. All must outlive the linker.
  TextLinker(const ParallelText& text, const Model* model, const LinkWeights* weights,
             const TrainProgress& progress);

  // Links of at least `threshold`, by source position, then target position. Safe to call from any
  // number of threads, each with a scratch of its own.
  [[nodiscard]] std::vector<PairLink> Links(std::size_t pair, float threshold,
                                            Scratch* scratch) const;
  // All that may be links, in the same order, before they are weighed.
  [[nodiscard]] std::vector<LinkCandidate> Candidates(std::size_t pair, Scratch* scratch) const;
  [[nodiscard]] Scratch NewScratch() const {
    return {{trained_.candidates, trained_.tables, trained_.jumps, beam_}, {}};
  }

 private:
  const ParallelText& text_;
  const LinkWeights* weights_;
  float beam_;  // of the HMM
  TrainedTables trained_;
  WordFacts facts_;
};

}  // namespace calque::internal
