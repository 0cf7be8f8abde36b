// Forward–backward over a band against the sum over every tiling, written out.
#include "align/beads/lattice.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "align/base/hash.h"

namespace calque::internal {
namespace {

enum class Last { kMatch, kOmission, kInsertion };

// All tilings of a band, one by one.
class Tilings {
 public:
  Tilings(const Band& band, const std::vector<BeadShape>& shapes, const LatticeWeights& weights)
      : band_(band), shapes_(shapes), weights_(weights) {}

  using Visit = std::function<void(const std::vector<Bead>&, double weight)>;
  void ForEach(const Visit& visit) { Extend(0, 0, Last::kMatch, 0.0, visit); }

 private:
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

  const Band& band_;
  const std::vector<BeadShape>& shapes_;
  const LatticeWeights& weights_;
  std::vector<Bead> beads_;
};

class LatticeTest : public testing::TestWithParam<std::uint64_t> {
 protected:
  double Draw() { return static_cast<double>(Mix(++state_) >> 11) * 0x1p-53; }
  std::uint32_t Draw(std::uint32_t below) {
    return static_cast<std::uint32_t>(Mix(++state_) % below);
  }
  // A band around a random path.
  Band RandomBand(std::uint32_t source, std::uint32_t target) {
    std::vector<std::uint32_t> first(source + 1, 0);
    std::vector<std::uint32_t> last(source + 1, target);
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    for (std::uint32_t i = 0; i <= source; ++i) {
      first[i] = from;
      to = std::max(to, std::min(target, from + Draw(4)));
      last[i] = to;
      from = std::min(to, from + Draw(3));
    }
    last[source] = target;
    return Band::FromRows(first, last);
  }
  LatticeWeights RandomWeights(const Band& band, const std::vector<BeadShape>& shapes) {
    LatticeWeights weights;
    weights.match = {shapes.size(), std::vector<float>(band.size() * shapes.size(),
                                                       -std::numeric_limits<float>::infinity())};
    ForEachBead(band, shapes, [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
      weights.match.At(band.At(i, j), k) = static_cast<float>(Draw() * 6.0 - 4.0);
    });
    weights.omission = {-2.0 - Draw(), -1.0, -0.4};
    weights.insertion = {-2.0 - Draw(), -1.2, -0.3};
    for (std::uint32_t i = 0; i < band.source_count(); ++i) {
      weights.omission_of.push_back(Draw() - 0.5);
    }
    for (std::uint32_t j = 0; j < band.target_count(); ++j) {
      weights.insertion_of.push_back(Draw() - 0.5);
    }
    return weights;
  }
  std::uint64_t state_ = GetParam() * 1000;
};

TEST_P(LatticeTest, EqualsTheSumOverAllTilings) {
  const auto shapes = BeadShapes(3, 3);
  const std::uint32_t source = Draw(5);
  const std::uint32_t target = Draw(5);
  const Band band = GetParam() % 2 == 0 ? Band::Full(source, target) : RandomBand(source, target);
  const LatticeWeights weights = RandomWeights(band, shapes);
  const BeadPosteriors posteriors = Lattice(band, shapes).Sum(weights);

  double total = 0.0;
  BeadGrid match{shapes.size(), std::vector<float>(weights.match.values.size(), 0.0F)};
  std::vector<double> omission(source, 0.0);
  std::vector<double> insertion(target, 0.0);
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
        match.At(band.At(bead.source.begin, bead.target.begin), k) += static_cast<float>(mass);
      }
    }
  });
  EXPECT_NEAR(posteriors.log_total, std::log(total), 1e-6);
  for (std::size_t at = 0; at < match.values.size(); ++at) {
    EXPECT_NEAR(posteriors.match.values[at], match.values[at] / total, 1e-5);
  }
  for (std::uint32_t i = 0; i < source; ++i) {
    EXPECT_NEAR(posteriors.omission[i], omission[i] / total, 1e-5);
  }
  for (std::uint32_t j = 0; j < target; ++j) {
    EXPECT_NEAR(posteriors.insertion[j], insertion[j] / total, 1e-5);
  }
}

TEST_P(LatticeTest, BestIsTheTilingOfMostPosterior) {
  const auto shapes = BeadShapes(3, 3);
  const Band band = RandomBand(Draw(6) + 1, Draw(6) + 1);
  const LatticeWeights weights = RandomWeights(band, shapes);
  const BeadPosteriors posteriors = Lattice(band, shapes).Sum(weights);
  const auto sum = [](const std::vector<Bead>& beads) {
    double scores = 0.0;
    for (const Bead& bead : beads) scores += bead.score;
    return scores;
  };
  const auto score = [&](std::vector<Bead> beads) {
    for (Bead& bead : beads) {
      if (bead.target.empty()) bead.score = posteriors.omission[bead.source.begin];
      if (bead.source.empty()) bead.score = posteriors.insertion[bead.target.begin];
      for (std::size_t k = 0; k < shapes.size(); ++k) {
        if (shapes[k].source == bead.source.size() && shapes[k].target == bead.target.size()) {
          bead.score = posteriors.match.At(band.At(bead.source.begin, bead.target.begin), k);
        }
      }
    }
    return sum(beads);
  };
  double best = 0.0;
  Tilings(band, shapes, weights).ForEach([&](const std::vector<Bead>& beads, double) {
    best = std::max(best, score(beads));
  });
  EXPECT_NEAR(sum(Lattice(band, shapes).Best(posteriors)), best, 1e-5);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LatticeTest, testing::Range<std::uint64_t>(0, 24));

}  // namespace
}  // namespace calque::internal
