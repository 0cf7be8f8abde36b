#include "align/beads/sentence_edges.h"

#include <gtest/gtest.h>

namespace calque::internal {
namespace {

TEST(SentenceEdgesTest, OpeningsOfAllTypographiesAreOne) {
  for (const char* const text : {"- Oui.", "– Oui.", "— Oui."}) {
    EXPECT_EQ(OpeningOf(text), Opening::kDash) << text;
  }
  for (const char* const text : {"« Oui »", "“Yes”", "\"Yes\"", "„Ja“", "「是」"}) {
    EXPECT_EQ(OpeningOf(text), Opening::kQuote) << text;
  }
  EXPECT_EQ(OpeningOf(""), Opening::kNothing);
  EXPECT_EQ(OpeningOf("élan"), Opening::kLower);
  EXPECT_EQ(OpeningOf("Élan"), Opening::kLetter);
  EXPECT_EQ(OpeningOf("1957"), Opening::kDigit);
}

TEST(SentenceEdgesTest, ClosingsOfAllScriptsAreOne) {
  EXPECT_EQ(ClosingOf("是。").mark, Closing::Mark::kStop);
  EXPECT_EQ(ClosingOf("是吗？").mark, Closing::Mark::kQuestion);
  EXPECT_EQ(ClosingOf("Vraiment ?").mark, Closing::Mark::kQuestion);
  EXPECT_EQ(ClosingOf("And then...").mark, Closing::Mark::kEllipsis);
  EXPECT_EQ(ClosingOf("Et puis…").mark, Closing::Mark::kEllipsis);
  EXPECT_EQ(ClosingOf("").mark, Closing::Mark::kNothing);
}

TEST(SentenceEdgesTest, QuotationMarksStandAside) {
  const Closing quoted = ClosingOf("« Qui est là ? »");
  EXPECT_EQ(quoted.mark, Closing::Mark::kQuestion);
  EXPECT_TRUE(quoted.quoted);
  EXPECT_FALSE(ClosingOf("Qui est là ?").quoted);
  EXPECT_NE(quoted.Index(), ClosingOf("Qui est là ?").Index());
}

}  // namespace
}  // namespace calque::internal
