#include "align/base/utf8.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

TEST(Utf8Test, FindsTheFirstMalformedByte) {
  EXPECT_EQ(FirstInvalidUtf8("déjà"), std::string("déjà").size());
  EXPECT_EQ(FirstInvalidUtf8("ab\xFF"), 2U);
  EXPECT_EQ(FirstInvalidUtf8("ab\xC3"), 2U);
  EXPECT_EQ(FirstInvalidUtf8("\xED\xA0\x80"), 0U);  // a surrogate
}

TEST(Utf8Test, DecodesForwardsAndBackwards) {
  const std::string text = "a€b";
  EXPECT_EQ(DecodeAt(text, 1).value, U'€');
  EXPECT_EQ(DecodeAt(text, 1).end, 4U);
  EXPECT_EQ(DecodeBefore(text, 4).value, U'€');
  EXPECT_EQ(DecodeBefore(text, 4).end, 1U);
}

TEST(Utf8Test, FoldsCaseAccentsAndGlyphs) {
  EXPECT_EQ(Fold("Élysée’s"), "elysee's");
  EXPECT_EQ(Fold("ŒUVRE"), "oeuvre");
  EXPECT_EQ(Fold("PÉKIN"), Fold("Pekin"));
}

TEST(Utf8Test, FoldsACharacterAlikeInAnyCompany) {
  // A character beyond Latin makes the whole text fold another way.
  for (char32_t c = 0; c < 0x250; ++c) {
    std::string text = "Ab";
    AppendUtf8(c, &text);
    text += "\xC3\x89z";
    EXPECT_EQ(Fold(text) + "\xE2\x82\xAC", Fold(text + "\xE2\x82\xAC")) << static_cast<int>(c);
  }
}

TEST(Utf8Test, TrimsEveryKindOfSpace) {
  EXPECT_EQ(TrimSpace("\u00A0\u202F a b \n"), "a b");
  EXPECT_EQ(TrimSpace(" \n"), "");
}

TEST(Utf8Test, LowersWithoutLosingAccents) { EXPECT_EQ(Lower("ÉTÉ"), "été"); }

TEST(Utf8Test, CutsBehindWholeCodePoints) {
  EXPECT_EQ(FirstCodePoints("été", 2), "ét");
  EXPECT_EQ(FirstCodePoints("été", 3), "été");
  EXPECT_EQ(FirstCodePoints("été", 9), "été");
  EXPECT_EQ(FirstCodePoints("", 1), "");
}

}  // namespace
}  // namespace calque::internal
