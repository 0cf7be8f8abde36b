// All ways to tile two short documents with beads, one by one: what the lattice is held against.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <vector>

#include "align/beads/lattice.h"

namespace calque::test {

class Tilings {
 public:
  // All references must outlive the tilings.
  Tilings(const internal::Band& band, const std::vector<internal::BeadShape>& shapes,
          const internal::LatticeWeights& weights)
      : band_(band), shapes_(shapes), weights_(weights) {}

  using Visit = std::function<void(const std::vector<Bead>&, double weight)>;
  void ForEach(const Visit& visit) { Extend(0, 0, Last::kMatch, 0.0, visit); }

 private:
  enum class Last { kMatch, kOmission, kInsertion };

  [[nodiscard]] double Close(Last last) const {
    if (last == Last::kOmission) return weights_.omission.close;
    return last == Last::kInsertion ? weights_.insertion.close : 0.0;
  }
  void Step(Bead bead, Last last, double weight, const Visit& visit) {
    if (bead.source.end > band_.source_count() || bead.target.end > band_.target_count()) return;
    if (!band_.Contains(bead.source.end, bead.target.end)) return;
    beads_.push_back(bead);
    Extend(bead.source.end, bead.target.end, last, weight, visit);
    beads_.pop_back();
  }
  void Extend(std::uint32_t i, std::uint32_t j, Last last, double weight, const Visit& visit) {
    if (i == band_.source_count() && j == band_.target_count()) visit(beads_, weight + Close(last));
    for (std::size_t k = 0; k < shapes_.size(); ++k) {
      const float match = weights_.match.At(band_.At(i, j), k);
      if (match == -std::numeric_limits<float>::infinity()) continue;
      Step({{i, i + shapes_[k].source}, {j, j + shapes_[k].target}}, Last::kMatch,
           weight + Close(last) + match, visit);
    }
    if (last != Last::kInsertion) {
      const double more =
          last == Last::kOmission ? weights_.omission.extend : weights_.omission.open;
      const double own = i < band_.source_count() ? weights_.omission_of[i] : 0.0;
      Step({{i, i + 1}, {j, j}}, Last::kOmission, weight + more + own, visit);
    }
    const double more = last == Last::kInsertion ? weights_.insertion.extend
                                                 : Close(last) + weights_.insertion.open;
    const double own = j < band_.target_count() ? weights_.insertion_of[j] : 0.0;
    Step({{i, i}, {j, j + 1}}, Last::kInsertion, weight + more + own, visit);
  }

  const internal::Band& band_;
  const std::vector<internal::BeadShape>& shapes_;
  const internal::LatticeWeights& weights_;
  std::vector<Bead> beads_;
};

// Probabilities of all beads by brute force: the mass of the tilings that hold each.
inline internal::BeadPosteriors PosteriorsOf(const internal::Band& band,
                                             const std::vector<internal::BeadShape>& shapes,
                                             const internal::LatticeWeights& weights) {
  double total = 0.0;
  std::vector<double> match(weights.match.values.size(), 0.0);
  std::vector<double> omission(band.source_count(), 0.0);
  std::vector<double> insertion(band.target_count(), 0.0);
  Tilings(band, shapes, weights).ForEach([&](const std::vector<Bead>& beads, double weight) {
    const double mass = std::exp(weight);
    total += mass;
    for (const Bead& bead : beads) {
      if (bead.target.empty()) omission[bead.source.begin] += mass;
      if (bead.source.empty()) insertion[bead.target.begin] += mass;
      for (std::size_t k = 0; k < shapes.size(); ++k) {
        if (shapes[k].source != bead.source.size() || shapes[k].target != bead.target.size()) {
          continue;
        }
        match[band.At(bead.source.begin, bead.target.begin) * shapes.size() + k] += mass;
      }
    }
  });
  internal::BeadPosteriors posteriors;
  posteriors.log_total = std::log(total);
  posteriors.match.shape_count = shapes.size();
  const auto share = [&](double mass) { return static_cast<float>(mass / total); };
  std::transform(match.begin(), match.end(), std::back_inserter(posteriors.match.values), share);
  std::transform(omission.begin(), omission.end(), std::back_inserter(posteriors.omission), share);
  std::transform(insertion.begin(), insertion.end(), std::back_inserter(posteriors.insertion),
                 share);
  return posteriors;
}

// The sum of posteriors of a tiling, which the best one has most of.
inline double SumOf(const std::vector<Bead>& beads, const internal::Band& band,
                    const std::vector<internal::BeadShape>& shapes,
                    const internal::BeadPosteriors& posteriors) {
  double sum = 0.0;
  for (const Bead& bead : beads) {
    if (bead.target.empty()) sum += posteriors.omission[bead.source.begin];
    if (bead.source.empty()) sum += posteriors.insertion[bead.target.begin];
    for (std::size_t k = 0; k < shapes.size(); ++k) {
      if (shapes[k].source == bead.source.size() && shapes[k].target == bead.target.size()) {
        sum += posteriors.match.At(band.At(bead.source.begin, bead.target.begin), k);
      }
    }
  }
  return sum;
}

}  // namespace calque::test
