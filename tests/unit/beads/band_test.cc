#include "align/beads/band.h"

#include <gtest/gtest.h>

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

TEST(BandTest, EmptySideIsASingleRow) {
  const Band band = Band::Full(0, 3);
  EXPECT_EQ(band.size(), 4U);
  EXPECT_EQ(band.Transposed().size(), 4U);
}

}  // namespace
}  // namespace calque::internal
