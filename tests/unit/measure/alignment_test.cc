#include "align/measure/alignment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using ::testing::HasSubstr;

AlignmentScore Score(std::string_view gold, std::string_view test) {
  AlignmentScore score;
  score.Add(ParseBeadLines(gold, "gold"), ParseBeadLines(test, "test"));
  return score;
}

TEST(AlignmentScoreTest, PerfectIsOne) {
  const AlignmentScore score = Score("0:0\n1,2:1\n", "1,2:1\t0.97\n0:0\n");
  EXPECT_DOUBLE_EQ(score.Strict().f1, 1.0);
  EXPECT_DOUBLE_EQ(score.Lax().f1, 1.0);
}

// Worked by hand after score.py: of four test beads two are strictly right, one more touches gold.
TEST(AlignmentScoreTest, CountsNullBeadsInPrecisionOnly) {
  const AlignmentScore score = Score("0:0\n1,2:1\n:2\n3:3\n", "0:0\n1:1\n2:\n3:2,3\n");
  EXPECT_DOUBLE_EQ(score.Strict().precision, 1.0 / 4);
  EXPECT_DOUBLE_EQ(score.Strict().recall, 1.0 / 3);
  EXPECT_DOUBLE_EQ(score.Lax().precision, 3.0 / 4);
  EXPECT_DOUBLE_EQ(score.Lax().recall, 1.0);
}

TEST(AlignmentScoreTest, NullBeadIsRightOnlyWhenGoldHasIt) {
  const AlignmentScore score = Score("0:0\n1:\n", "0:0\n1:\n:1\n");
  EXPECT_DOUBLE_EQ(score.Strict().precision, 2.0 / 3);
  EXPECT_DOUBLE_EQ(score.Lax().precision, 2.0 / 3);
  EXPECT_DOUBLE_EQ(score.Strict().recall, 1.0);
}

TEST(AlignmentScoreTest, SumsOverDocuments) {
  AlignmentScore score;
  score.Add(ParseBeadLines("0:0\n", "a"), ParseBeadLines("0:0\n", "a"));
  score.Add(ParseBeadLines("0:0\n1:1\n2:2\n", "b"), ParseBeadLines("0,1:0\n2:1,2\n", "b"));
  EXPECT_DOUBLE_EQ(score.Strict().precision, 1.0 / 3);
  EXPECT_DOUBLE_EQ(score.Strict().recall, 1.0 / 4);
}

TEST(AlignmentScoreTest, CountsShapes) {
  const AlignmentScore score = Score("0:0\n1,2:1\n3:2\n", "0:0\n1:1\n2,3:2\n");
  EXPECT_EQ((score.shapes().at({1, 1}).gold), 2U);
  EXPECT_EQ((score.shapes().at({1, 1}).test), 2U);
  EXPECT_EQ((score.shapes().at({1, 1}).found), 1U);
  EXPECT_EQ((score.shapes().at({2, 1}).found), 0U);
}

TEST(AlignmentScoreTest, EmptyScoresZero) {
  EXPECT_DOUBLE_EQ(Score("", "").Strict().f1, 0.0);
  EXPECT_DOUBLE_EQ(Score("0:0\n", "").Lax().f1, 0.0);
}

TEST(ParseBeadLinesTest, SaysWhereALineIsWrong) {
  const auto message = [](std::string_view text) -> std::string {
    return test::ErrorOf([&] { (void)ParseBeadLines(text, "x.beads"); }).what();
  };
  EXPECT_THAT(message("0:0\n1-1\n"), HasSubstr("x.beads:2:2: not a bead"));
  EXPECT_THAT(message("0,:0\n"), HasSubstr("x.beads:1:3: a sentence number must follow"));
  EXPECT_THAT(message("0:1 0.5\n"), HasSubstr("x.beads:1:4: unexpected character"));
  EXPECT_THAT(message("1,1:0\n"), HasSubstr("x.beads:1:3: sentence numbers must rise"));
  EXPECT_THAT(message("99999999999:0\n"), HasSubstr("x.beads:1:1: sentence number too large"));
  EXPECT_NO_THROW((void)ParseBeadLines("0:0\r\n\n:1\t1\n", "x.beads"));
}

}  // namespace
}  // namespace calque::internal
