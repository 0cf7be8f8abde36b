// What is known of a word by its letters.
#include "align/model/spelling.h"

#include <gtest/gtest.h>

#include "align/model/prefix_class.h"

namespace calque::internal {
namespace {

TEST(PrefixClass, HoldsForLongWordsOnly) {
  EXPECT_EQ(PrefixClass("augmenter"), "augm ");
  EXPECT_EQ(PrefixClass("жители"), "жите ");
  EXPECT_EQ(PrefixClass("abcd"), "");
  EXPECT_EQ(PrefixClass("12,345"), "");
  EXPECT_EQ(PrefixClass(""), "");
}

TEST(Spelling, CognatesAreAlike) {
  EXPECT_EQ(SpellingMatcher("2026").Similarity("2026"), 1.0);
  EXPECT_EQ(SpellingMatcher("no").Similarity("on"), 0.0);
  EXPECT_GT(SpellingMatcher("government").Similarity("gouvernement"), 0.5);
  EXPECT_EQ(SpellingMatcher("market").Similarity("marche"),
            SpellingMatcher("marche").Similarity("market"));
  EXPECT_EQ(SpellingMatcher("ships").Similarity("navires"), 0.0);
  EXPECT_NEAR(SpellingMatcher("poutine").Similarity("putin"), 25.0 / 49.0, 1e-9);
}

}  // namespace
}  // namespace calque::internal
