#include "align/read/unit.h"

#include <gtest/gtest.h>

#include "align/read/credit_text.h"
#include "align/read/unit_assembler.h"
#include "align/read/unit_reader.h"
#include "tests/support/bitexts.h"

namespace calque::internal {
namespace {

TEST(OneLine, MakesRunsThatBreakTheLineOneBlank) {
  std::uint64_t breaks = 0;
  EXPECT_EQ(OneLine("a  b\r\n\tc\xE2\x80\xA8 d\x1C"
                    "e",
                    &breaks),
            "a  b c d e");
  EXPECT_EQ(breaks, 3U);
  EXPECT_EQ(OneLine("a\xC2\xA0:  b"), "a\xC2\xA0:  b");
}

TEST(Unit, JoinsTheSentencesOfABead) {
  const Bitext bitext = test::FerryBitext();
  const Unit unit = UnitOf(bitext, bitext.beads[1]);
  EXPECT_EQ(ShapeText(unit), "2-1");
  EXPECT_EQ(unit.source.text,
            "NORTHPORT, Jan 5 (Acme) - The Corvane line will add two ships, its head Ada Brandt "
            "said on Monday. They cost $2.5 billion.");
  EXPECT_EQ(unit.source.sentences[1].In(unit.source.text), "They cost $2.5 billion.");
  EXPECT_TRUE(UnitOf(bitext, bitext.beads[3]).IsNull());
}

TEST(Unit, SpansOfSentencesAreInCodePoints) {
  const UnitSide side{"Été. Où\U0001F6A2?", {{0, 6}, {7, 15}}, 0};
  EXPECT_EQ(SentencesText(side), "0-4 5-9");
  EXPECT_EQ(ParseSentences("0-4 5-9", side.text), std::optional(side.sentences));
}

TEST(Unit, SpansThatDoNotFitAreLeftAlone) {
  for (const char* spans :
       {"", "0-2 1-4", "0-9", "2-1", "0", "x-y", "0-2  3-4", "-", "0-2 3-4", "0-2 2-3", "1-4"}) {
    EXPECT_FALSE(ParseSentences(spans, "abcd")) << spans;
  }
  EXPECT_EQ(ParseSentences("0-2 2-4", "abcd")->size(), 2U);
}

TEST(CreditText, IsReadableAndReadBack) {
  const std::vector<Credit> credits = test::FerryBitext().target.credits;
  EXPECT_EQ(FormatCredits(credits),
            "reporter: Mara Quillen; translator: Élise Noë [service français]; editor: Luc Rémi");
  const std::vector<Credit> awkward = {
      {CreditRole::kEditor, "A; B (C) \\ ", "Port [North]", "x)", {}, 1.0F},
      {CreditRole::kDesk, "", "", "", {}, 1.0F}};
  EXPECT_EQ(ParseCredits(FormatCredits(awkward)), awkward);
  EXPECT_TRUE(ParseCredits("baker: A; nobody").empty());
}

HeadedUnit MakeUnit(const std::string& document, const std::string& text) {
  HeadedUnit unit;
  unit.head.source.id = document;
  unit.unit.source = SideFromText(text);
  unit.unit.target = SideFromText(text);
  return unit;
}

TEST(UnitAssembler, UnitsOfOneHeadMakeABitext) {
  UnitAssembler assembler;
  EXPECT_FALSE(assembler.Add(MakeUnit("a", "1"), "file"));
  EXPECT_FALSE(assembler.Add(MakeUnit("a", "2"), "file"));
  const std::optional<Bitext> first = assembler.Add(MakeUnit("b", "3"), "file");
  ASSERT_TRUE(first);
  EXPECT_EQ(first->source.text, "1\n2");
  EXPECT_EQ(first->beads.size(), 2U);
  EXPECT_EQ(assembler.Finish()->source.text, "3");
  EXPECT_FALSE(assembler.Finish());
}

TEST(UnitAssembler, UnitsWithoutDocumentsAreGivenInPieces) {
  UnitAssembler assembler;
  for (std::size_t i = 0; i < UnitAssembler::kUnnamedUnits; ++i) {
    EXPECT_FALSE(assembler.Add(MakeUnit("", "x"), "file"));
  }
  EXPECT_EQ(assembler.Add(MakeUnit("", "x"), "file")->beads.size(), UnitAssembler::kUnnamedUnits);
}

TEST(UnitAssembler, RefusesADocumentAboveTheLimit) {
  UnitAssembler assembler;
  const std::string text(std::size_t{40} << 20, 'x');
  EXPECT_FALSE(assembler.Add(MakeUnit("a", text), "file"));
  EXPECT_THROW((void)assembler.Add(MakeUnit("a", text), "file"), Error);
}

}  // namespace
}  // namespace calque::internal
