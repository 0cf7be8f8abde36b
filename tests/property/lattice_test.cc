// Forward–backward over a band against the sum over every tiling, written out.
#include "align/beads/lattice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "align/base/hash.h"
#include "tests/support/tilings.h"

namespace calque::internal {
namespace {

using testing::FloatNear;
using testing::Pointwise;

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

  const BeadPosteriors all = test::PosteriorsOf(band, shapes, weights);
  EXPECT_NEAR(posteriors.log_total, all.log_total, 1e-6);
  EXPECT_THAT(posteriors.match.values, Pointwise(FloatNear(1e-5F), all.match.values));
  EXPECT_THAT(posteriors.omission, Pointwise(FloatNear(1e-5F), all.omission));
  EXPECT_THAT(posteriors.insertion, Pointwise(FloatNear(1e-5F), all.insertion));
}

TEST_P(LatticeTest, BestIsTheTilingOfMostPosterior) {
  const auto shapes = BeadShapes(3, 3);
  const Band band = RandomBand(Draw(6) + 1, Draw(6) + 1);
  const LatticeWeights weights = RandomWeights(band, shapes);
  const BeadPosteriors posteriors = Lattice(band, shapes).Sum(weights);
  double best = 0.0;
  test::Tilings(band, shapes, weights).ForEach([&](const std::vector<Bead>& beads, double) {
    best = std::max(best, test::SumOf(beads, band, shapes, posteriors));
  });
  const std::vector<Bead> found = Lattice(band, shapes).Best(posteriors);
  EXPECT_NEAR(test::SumOf(found, band, shapes, posteriors), best, 1e-5);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LatticeTest, testing::Range<std::uint64_t>(0, 24));

}  // namespace
}  // namespace calque::internal
