#include "align/beads/bead_prior.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace calque::internal {
namespace {

// Relative weight of a shape in translated prose: 1-1, then falling with each sentence more.
double TypicalWeight(BeadShape shape) {
  const double smaller = std::min(shape.source, shape.target);
  const double larger = std::max(shape.source, shape.target);
  return std::pow(0.1, smaller - 1.0) * std::pow(0.25, larger - smaller) *
         (larger > smaller ? 0.3 : 1.0) * (smaller > 1.0 ? 0.15 : 1.0);
}

BeadPrior::Run EstimateRun(const BeadPrior::Run& typical, const BeadCounts::Run& counts,
                           double chances, const PriorStrength& strength) {
  BeadPrior::Run run;
  run.open = (counts.open + strength.run_open * typical.open) / (chances + strength.run_open);
  run.extend = (counts.extend + strength.run_extend * typical.extend) /
               (counts.open + counts.extend + strength.run_extend);
  return run;
}

}  // namespace

std::vector<BeadShape> BeadShapes(std::uint32_t max_side, std::uint32_t max_long) {
  std::vector<BeadShape> shapes;
  const std::uint32_t most = std::max(max_side, max_long);
  for (std::uint32_t source = 1; source <= most; ++source) {
    for (std::uint32_t target = 1; target <= most; ++target) {
      const bool square = std::max(source, target) <= max_side;
      const bool single = std::min(source, target) == 1;
      if (square || single) shapes.push_back({source, target});
    }
  }
  return shapes;
}

BeadPrior BeadPrior::Typical(std::uint32_t max_side, std::uint32_t max_long, const Run& run) {
  BeadPrior prior;
  prior.omission = prior.insertion = run;
  prior.shapes = BeadShapes(max_side, max_long);
  for (const BeadShape& shape : prior.shapes) prior.shape.push_back(TypicalWeight(shape));
  const double total = std::accumulate(prior.shape.begin(), prior.shape.end(), 0.0);
  for (double& weight : prior.shape) weight /= total;
  return prior;
}

BeadPrior Estimate(const BeadPrior& typical, const BeadCounts& counts,
                   const PriorStrength& strength) {
  BeadPrior prior = typical;
  const double beads = std::accumulate(counts.shape.begin(), counts.shape.end(), 0.0);
  for (std::size_t k = 0; k < prior.shape.size(); ++k) {
    prior.shape[k] =
        (counts.shape[k] + strength.shape * typical.shape[k]) / (beads + strength.shape);
  }
  const double chances = beads + counts.omission.open + counts.insertion.open;
  prior.omission = EstimateRun(typical.omission, counts.omission, chances, strength);
  prior.insertion = EstimateRun(typical.insertion, counts.insertion, chances, strength);
  return prior;
}

}  // namespace calque::internal
