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

 private:
  [[nodiscard]] LatticeWeights Weigh(const Band& band, const BeadGrid& word_scores,
                                     double length_weight) const;
  [[nodiscard]] LatticeWeights::Run Weigh(const BeadPrior::Run& run) const;
  void EstimateLengths(const Band& band, const BeadPosteriors& posteriors);
  [[nodiscard]] float SourceLength(std::uint32_t begin, std::uint32_t size) const {
    return source_sums_[begin + size] - source_sums_[begin];
  }
  [[nodiscard]] float TargetLength(std::uint32_t begin, std::uint32_t size) const {
    return target_sums_[begin + size] - target_sums_[begin];
  }

  const BeadParameters& parameters_;
  std::vector<float> source_sums_;  // of the lengths before each sentence
  std::vector<float> target_sums_;
  LengthModel lengths_;
  EdgeModel edges_;
  BeadPrior prior_;
};

}  // namespace calque::internal
