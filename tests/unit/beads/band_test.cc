#include "align/beads/band.h"

#include <gtest/gtest.h>

#include "align/beads/coarse.h"

namespace calque::internal {
namespace {

TEST(BandTest, FullHoldsEveryCut) {
  const Band band = Band::Full(2, 3);
  EXPECT_EQ(band.size(), 12U);
  EXPECT_EQ(band.At(2, 3), 11U);
  EXPECT_TRUE(band.Contains(0, 3));
}

TEST(BandTest, TransposedHoldsTheSameCuts) {
  const Band band = Band::FromRows({0, 0, 2, 3}, {1, 3, 4, 5});
  const Band transposed = band.Transposed();
  EXPECT_EQ(transposed.size(), band.size());
  for (std::uint32_t i = 0; i <= 3; ++i) {
    for (std::uint32_t j = 0; j <= 5; ++j) {
      EXPECT_EQ(band.Contains(i, j), transposed.Contains(j, i)) << i << ' ' << j;
    }
  }
}

// Posteriors over a band: 1 for the 1-1 beads that start at these cuts, 0 for all others.
BeadPosteriors LikelyBeads(const Band& band, const std::vector<std::uint32_t>& diagonal) {
  BeadPosteriors posteriors;
  posteriors.match = {1, std::vector<float>(band.size(), 0.0F)};
  for (const std::uint32_t i : diagonal) posteriors.match.At(band.At(i, i), 0) = 1.0F;
  return posteriors;
}

TEST(LikelyPartTest, KeepsTheMarginAroundLikelyBeads) {
  const Band band = Band::Full(6, 6);
  const Band likely = LikelyPart(band, {{1, 1}}, LikelyBeads(band, {0, 1, 2, 3, 4, 5}), 0.5F, 1);
  EXPECT_EQ(likely.first, (std::vector<std::uint32_t>{0, 0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(likely.last, (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6, 6}));
}

TEST(LikelyPartTest, UnlikelyBeadsKeepNothing) {
  const Band band = Band::Full(3, 3);
  BeadPosteriors posteriors = LikelyBeads(band, {0, 1, 2});
  posteriors.match.At(band.At(0, 2), 0) = 0.4F;
  EXPECT_FALSE(LikelyPart(band, {{1, 1}}, posteriors, 0.5F, 1).Contains(0, 2));
  EXPECT_TRUE(LikelyPart(band, {{1, 1}}, posteriors, 0.3F, 1).Contains(0, 2));
}

// Sentences 1 to 6 of both sides are without partner: every order of leaving them out is kept.
TEST(LikelyPartTest, KeepsAllBetweenLikelyBeads) {
  const Band band = Band::Full(8, 8);
  const Band likely = LikelyPart(band, {{1, 1}}, LikelyBeads(band, {0, 7}), 0.5F, 1);
  for (std::uint32_t i = 1; i <= 7; ++i) {
    for (std::uint32_t j = 1; j <= 7; ++j) EXPECT_TRUE(likely.Contains(i, j)) << i << ' ' << j;
  }
  EXPECT_FALSE(likely.Contains(0, 7));
  EXPECT_FALSE(likely.Contains(7, 0));
}

TEST(LikelyPartTest, StaysInsideTheBand) {
  const Band band = Band::FromRows({0, 0, 1, 2}, {1, 2, 3, 3});
  const Band likely = LikelyPart(band, {{1, 1}}, LikelyBeads(band, {0, 1, 2}), 0.5F, 3);
  EXPECT_EQ(likely.first, band.first);
  EXPECT_EQ(likely.last, band.last);
}

TEST(BandTest, EmptySideIsASingleRow) {
  const Band band = Band::Full(0, 3);
  EXPECT_EQ(band.size(), 4U);
  EXPECT_EQ(band.Transposed().size(), 4U);
}

}  // namespace
}  // namespace calque::internal
