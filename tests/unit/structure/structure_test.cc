// Whole documents: what every paragraph of them is.
#include "align/structure/structure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/dispatches.h"

namespace calque::internal {
namespace {

using test::Analyse;
using test::Described;
using test::DescribedCredits;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(StructureTest, TypesAWireStory) {
  const Document document = Analyse(
      "NORTHPORT-FERRY/\n"
      "UPDATE 2-Northport Lines to cut 1,200 jobs\n"
      "\n"
      "(Adds union reaction)\n"
      "* Ferry firm lost $2.5 bln in 2025\n"
      "* Union says it will strike\n"
      "By Mara Quillen\n"
      "NORTHPORT, Jan 5, 2026 (Acme) - Northport Lines will cut 1,200 jobs.\n"
      "\n"
      "UNION REACTION\n"
      "\n"
      "The union said on Monday that it would strike from the end of the month.\n"
      "($1 = 0.92 euro)\n"
      "<NPL.N>\n"
      "(Reporting by Mara Quillen; Editing by Sol Abara)\n"
      "((mara.quillen@acme.example; +1 212 555 0147))\n",
      "en");
  EXPECT_THAT(
      Described(document),
      ElementsAre("furniture: NORTHPORT-FERRY/",
                  "headline: UPDATE 2-Northport Lines to cut 1,200 jobs",
                  "note: (Adds union reaction)", "list-item: * Ferry firm lost $2.5 bln in 2025",
                  "list-item: * Union says it will strike", "byline: By Mara Quillen",
                  "body: NORTHPORT, Jan 5, 2026 (Acme) - Northport Lines will cut 1,200 jobs.",
                  "subhead: UNION REACTION",
                  "body: The union said on Monday that it would strike from the end of the month.",
                  "furniture: ($1 = 0.92 euro)", "furniture: <NPL.N>",
                  "credit: (Reporting by Mara Quillen; Editing by Sol Abara)",
                  "furniture: ((mara.quillen@acme.example; +1 212 555 0147))"));
  EXPECT_EQ(document.headline.In(document.text), "UPDATE 2-Northport Lines to cut 1,200 jobs");
  ASSERT_TRUE(document.date.has_value());
  EXPECT_EQ(document.date->ToString(), "2026-01-05");
  EXPECT_EQ(document.language, "en");
}

TEST(StructureTest, LeavesOutADayThatDoesNotExist) {
  const Document document = Analyse("NORTHPORT, Nov. 31, 2026 (Acme) - The ferry sank.\n", "en");
  ASSERT_TRUE(document.dateline.has_value());
  EXPECT_EQ(document.dateline->date.In(document.text), "Nov. 31, 2026");
  EXPECT_EQ(document.date, std::nullopt);
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].code, "no-such-day");
  EXPECT_EQ(document.diagnostics[0].message,
            "its dateline names a day that does not exist, \"Nov. 31, 2026\"; read without a date");
}

TEST(StructureTest, TellsTheHeadlineFromWhatTheDeskSaysOfIt) {
  EXPECT_THAT(Described(Analyse("EMBARGOED until 1600 GMT Wednesday, March 12\n"
                                "Old ice tells of old weather\n"
                                "URGENT\n"
                                "OSLO (AFP) - Scientists have drilled for ice in Norway.\n",
                                "en")),
              ElementsAre("note: EMBARGOED until 1600 GMT Wednesday, March 12",
                          "headline: Old ice tells of old weather", "furniture: URGENT",
                          "body: OSLO (AFP) - Scientists have drilled for ice in Norway."));
}

TEST(StructureTest, TakesNoLabelOfAHeadlineForItsDateline) {
  for (const char* label : {"CRICKET", "EXPLAINER", "OPEC", "TIPOFF"}) {
    const std::string headline = std::string(label) + " - Harbour side thrown off the cup";
    const Document document =
        Analyse(headline + "\n\nNORTHPORT, May 4 (AP) - The cup goes on without them.\n", "en");
    EXPECT_EQ(document.headline.In(document.text), headline);
    ASSERT_TRUE(document.dateline.has_value()) << label;
    EXPECT_EQ(document.dateline->agency.In(document.text), "AP");
  }
  // Under a headline it labels another where a dateline says more than a place.
  const Document document = Analyse(
      "La coupe sans les hôtes\n\nFOOT - Les hôtes exclus de la coupe\n\n"
      "BERGEN, 4 mai (AFP) - La coupe se poursuit sans eux.\n",
      "fr");
  ASSERT_TRUE(document.dateline.has_value());
  EXPECT_EQ(document.dateline->place.In(document.text), "BERGEN");
}

TEST(StructureTest, KeepsABareDatelineOfAStory) {
  for (const char* text : {"BERGEN - The cup goes on without them.\n\nNobody was hurt.\n",
                           "Harbour side out of the cup\n\nBERGEN - The cup goes on without them\n"
                           "\nNobody was hurt.\n"}) {
    const Document document = Analyse(text, "en");
    ASSERT_TRUE(document.dateline.has_value()) << text;
    EXPECT_EQ(document.dateline->place.In(document.text), "BERGEN");
  }
}

TEST(StructureTest, LeavesOrdinaryTextAlone) {
  const Document document = Analyse(
      "I bought this phone in May. Reporting by phone works well.\n\n"
      "By the way, the camera is great!\n\n"
      "Follow the instructions and share the result with friends.\n\n"
      "(Edited: it broke after a week.)\n\n"
      "Contact me if you want it.\n",
      "en");
  for (const std::string& paragraph : Described(document)) {
    EXPECT_THAT(paragraph, testing::StartsWith("body: "));
  }
  EXPECT_THAT(document.credits, IsEmpty());
  EXPECT_FALSE(document.dateline.has_value());
  EXPECT_TRUE(document.headline.empty());
}

TEST(StructureTest, TakesEmptyAndBlankText) {
  EXPECT_THAT(Analyse("", "en").paragraphs, IsEmpty());
  EXPECT_THAT(Analyse(" \r\n\f\n", "fr").paragraphs, IsEmpty());
  EXPECT_THAT(Described(Analyse("x", "fr")), ElementsAre("body: x"));
}

TEST(StructureTest, ALoneTailStaysReadable) {
  const Document document = Analyse("(Reporting by Mara Quillen; Editing by Sol Abara)", "en");
  EXPECT_THAT(DescribedCredits(document), ElementsAre("reporter Mara Quillen", "editor Sol Abara"));
}

TEST(StructureTest, SplitsCreditsFromTheParagraphTheyClose) {
  const Document document = Analyse(
      "Talks to resume\n\nOSLO, May 3 (Acme) - The talks resume on Monday, she said. (Reporting by "
      "Bo Ekström; Editing by Liv Aune)\n",
      "en");
  EXPECT_THAT(Described(document),
              ElementsAre("headline: Talks to resume",
                          "body: OSLO, May 3 (Acme) - The talks resume on Monday, she said.",
                          "credit: (Reporting by Bo Ekström; Editing by Liv Aune)"));
}

TEST(StructureTest, KeepsAnOlderTailInsideTheStory) {
  const Document document = Analyse(
      "Port rouvert\n\nOSLO, 3 mai (Acme) - Le port a rouvert mardi matin.\n\n"
      "(Aude Vernier à Oslo; Mireille Roche pour le service français)\n\n"
      "OSLO, 2 mai (Acme) - Le port est resté fermé lundi.\n\n"
      "(Aude Vernier à Oslo; Mireille Roche pour le service français)\n",
      "fr");
  EXPECT_EQ(document.credits.size(), 4U);
  EXPECT_EQ(document.dateline->date.In(document.text), "3 mai");
  EXPECT_EQ(document.paragraphs[2].kind, ParagraphKind::kCredit);
  EXPECT_EQ(document.paragraphs[3].kind, ParagraphKind::kBody);
}

RawDocument TypedStory() {
  RawDocument raw;
  raw.text =
      "Ferry firm to cut jobs\n\nBy Mara Quillen\n\nNORTHPORT, Jan 5 (Acme) - It will "
      "cut\njobs.\n\n"
      "(Reporting by Mara Quillen)\n\nTrailing text";
  const auto block = [&](const char* begin, const char* end, ParagraphKind kind) {
    const auto from = static_cast<std::uint32_t>(raw.text.find(begin));
    const auto to = static_cast<std::uint32_t>(raw.text.find(end, from)) +
                    static_cast<std::uint32_t>(std::string(end).size());
    raw.blocks.push_back({{from, to}, kind});
  };
  block("Ferry", "jobs", ParagraphKind::kHeadline);
  block("By", "Quillen", ParagraphKind::kByline);
  block("NORTHPORT", "jobs.", ParagraphKind::kBody);
  block("(Rep", ")", ParagraphKind::kBody);
  return raw;
}

TEST(StructureTest, HonoursTheBlocksOfAWireFormat) {
  RawDocument raw = TypedStory();
  raw.date = Date{2026, 1, 5};
  raw.language = "en-GB";
  raw.metadata["version"] = "2";
  const Document document = AnalyseStructure(std::move(raw), *test::ShippedGrammar("en"));
  EXPECT_THAT(Described(document),
              ElementsAre("headline: Ferry firm to cut jobs", "byline: By Mara Quillen",
                          "body: NORTHPORT, Jan 5 (Acme) - It will cut/jobs.",
                          "credit: (Reporting by Mara Quillen)", "body: Trailing text"));
  EXPECT_EQ(document.credits.size(), 2U);
  EXPECT_EQ(document.date->ToString(), "2026-01-05");
  EXPECT_EQ(document.language, "en-GB");
  EXPECT_EQ(document.metadata.at("version"), "2");
}

TEST(StructureTest, TakesACaptionThatEndsWithAnAgency) {
  const Document document = Analyse(
      "Strike goes on\n\nOSLO (Reuters) - Dockers said on Monday that they would stay out.\n\n"
      "The strike began in May, said a report on 5/6 of it by The Associated Press\n\nIt goes "
      "on.\n",
      "en");
  EXPECT_THAT(DescribedCredits(document), IsEmpty());
}

TEST(StructureTest, KeepsADateThatLacksItsYearOut) {
  EXPECT_FALSE(Analyse("OSLO, May 3 (Acme) - The port reopened.\n", "en").date.has_value());
  EXPECT_EQ(Analyse("OSLO, May 3, 2026 (Acme) - The port reopened.\n", "en").date->ToString(),
            "2026-05-03");
}

}  // namespace
}  // namespace calque::internal
