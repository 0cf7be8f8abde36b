#include "align/structure/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/structure/lines.h"
#include "tests/support/dispatches.h"

namespace calque::internal {
namespace {

using testing::ElementsAre;

// `kind|text`, a block each: t text, l list item, r table row; line breaks shown as `/`.
std::vector<std::string> Blocks(const std::string& text, const std::string& language = "en") {
  const ByteSpan all = {0, static_cast<std::uint32_t>(text.size())};
  std::vector<std::string> blocks;
  for (const Block& block : LayOut(text, all, *test::ShippedGrammar(language))) {
    std::string line(1, "tlr"[static_cast<int>(block.shape)]);
    line += '|';
    for (const char c : block.span.In(text)) {
      if (c != '\r') line += c == '\n' ? '/' : c;
    }
    blocks.push_back(std::move(line));
  }
  return blocks;
}

TEST(LayoutTest, LeavesOneParagraphALineAlone) {
  EXPECT_THAT(
      Blocks("Sales rose in May.\nOutput fell.\n3M was flat.\niRobot fell.\n"),
      ElementsAre("t|Sales rose in May.", "t|Output fell.", "t|3M was flat.", "t|iRobot fell."));
  EXPECT_THAT(Blocks("A headline without a point\nThe first paragraph of the text is long enough "
                     "to need several lines of a wrapped text, but this one is not wrapped at all, "
                     "it goes on and on.\nok whatever\n"),
              ElementsAre("t|A headline without a point", testing::StartsWith("t|The first"),
                          "t|ok whatever"));
}

TEST(LayoutTest, JoinsHardWrappedLines) {
  EXPECT_THAT(Blocks("La banque centrale de Norvège a dit mardi qu'elle\n"
                     "laisserait ses taux inchangés jusqu'en mars. Les analystes\n"
                     "attendaient une baisse.\n",
                     "fr"),
              ElementsAre("t|La banque centrale de Norvège a dit mardi qu'elle/laisserait ses taux "
                          "inchangés jusqu'en mars. Les analystes/attendaient une baisse."));
}

TEST(LayoutTest, KnowsWordsThatNoLineEndsIn) {
  EXPECT_THAT(Blocks("Le tribunal a entendu vendredi le témoignage de Mme\n"
                     "Roy. Il rendra sa décision lundi, a précisé M.\nHsu à la presse.\n",
                     "fr"),
              ElementsAre("t|Le tribunal a entendu vendredi le témoignage de Mme/Roy. Il rendra sa "
                          "décision lundi, a précisé M./Hsu à la presse."));
}

TEST(LayoutTest, KeepsCarriageReturnsFormFeedsAndTabs) {
  EXPECT_THAT(
      Blocks("First line of a paragraph that is\r\nwrapped.\r\n\r\nSecond.\fThird.\n\tFourth."),
      ElementsAre("t|First line of a paragraph that is/wrapped.", "t|Second.", "t|Third.",
                  "t|Fourth."));
}

TEST(LayoutTest, IndentedFirstLinesOpenParagraphs) {
  EXPECT_THAT(Blocks("   The central bank said on Tuesday that it would keep\n"
                     "its rates where they are until the end of the year,\n"
                     "and analysts were not surprised by what it decided.\n"
                     "   Shares rose after the news, and the currency gained\n"
                     "a little against the dollar.\n"),
              ElementsAre(testing::EndsWith("it decided."), testing::StartsWith("t|Shares rose")));
}

TEST(LayoutTest, TypesListItemsAndTableRows) {
  EXPECT_THAT(
      Blocks("Key points:\n1. Rates stay.\n2) Growth is seen at 1.1 percent.\n* Net $12\n"
             "- les taux restent\n• un point\n"),
      ElementsAre("t|Key points:", "l|1. Rates stay.", "l|2) Growth is seen at 1.1 percent.",
                  "l|* Net $12", "l|- les taux restent", "l|• un point"));
  EXPECT_THAT(Blocks("Index          Close     Change\nDow         34,100.2     -0.4 pct\nA\tB\n"),
              ElementsAre("r|Index          Close     Change",
                          "r|Dow         34,100.2     -0.4 pct", "r|A\tB"));
  EXPECT_THAT(Blocks("Two spaces.  They end a sentence.\n"),
              ElementsAre("t|Two spaces.  They end a sentence."));
}

TEST(LayoutTest, WrappedDashesAndNumbersAreNoList) {
  EXPECT_THAT(Blocks("The two companies said on Monday that their long talks on a deal\n"
                     "worth some two billion dollars had ended, and the chief executive\n"
                     "- who had led them himself from the first day - would now leave the\n"
                     "group within the month.\n"),
              ElementsAre(testing::EndsWith("within the month.")));
}

TEST(LayoutTest, JoinsABracketBrokenOverLines) {
  EXPECT_THAT(
      Blocks("The talks resume on Monday.\n(Reporting by Yusuf Demirkol\nin Ankara; Editing "
             "by\nMark Holloway)\nNext.\n"),
      ElementsAre("t|The talks resume on Monday.",
                  "t|(Reporting by Yusuf Demirkol/in Ankara; Editing by/Mark Holloway)",
                  "t|Next."));
  EXPECT_THAT(Blocks("(An aside that never closes\nThe next paragraph stands alone.\n"),
              ElementsAre("t|(An aside that never closes", "t|The next paragraph stands alone."));
}

TEST(LayoutTest, TakesTextWithoutLines) {
  EXPECT_TRUE(Blocks("").empty());
  EXPECT_TRUE(Blocks(" \n\n\t\r\n\f").empty());
  EXPECT_THAT(Blocks("x"), ElementsAre("t|x"));
}

TEST(LinesTest, EndAtEveryLineSeparator) {
  const std::string text = "a\nb\r\nc\rd\ve\u0085f\u2028g\u2029h\f i";
  const auto lines = SplitLines(text, {0, static_cast<std::uint32_t>(text.size())});
  std::string joined;
  for (const Line& line : lines) joined += line.span.In(text);
  EXPECT_EQ(joined, "abcdefghi");
  EXPECT_TRUE(lines.front().gap_before);
  EXPECT_TRUE(lines.back().gap_before);  // a form feed parts pages
  EXPECT_EQ(lines.back().indent, 1U);
  EXPECT_FALSE(lines[2].gap_before);
}

}  // namespace
}  // namespace calque::internal
