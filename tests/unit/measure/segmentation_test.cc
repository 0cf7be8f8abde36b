#include "align/measure/segmentation.h"

#include <gtest/gtest.h>

#include "calque/error.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

TEST(ScoreSegmentation, CountsBoundariesInsideParagraphs) {
  // Gold boundaries inside paragraphs: after 2 and 4 characters of the first one.
  const SegmentationScore score = ScoreSegmentation("A.\nB.\nC.\n\nD.\n", "A.\nB. C.\n\nD .\n");
  EXPECT_EQ(score.boundaries.gold, 2U);
  EXPECT_EQ(score.boundaries.test, 1U);
  EXPECT_EQ(score.boundaries.correct, 1U);
  EXPECT_DOUBLE_EQ(score.boundaries.Precision(), 1.0);
  EXPECT_DOUBLE_EQ(score.boundaries.Recall(), 0.5);
  EXPECT_DOUBLE_EQ(score.boundaries.F1(), 2.0 / 3.0);
}

TEST(ScoreSegmentation, CountsWholeSentences) {
  const SegmentationScore score = ScoreSegmentation("A.\nB.\nC.\n\nD.\n", "A.\nB. C.\n\nD.\n");
  EXPECT_EQ(score.sentences.gold, 4U);
  EXPECT_EQ(score.sentences.test, 3U);
  EXPECT_EQ(score.sentences.correct, 2U);
}

TEST(ScoreSegmentation, CallsASentenceAcrossParagraphsWrong) {
  const SegmentationScore score = ScoreSegmentation("A.\n\nB.\n", "A. B.\n");
  EXPECT_EQ(score.boundaries.gold, 0U);
  EXPECT_DOUBLE_EQ(score.boundaries.F1(), 1.0);
  EXPECT_EQ(score.sentences.correct, 0U);
}

TEST(ScoreSegmentation, RefusesOtherText) {
  const Error error =
      test::ErrorOf([] { (void)ScoreSegmentation("Un.\nDeux.\n", "Un.\nTrois.\n", "test"); });
  EXPECT_EQ(error.code(), ErrorCode::kBadInput);
  EXPECT_EQ(error.location(), (Location{"test", 2, 0}));
  EXPECT_THROW((void)ScoreSegmentation("Un.\n", "Un.\nDeux.\n"), Error);
}

TEST(ScoreSegmentation, AcceptsEmptyText) {
  EXPECT_DOUBLE_EQ(ScoreSegmentation("", "").boundaries.F1(), 1.0);
}

}  // namespace
}  // namespace calque::internal
