#include "align/measure/entities.h"

#include <gtest/gtest.h>

#include "calque/error.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

std::vector<TaggedSentence> Read(std::string_view text) {
  return ReadTaggedText(text, "x", TagColumn::kLast);
}

TEST(ScoreEntities, CountsTypedAndUntyped) {
  const EntityScore score = ScoreEntities(Read("a B-PER\nb I-PER\nc O\nd B-LOC\n\ne B-ORG\n"),
                                          Read("a B-PER\nb I-PER\nc O\nd B-ORG\n\ne O\n"));
  EXPECT_EQ(score.typed.gold, 3U);
  EXPECT_EQ(score.typed.test, 2U);
  EXPECT_EQ(score.typed.correct, 1U);
  EXPECT_EQ(score.untyped.correct, 2U);
  EXPECT_EQ(score.types.at("ORG").test, 1U);
  EXPECT_DOUBLE_EQ(score.typed.F1(), 0.4);
}

TEST(ScoreEntities, RefusesOtherText) {
  for (const char* other : {"a O\nb O\n", "a O\n\nb O\n"}) {
    const Error error =
        test::ErrorOf([&] { (void)ScoreEntities(Read("a O\n"), Read(other), "test"); });
    EXPECT_EQ(error.code(), ErrorCode::kBadInput);
    EXPECT_EQ(error.location().name, "test");
  }
}

TEST(ScorePairs, ComparesSetsOfTexts) {
  const auto gold = ParsePairLines("1\tUN\tONU\n2\tChina\tChine\n", "gold");
  const auto test =
      ParsePairLines("1\tUN\tONU\torganisation\t0.9\n3\tChina\tChine\tplace\t1\n", "t");
  EXPECT_EQ(ScorePairs(gold, test).correct, 1U);
  EXPECT_EQ(ScorePairs(gold, ParsePairLines("UN\tONU\nUN\tONU\nChina\t Chine\n", "t")).correct, 2U);
  EXPECT_THROW(static_cast<void>(ParsePairLines("UN\n", "t")), Error);
  EXPECT_THROW(static_cast<void>(ParsePairLines("x\tUN\tONU\n", "t")), Error);
}

}  // namespace
}  // namespace calque::internal
