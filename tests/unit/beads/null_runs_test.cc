#include "align/beads/null_runs.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

// A 1-1 bead, `omitted` sentences without partner, then `inserted` ones.
std::vector<Bead> Beads(std::uint32_t omitted, std::uint32_t inserted) {
  std::vector<Bead> beads = {{{0, 1}, {0, 1}, 0.9F}};
  for (std::uint32_t i = 1; i <= omitted; ++i) {
    beads.push_back({{i, i + 1}, {1, 1}, 1.0F - 0.01F * static_cast<float>(i)});
  }
  for (std::uint32_t j = 1; j <= inserted; ++j) {
    beads.push_back({{omitted + 1, omitted + 1}, {j, j + 1}, 0.5F});
  }
  return beads;
}

TEST(NullRunsTest, ALongOmissionIsOneBead) {
  const std::vector<Bead> joined = JoinNullRuns(Beads(8, 0));
  ASSERT_EQ(joined.size(), 2U);
  EXPECT_EQ(joined[1], (Bead{{1, 9}, {1, 1}, 1.0F - 0.01F * 8.0F}));
}

TEST(NullRunsTest, OmissionAndInsertionStayApart) {
  const std::vector<Bead> joined = JoinNullRuns(Beads(3, 4));
  ASSERT_EQ(joined.size(), 3U);
  EXPECT_EQ(joined[1].source.size(), 3U);
  EXPECT_EQ(joined[2].target.size(), 4U);
}

// One of six inserted sentences was found elsewhere: three before it, two behind it.
TEST(NullRunsTest, ARunEndsWhereASentenceIsMissing) {
  std::vector<Bead> beads = Beads(0, 6);
  beads.erase(beads.begin() + 4);
  const std::vector<Bead> joined = JoinNullRuns(beads);
  ASSERT_EQ(joined.size(), 4U);
  EXPECT_EQ(joined[1].target, (IndexRange<Sentence>{1, 4}));
  EXPECT_EQ(joined[2].target, (IndexRange<Sentence>{5, 6}));
}

TEST(NullRunsTest, ShortAndVeryLongRunsStayAsTheyAre) {
  EXPECT_EQ(JoinNullRuns(Beads(2, 2)), Beads(2, 2));
  EXPECT_EQ(JoinNullRuns(Beads(9, 0)), Beads(9, 0));
  EXPECT_TRUE(JoinNullRuns({}).empty());
}

}  // namespace
}  // namespace calque::internal
