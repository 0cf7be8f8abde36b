#include "align/segment/tokenizer.h"

#include <gtest/gtest.h>

#include "align/io/data_directory.h"

namespace calque::internal {
namespace {

// Tokens joined by `|`, with the language files that ship.
std::string Tokenized(const std::string& language, const std::string& text) {
  const auto tokenizer =
      Tokenizer::FromJson(LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", language), language);
  std::string out;
  const ByteSpan span{0, static_cast<std::uint32_t>(text.size())};
  for (const Token& token : tokenizer->Tokens(text, span)) {
    if (!out.empty()) out += '|';
    out += token.span.In(text);
  }
  return out;
}

TEST(Tokenizer, SplitsFrenchElisions) {
  EXPECT_EQ(Tokenized("fr", "l'accord qu’il d'aujourd'hui"), "l'|accord|qu’|il|d'aujourd'hui");
  EXPECT_EQ(Tokenized("fr", "aujourd'hui, quelqu'un"), "aujourd'hui|,|quelqu'un");
  EXPECT_EQ(Tokenized("fr", "L'O.N.U. et l'U.S. Air Force"), "L'|O.N.U.|et|l'|U.S.|Air|Force");
  EXPECT_EQ(Tokenized("fr", "le 11 et l'11, qu'« il »"), "le|11|et|l'|11|,|qu'|«|il|»");
}

TEST(Tokenizer, SplitsInvertedPronouns) {
  EXPECT_EQ(Tokenized("fr", "a-t-il dit, dit-elle"), "a|-t-il|dit|,|dit|-elle");
  EXPECT_EQ(Tokenized("fr", "un rendez-vous, peut-être"), "un|rendez-vous|,|peut-être");
}

TEST(Tokenizer, SplitsEnglishClitics) {
  EXPECT_EQ(Tokenized("en", "Don't say it's Reuters' or Acme's."),
            "Do|n't|say|it|'s|Reuters|'|or|Acme|'s|.");
  EXPECT_EQ(Tokenized("en", "the U.S.'s debt, O’Brien’s \"Post\"'s"),
            "the|U.S.|'s|debt|,|O’Brien|’s|\"|Post|\"|'s");
}

TEST(Tokenizer, KeepsNumbersWhole) {
  EXPECT_EQ(Tokenized("en", "$1,234.5 or 3.5% at 10:30 on 12/05/2011."),
            "$|1,234.5|or|3.5|%|at|10:30|on|12/05/2011|.");
  EXPECT_EQ(Tokenized("fr", "1\u00A0234,5 et 1\u202F234\u202F567 et 1 234 567 euros"),
            "1\u00A0234,5|et|1\u202F234\u202F567|et|1 234 567|euros");
  EXPECT_EQ(Tokenized("fr", "en 2011 300 personnes, 12 3456"), "en|2011|300|personnes|,|12|3456");
  EXPECT_EQ(Tokenized("en", "12 300 people, $.42 a share, a 15-year-old, 3-4 pct, the 3rd"),
            "12|300|people|,|$|.42|a|share|,|a|15-year-old|,|3|-|4|pct|,|the|3rd");
}

TEST(Tokenizer, KeepsThePeriodOfAbbreviations) {
  EXPECT_EQ(Tokenized("en", "Mr. J. R. Hsu of Acme Corp. met U.S. aides."),
            "Mr.|J.|R.|Hsu|of|Acme|Corp.|met|U.S.|aides|.");
  EXPECT_EQ(Tokenized("en", "No. 5 finished in Group C."), "No.|5|finished|in|Group|C|.");
  EXPECT_EQ(Tokenized("en", "Paul C. W. Dallow"), "Paul|C.|W.|Dallow");
  EXPECT_EQ(Tokenized("fr", "M. J.-P. Leduc, art. 5 ; beaux arts."),
            "M.|J.-P.|Leduc|,|art.|5|;|beaux|arts|.");
  EXPECT_EQ(Tokenized("en", "The strike ended.Workers returned"),
            "The|strike|ended|.|Workers|returned");
}

TEST(Tokenizer, KeepsAddressesAndTickersWhole) {
  EXPECT_EQ(Tokenized("en", "See http://example.org/a.b?c=d, or (www.example.com)."),
            "See|http://example.org/a.b?c=d|,|or|(|www.example.com|)|.");
  EXPECT_EQ(Tokenized("en", "ann.poe@example.com; Alibaba <BABA.N> (NYSE: ACM.A)"),
            "ann.poe@example.com|;|Alibaba|<|BABA.N|>|(|NYSE|:|ACM.A|)");
}

TEST(Tokenizer, SeparatesPunctuation) {
  EXPECT_EQ(Tokenized("en", "Wait... what?! The deal -- worth it -- died."),
            "Wait|...|what|?|!|The|deal|--|worth|it|--|died|.");
}

TEST(Tokenizer, FindsWordsInUnspacedScripts) {
  EXPECT_EQ(Tokenized("zh", "中国经济增长。"), "中国|经济|增长|。");
}

TEST(Tokenizer, CoversEverythingButWhiteSpace) {
  const std::string text = " \xFF\xFE a\u0301\u200D !\u00A0\u3000x ";
  std::string out = Tokenized("en", text);
  EXPECT_EQ(out, "\xFF|\xFE|a\u0301\u200D|!|x");
}

}  // namespace
}  // namespace calque::internal
