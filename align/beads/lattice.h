// All ways to tile two documents with beads: sums over them (forward–backward) and the best one.
#pragma once

#include <cstdint>
#include <vector>

#include "align/beads/band.h"
#include "align/beads/bead_prior.h"
#include "align/beads/match_scores.h"
#include "calque/bitext.h"

namespace calque::internal {

// Log-weights of the beads of a band. The weight of a null bead is that of its place in the run
// plus its own.
struct LatticeWeights {
  BeadGrid match;
  std::vector<double> omission_of;   // by source sentence
  std::vector<double> insertion_of;  // by target sentence
  struct Run {
    double open = 0.0;
    double extend = 0.0;
    double close = 0.0;
  };
  Run omission;
  Run insertion;
};

// Probability of each bead, given the two documents.
struct BeadPosteriors {
  BeadGrid match;
  std::vector<float> omission;   // by source sentence
  std::vector<float> insertion;  // by target sentence
  BeadCounts counts;
  double log_total = 0.0;  // log of the sum over all tilings
};

class Lattice {
 public:
  // Both must outlive the lattice.
  Lattice(const Band& band, const std::vector<BeadShape>& shapes) : band_(band), shapes_(shapes) {}

  [[nodiscard]] BeadPosteriors Sum(const LatticeWeights& weights) const;

  // The tiling with the largest sum of posteriors, in text order, each bead with its posterior.
  [[nodiscard]] std::vector<Bead> Best(const BeadPosteriors& posteriors) const;

 private:
  // Log-weights of all ways to or from a cut, by what the last bead was.
  struct Ways {
    std::vector<double> match;
    std::vector<double> omission;
    std::vector<double> insertion;
    std::vector<double> closed;  // any of the three, with the run of null beads closed
    explicit Ways(std::size_t cuts);
  };
  [[nodiscard]] Ways Forward(const LatticeWeights& weights) const;
  [[nodiscard]] Ways Backward(const LatticeWeights& weights) const;
  void CollectMatches(const LatticeWeights& weights, const Ways& forward, const Ways& backward,
                      BeadPosteriors* posteriors) const;
  void CollectNull(const LatticeWeights& weights, const Ways& forward, const Ways& backward,
                   BeadPosteriors* posteriors) const;

  // The best ways to each cut: one that may go on with an omission, one that ends in an insertion.
  struct BestWays {
    std::vector<double> open;
    std::vector<double> inserted;
    std::vector<std::int32_t> move;  // what `open` ends with: the index of a shape, or kOmission
  };
  [[nodiscard]] BestWays FindBest(const BeadPosteriors& posteriors) const;

  const Band& band_;
  const std::vector<BeadShape>& shapes_;
};

}  // namespace calque::internal
