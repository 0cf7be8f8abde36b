#include "align/io/charset.h"

#include <gtest/gtest.h>

#include "align/io/clean_text.h"

namespace calque::internal {
namespace {

TEST(DecodeTextTest, ReadsUtf8AndTakesOffTheMark) {
  EXPECT_EQ(DecodeText("\xEF\xBB\xBF"
                       "été",
                       "a")
                .text,
            "été");
  EXPECT_TRUE(DecodeText("été", "a").diagnostics.empty());
}

TEST(DecodeTextTest, ReadsUtf16WithAndWithoutMark) {
  EXPECT_EQ(DecodeText(std::string("\xFF\xFEO\0u\0i\0", 8), "a").text, "Oui");
  EXPECT_EQ(DecodeText(std::string("O\0u\0i\0.\0", 8), "a").charset, "UTF-16LE");
}

TEST(DecodeTextTest, HonoursADeclarationAndReadsLatin1AsWindows1252) {
  const DecodedText decoded = DecodeText("c\x9Cur \xE9tonn\xE9", "a", "ISO-8859-1");
  EXPECT_EQ(decoded.text, "cœur étonné");
  EXPECT_EQ(decoded.charset, "windows-1252");
}

// One text read by its label, as a whole and as it streams.
TEST(DecodeTextTest, KnowsLatin1ByAllItsNames) {
  for (const char* label : {"iso-8859-1", "ISO8859-1", "iso_8859-1", "latin1", "Latin-1", "l1",
                            "ascii", "US-ASCII", "cp1252", "CP-1252", "windows-1252"}) {
    EXPECT_EQ(CharsetOfLabel(label), "windows-1252") << label;
    EXPECT_EQ(DecodeText("l\x92\xE9t\xE9", "a", label).text, "l’été") << label;
    const auto clean = OpenCleanText(OpenMemory("l\x92\xE9t\xE9", "a"), label);
    EXPECT_EQ(ReadAll(*clean, 100), "l’été") << label;
  }
  for (const char* label : {"utf8", "UTF-8"}) EXPECT_EQ(CharsetOfLabel(label), "UTF-8");
  for (const char* label : {"ISO-8859-15", "koi8-r", "", "no such"}) {
    EXPECT_EQ(CharsetOfLabel(label), label);
  }
}

TEST(DecodeTextTest, GuessesAndSaysSo) {
  const DecodedText decoded = DecodeText(
      "Le pr\xE9sident a d\xE9"
      "clar\xE9 que l'\xE9t\xE9 serait tr\xE8s chaud.\n",
      "a.txt");
  EXPECT_NE(decoded.text.find("président"), std::string::npos);
  ASSERT_EQ(decoded.diagnostics.size(), 1U);
  EXPECT_EQ(decoded.diagnostics[0].code, "charset-guessed");
  EXPECT_EQ(decoded.diagnostics[0].location.ToString(), "a.txt:1:6");
}

// Too short for a guess: any charset of two bytes fits, too.
TEST(DecodeTextTest, ReadsAFewLettersAsLatin) {
  EXPECT_EQ(DecodeText("\xC9lu", "a.txt").text, "Élu");
  EXPECT_EQ(DecodeText("L'\xC3(", "a.txt").text, "L'Ã(");
}

TEST(DecodeTextTest, ReportsReplacedBytesWithTheirPlace) {
  const DecodedText decoded = DecodeText("été\nd\xC3\n", "a.txt");
  EXPECT_EQ(decoded.text, "été\nd\uFFFD\n");
  ASSERT_EQ(decoded.diagnostics.size(), 1U);
  EXPECT_EQ(decoded.diagnostics[0].code, "bytes-replaced");
  EXPECT_EQ(decoded.diagnostics[0].location.line, 2U);
}

TEST(DecodeTextTest, RefusesBinary) {
  EXPECT_THROW((void)DecodeText(std::string("\x7F"
                                            "ELF\0\1\2",
                                            7),
                                "a"),
               Error);
}

}  // namespace
}  // namespace calque::internal
