#include "align/entities/spelling.h"

#include <gtest/gtest.h>

#include "align/entities/name_grammar.h"
#include "align/io/data_directory.h"

namespace calque::internal {
namespace {

NameGrammar GrammarOf(const std::string& language) {
  const std::filesystem::path data = CALQUE_SOURCE_DIRECTORY "/corpora";
  return LoadNameGrammar(LoadLanguageFile(data, language).at("names"), data, language);
}

SpellingRules RulesOf(const std::string& language) { return GrammarOf(language).spelling; }

TEST(Transliterations, OneKeyForOneNameOfAnotherScript) {
  const SpellingRules english = GrammarOf("en").transliterations;
  const SpellingRules french = GrammarOf("fr").transliterations;
  const std::pair<const char*, const char*> pairs[] = {
      {"Anatoliy", "Anatoliï"}, {"Arkady", "Arkadi"},      {"Ilya", "Ilia"},
      {"Kovalyov", "Kovaliov"}, {"Gordeyev", "Gordeïev"},  {"Grekovskyi", "Grekovsky"},
      {"Yefremov", "Efremov"},  {"Lyudmila", "Lioudmila"}, {"Solovyeva", "Solovieva"},
      {"Shishkin", "Chichkine"}};
  for (const auto& [source, target] : pairs) {
    EXPECT_EQ(SpellingKey(source, english), SpellingKey(target, french));
  }
  for (const auto& [source, target] :
       {std::pair("Kovalev", "Kovalek"), std::pair("Merkel", "Merkyl")}) {
    EXPECT_NE(SpellingKey(source, english), SpellingKey(target, french));
  }
}

TEST(SpellingRules, MayEndAWord) {
  EXPECT_EQ(SpellingKey("Iyiy Ayb", {{"^i", "o"}, {"iy$", "e"}}), "oye ayb");
}

TEST(Spelling, OneKeyForOneSound) {
  const SpellingRules english = RulesOf("en");
  const SpellingRules french = RulesOf("fr");
  const std::pair<const char*, const char*> pairs[] = {
      {"Putin", "Poutine"},          {"Khrushchev", "Khrouchtchev"},
      {"Shevchenko", "Chevtchenko"}, {"Mubarak", "Moubarak"},
      {"Zhukov", "Joukov"},          {"Sherif El-Gammali", "Chérif al-Gammali"},
      {"Dushanbe", "Douchanbé"},     {"Kadyrov", "Kadirov"},
      {"Путин", "Poutine"},
  };
  for (const auto& [source, target] : pairs) {
    EXPECT_GE(EditSimilarity(SpellingKey(source, english), SpellingKey(target, french)), 0.74)
        << SpellingKey(source, english) << " / " << SpellingKey(target, french);
  }
}

TEST(Spelling, OtherNamesHaveOtherKeys) {
  const SpellingRules english = RulesOf("en");
  const SpellingRules french = RulesOf("fr");
  const std::pair<const char*, const char*> pairs[] = {
      {"Austria", "Australie"}, {"Iran", "Irak"}, {"Martin", "Marin"}, {"Macron", "Merkel"}};
  for (const auto& [source, target] : pairs) {
    EXPECT_LT(EditSimilarity(SpellingKey(source, english), SpellingKey(target, french)), 0.9)
        << source;
  }
}

TEST(EditSimilarity, CountsEdits) {
  EXPECT_DOUBLE_EQ(EditSimilarity("", ""), 1.0);
  EXPECT_DOUBLE_EQ(EditSimilarity("abcd", "abxd"), 0.75);
  EXPECT_DOUBLE_EQ(EditSimilarity("abcd", ""), 0.0);
}

}  // namespace
}  // namespace calque::internal
