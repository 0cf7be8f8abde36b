// Posteriors of all beads, with the prior, the lengths and the marks estimated from the document
// itself (EM).
#pragma once

#include <vector>

#include "align/beads/bead_prior.h"
#include "align/beads/edge_model.h"
#include "align/beads/lattice.h"
#include "align/beads/length_model.h"
#include "align/beads/match_scores.h"
#include "align/beads/parameters.h"

namespace calque::internal {

class BeadEstimator {
 public:
  // All references must outlive the estimator.
  BeadEstimator(const SideWords& source, const SideWords& target, const BeadParameters& parameters);

  // Runs EM with these word scores of the beads of `band`; what was estimated goes on from the last
  // call, the prior where the shapes are the same.
  [[nodiscard]] BeadPosteriors Estimate(const Band& band, const BeadPrior& typical,
                                        const BeadGrid& word_scores, const Knowledge& knowledge);

  // What words, lengths and marks say of the bead that starts at (i, j), as log-odds against
  // chance.
  [[nodiscard]] double Weight(std::uint32_t i, std::uint32_t j, BeadShape shape, double word_score,
                              double length_weight) const;

 private:
  [[nodiscard]] LatticeWeights Weigh(const Band& band, const BeadGrid& word_scores,
                                     double length_weight) const;
  [[nodiscard]] LatticeWeights::Run Weigh(const BeadPrior::Run& run) const;
  void EstimateLengths(const Band& band, const BeadPosteriors& posteriors);
  [[nodiscard]] const LengthModel::Overlap& Source(std::uint32_t begin, std::uint32_t size) const {
    return source_overlaps_[begin * LengthModel::kMaxSize + size - 1];
  }
  [[nodiscard]] const LengthModel::Overlap& Target(std::uint32_t begin, std::uint32_t size) const {
    return target_overlaps_[begin * LengthModel::kMaxSize + size - 1];
  }

  const BeadParameters& parameters_;
  LengthModel lengths_;
  std::vector<LengthModel::Overlap> source_overlaps_;  // by first sentence, then size
  std::vector<LengthModel::Overlap> target_overlaps_;
  EdgeModel edges_;
  const BeadShape headlines_;  // sentences up to the end of each headline; 0 unless both have one
  BeadPrior prior_;
};

}  // namespace calque::internal
