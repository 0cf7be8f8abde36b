#include "align/measure/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calque/error.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using testing::ElementsAre;
using testing::Pair;

WordScore Score(std::string_view gold, std::string_view test) {
  const auto golds = ParseLinkLines(gold, "gold");
  const auto tests = ParseLinkLines(test, "test");
  WordScore score;
  for (std::size_t i = 0; i < golds.size(); ++i) score.Add(golds[i], tests[i]);
  return score;
}

TEST(ParseLinkLines, ReadsSureAndPossibleLinks) {
  const auto pairs = ParseLinkLines("1-0 0?2 0p3\n\n7-7:0.97 7-7\r\n", "x");
  ASSERT_EQ(pairs.size(), 3U);
  EXPECT_THAT(pairs[0].sure, ElementsAre(Pair(1, 0)));
  EXPECT_THAT(pairs[0].possible, ElementsAre(Pair(0, 2), Pair(0, 3), Pair(1, 0)));
  EXPECT_TRUE(pairs[1].possible.empty());
  EXPECT_THAT(pairs[2].sure, ElementsAre(Pair(7, 7)));
}

TEST(ParseLinkLines, NamesThePlaceOfWhatIsNoLink) {
  EXPECT_THAT(test::ErrorOf([] { (void)ParseLinkLines("0-0\n0-1 1=2\n", "x"); }).what(),
              testing::StartsWith("x:2:7: "));
  EXPECT_THROW((void)ParseLinkLines("a-b", "x"), Error);
  EXPECT_THROW((void)ParseLinkLines("1-2x", "x"), Error);
  EXPECT_THROW((void)ParseLinkLines("99999999999-1", "x"), Error);
}

// Worked by hand: A has 4 links, 2 of them sure, 3 possible or sure; S has 3.
TEST(WordScore, FollowsTheDefinition) {
  const WordScore score = Score("0-0 1-1 2-2 2?3", "0-0 1-1 2-3 5-5");
  EXPECT_DOUBLE_EQ(score.Precision(), 3.0 / 4);
  EXPECT_DOUBLE_EQ(score.Recall(), 2.0 / 3);
  EXPECT_DOUBLE_EQ(score.ErrorRate(), 1.0 - 5.0 / 7);
}

TEST(WordScore, IsZeroErrorForGoldItself) {
  EXPECT_DOUBLE_EQ(Score("0-0 1-1\n2-2\n", "0-0 1-1\n2-2\n").ErrorRate(), 0.0);
}

TEST(WordScore, AddsUpOverPairs) {
  EXPECT_DOUBLE_EQ(Score("0-0\n0-0\n", "0-0\n1-1\n").Precision(), 0.5);
}

TEST(WordScore, EmptyIsNoDivisionByZero) {
  EXPECT_DOUBLE_EQ(WordScore().ErrorRate(), 0.0);
  EXPECT_DOUBLE_EQ(WordScore().Precision(), 0.0);
}

}  // namespace
}  // namespace calque::internal
