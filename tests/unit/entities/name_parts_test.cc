#include "align/entities/name_parts.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

std::vector<NamePart> Parts(std::string_view text) {
  return SplitNameParts(text, {0, static_cast<std::uint32_t>(text.size())});
}

TEST(NameParts, SplitsAtEverythingButLettersAndDigits) {
  EXPECT_EQ(PhraseKey("Quai d’Orsay"), "quai d orsay");
  EXPECT_EQ(PhraseKey("Etats-Unis"), PhraseKey("États Unis"));
  EXPECT_EQ(PhraseKey("U.S."), "u s");
}

TEST(NameParts, KnowsWhatStandsBetween) {
  const std::vector<NamePart> parts = Parts("J. Smith, Amazon.com & Co d’Or x-y");
  ASSERT_EQ(parts.size(), 9U);
  EXPECT_EQ(parts[1].before, Gap::kDotSpace);
  EXPECT_EQ(parts[2].before, Gap::kBreak);
  EXPECT_EQ(parts[3].before, Gap::kDot);
  EXPECT_EQ(parts[4].before, Gap::kAmpersand);
  EXPECT_EQ(parts[5].before, Gap::kSpace);
  EXPECT_EQ(parts[6].before, Gap::kApostrophe);
  EXPECT_EQ(parts[8].before, Gap::kHyphen);
}

TEST(NameParts, TellsShapes) {
  const std::vector<NamePart> parts = Parts("Élysée ONU McDonald m M 2026");
  ASSERT_EQ(parts.size(), 6U);
  EXPECT_EQ(parts[0].shape, Shape::kCapital);
  EXPECT_EQ(parts[1].shape, Shape::kUpper);
  EXPECT_EQ(parts[2].shape, Shape::kMixed);
  EXPECT_EQ(parts[3].shape, Shape::kLower);
  EXPECT_EQ(parts[4].shape, Shape::kInitial);
  EXPECT_EQ(parts[5].shape, Shape::kDigits);
}

TEST(NameParts, SeesWhereACapitalSaysNothing) {
  const std::vector<NamePart> parts = Parts("Hier « Demain » Marie");
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_TRUE(parts[0].opens);
  EXPECT_TRUE(parts[1].opens);
  EXPECT_FALSE(parts[2].opens);
}

}  // namespace
}  // namespace calque::internal
