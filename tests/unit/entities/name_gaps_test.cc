#include "align/entities/name_gaps.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace calque::internal {
namespace {

float Odds(const NameGaps& gaps, std::string_view left, std::string_view right) {
  return NameGaps::LogOdds(gaps.KindOf(left), gaps.KindOf(right));
}

NameGaps Shipped(std::string_view language) {
  const std::filesystem::path names = CALQUE_SOURCE_DIRECTORY "/corpora/names";
  const std::string ending = "." + std::string(language) + ".txt";
  return NameGaps::Open(names / ("name-gaps" + ending),
                        SortedWords::Open(names / ("word-classes" + ending)));
}

TEST(NameGaps, ShippedListsFindThem) {
  const NameGaps french = Shipped("fr");
  EXPECT_GT(Odds(french, "de", "en"), 2.0F);    // `les attentats de en novembre`
  EXPECT_GT(Odds(french, "à", "pour"), 2.0F);   // `il est allé à pour parler`
  EXPECT_LT(Odds(french, "dans", "le"), 0.0F);  // `dans le stade`
  EXPECT_LT(Odds(french, "il", "a"), 0.0F);
  const NameGaps english = Shipped("en");
  EXPECT_GT(Odds(english, "by", "in"), 2.0F);  // `a speech by in Oslo`
  EXPECT_LT(Odds(english, "of", "the"), 0.0F);
}

TEST(NameGaps, NoneBesideAName) {
  const NameGaps french = Shipped("fr");
  EXPECT_GT(Odds(french, "de", "en"), 0.0F);
  EXPECT_LT(NameGaps::LogOdds(french.KindOf("de"), french.KindOfName()), 0.0F);
}

TEST(NameGaps, UnknownWordsAndBrokenRowsTellNothing) {
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "name-gaps.txt";
  std::ofstream(path) << "a\t0 mm\nb\t1 a\nc\tx mm\nd\t9 mm\ne\t1\n";
  const NameGaps gaps = NameGaps::Open(path, SortedWords());
  EXPECT_EQ(Odds(gaps, "a", "b"), 9.0F);
  EXPECT_EQ(Odds(gaps, "b", "b"), 0.0F);  // its row is too short
  EXPECT_EQ(Odds(gaps, "c", "a"), 0.0F);  // no number
  EXPECT_EQ(Odds(gaps, "a", "d"), 0.0F);  // a column that no row has
  EXPECT_EQ(Odds(gaps, "a", "e"), 0.0F);  // no row
  EXPECT_EQ(Odds(gaps, "a", "z"), 0.0F);
  EXPECT_EQ(Odds(gaps, "", "a"), 0.0F);
  EXPECT_EQ(Odds(NameGaps(), "a", "b"), 0.0F);
}

}  // namespace
}  // namespace calque::internal
