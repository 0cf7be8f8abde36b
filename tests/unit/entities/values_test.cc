// Values of expressions.tsv in both languages, and the rules that no single expression shows.
#include "align/entities/values.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "align/io/json.h"
#include "tests/support/value_grammars.h"

namespace calque::internal {
namespace {

using test::KeysOf;

TEST(ValuesTest, EveryExpressionHasItsKeysInBothLanguages) {
  std::ifstream file(CALQUE_SOURCE_DIRECTORY "/tests/unit/entities/expressions.tsv");
  ASSERT_TRUE(file.is_open());
  std::size_t expressions = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string keys, english, french;
    std::getline(fields, keys, '\t');
    std::getline(fields, english, '\t');
    std::getline(fields, french, '\t');
    if (english != "-") {
      EXPECT_EQ(KeysOf(english, "en"), keys) << english;
    }
    if (french != "-") {
      EXPECT_EQ(KeysOf(french, "fr"), keys) << french;
    }
    expressions += english != "-" && french != "-" ? 1 : 0;
  }
  EXPECT_GE(expressions, 400U) << "both ways";
}

TEST(ValuesTest, OtherLanguagesWriteTheSameKeys) {
  EXPECT_EQ(KeysOf("2,5 Milliarden Dollar am 5. Januar 2026", "de"),
            "money:2500000000:USD date:2026-01-05");
  EXPECT_EQ(KeysOf("dreihundertfünfundzwanzig Menschen, ein Drittel der Stimmen", "de"),
            "number:325 fraction:1/3");
  EXPECT_EQ(KeysOf("Am Mittwoch um 15 Uhr, 5 bis 12 Prozent", "de"),
            "weekday:3 time:15:00 percentage:5 percentage:12");
  EXPECT_EQ(KeysOf("2.500 millones de euros el 5 de enero de 2026", "es"),
            "money:2500000000:EUR date:2026-01-05");
  EXPECT_EQ(KeysOf("treinta y cinco por ciento el miércoles", "es"), "percentage:35 weekday:3");
  EXPECT_EQ(KeysOf("2,5 miliardi di euro, duecentotrentatré voti, mercoledì", "it"),
            "money:2500000000:EUR number:233 weekday:3");
  EXPECT_EQ(KeysOf("segundo o ministro, o segundo ano", "pt"), "ordinal:2");
  EXPECT_EQ(KeysOf("2,5 bilhões de dólares, cento e vinte e cinco votos, quarta-feira", "pt"),
            "money:2500000000:USD number:125 weekday:3");
  EXPECT_EQ(KeysOf("1.º de janeiro de 2026, a 3.ª vez", "pt"), "date:2026-01-01 ordinal:3");
  EXPECT_EQ(KeysOf("subiu 5. O presidente", "pt"), "number:5");
  EXPECT_EQ(KeysOf("el 2.º puesto", "es"), "ordinal:2");
  EXPECT_EQ(KeysOf("2,5 miljard euro, vijfentwintig stemmen, woensdag 5 januari", "nl"),
            "money:2500000000:EUR number:25 weekday:3 date:--01-05");
}

// The order of day and month is that of the language, but where it names no month.
TEST(ValuesTest, DatesInFiguresNameAMonth) {
  for (const auto& [text, english, french] : {std::tuple("05/06/2025", "2025-05-06", "2025-06-05"),
                                              {"25/12/2025", "2025-12-25", "2025-12-25"},
                                              {"12/25/2025", "2025-12-25", "2025-12-25"},
                                              {"13.11.2025", "2025-11-13", "2025-11-13"}}) {
    EXPECT_EQ(KeysOf(text, "en"), std::string("date:") + english) << text;
    EXPECT_EQ(KeysOf(text, "fr"), std::string("date:") + french) << text;
  }
  EXPECT_EQ(KeysOf("25/13/2025", "en").find("date:2025-"), std::string::npos);
}

TEST(ValuesTest, ALanguageWithoutDataHasDigitsSignsAndCldrNames) {
  EXPECT_EQ(KeysOf("2,5 % 20 EUR onsdag", "sv"), "percentage:2.5 money:20:EUR weekday:3");
}

TEST(ValuesTest, MentionsCoverTheirWords) {
  const std::string text = "il a perdu un milliard de dollars, soit 81,5 %, mercredi.";
  std::vector<std::string> found;
  for (const Mention& mention : test::ValuesOf(text, "fr")) {
    found.emplace_back(mention.span.In(text));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"un milliard de dollars", "81,5 %", "mercredi"}));
}

TEST(ValuesTest, WordsThatAreOftenNoValueAreDoubted) {
  EXPECT_LT(test::ValuesOf("both", "en").at(0).probability, 0.5F);
  EXPECT_LT(test::ValuesOf("first", "en").at(0).probability, 0.5F);
  EXPECT_EQ(test::ValuesOf("17 people", "en").at(0).probability, 1.0F);
}

TEST(ValuesTest, ConversionsInBracketsAreKnown) {
  const std::string text = "un milliard de dollars (0,9 milliard d'euros) en 2012 (3 %)";
  const std::vector<Mention> values = test::ValuesOf(text, "fr");
  ASSERT_EQ(values.size(), 4U);
  EXPECT_FALSE(IsConversion(text, values, 0));
  EXPECT_TRUE(IsConversion(text, values, 1));
  EXPECT_FALSE(IsConversion(text, values, 3));
  const std::string tons = "1.5 million tonnes (1.65 million tons), 2 tons (3 tons)";
  const std::vector<Mention> tonnes = test::ValuesOf(tons, "en");
  ASSERT_EQ(tonnes.size(), 4U);
  EXPECT_TRUE(IsConversion(tons, tonnes, 1));
  EXPECT_FALSE(StandsAsConversion(tons, tonnes, 3));
  const std::string pounds = "95 millions de livres (111 millions d'euros), 12 ans (3 euros)";
  const std::vector<Mention> more = test::ValuesOf(pounds, "fr");
  ASSERT_EQ(more.size(), 4U);
  EXPECT_TRUE(IsConversion(pounds, more, 1));
  EXPECT_FALSE(IsConversion(pounds, more, 3));
}

TEST(ValuesTest, SentencesAreReadOneByOne) {
  Document document;
  document.text = "It cost 20 Million people left.";
  document.sentences = {{{0, 10}, {}, 1.0F}, {{11, 31}, {}, 1.0F}};
  const std::vector<Mention> values = FindValues(document, test::ValueGrammarOf("en"));
  ASSERT_EQ(values.size(), 1U);
  EXPECT_EQ(values[0].key, "number:20");
}

TEST(ValuesTest, AnUnknownKeyOfTheSectionIsRefused) {
  EXPECT_THROW(static_cast<void>(ValueGrammar::FromJson({{"cardinal", {{"one", 1}}}}, "en")),
               Error);
}

}  // namespace
}  // namespace calque::internal
