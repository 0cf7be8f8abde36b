// Values of expressions.tsv in both languages, and the rules that no single expression shows.
#include "align/entities/values.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "align/io/data_directory.h"
#include "align/io/json.h"

namespace calque::internal {
namespace {

const std::string kRoot = CALQUE_SOURCE_DIRECTORY;

const ValueGrammar& GrammarOf(const std::string& language) {
  static std::map<std::string, ValueGrammar> grammars;
  const auto found = grammars.find(language);
  if (found != grammars.end()) return found->second;
  const Json file = LoadLanguageFile(kRoot + "/corpora", language);
  return grammars.emplace(language, ValueGrammar::FromJson(file.at("values"), language))
      .first->second;
}

std::string KeysOf(const std::string& text, const std::string& language) {
  const ByteSpan whole{0, static_cast<std::uint32_t>(text.size())};
  std::string keys;
  for (const Mention& mention : FindValues(text, whole, GrammarOf(language))) {
    keys += (keys.empty() ? "" : " ") + mention.key;
  }
  return keys;
}

TEST(ValuesTest, EveryExpressionHasItsKeysInBothLanguages) {
  std::ifstream file(kRoot + "/tests/unit/entities/expressions.tsv");
  ASSERT_TRUE(file.is_open());
  std::size_t expressions = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string keys, english, french;
    std::getline(fields, keys, '\t');
    std::getline(fields, english, '\t');
    std::getline(fields, french, '\t');
    if (english != "-") EXPECT_EQ(KeysOf(english, "en"), keys) << english;
    if (french != "-") EXPECT_EQ(KeysOf(french, "fr"), keys) << french;
    expressions += (english != "-") + (french != "-");
  }
  EXPECT_GE(expressions, 100U);
}

TEST(ValuesTest, ConversionsInBracketsAreKnown) {
  const std::string text = "un milliard de dollars (0,9 milliard d'euros) en 2012 (3 %)";
  const ByteSpan whole{0, static_cast<std::uint32_t>(text.size())};
  const std::vector<Mention> values = FindValues(text, whole, GrammarOf("fr"));
  ASSERT_EQ(values.size(), 4U);
  EXPECT_FALSE(IsConversion(text, values, 0));
  EXPECT_TRUE(IsConversion(text, values, 1));
  EXPECT_FALSE(IsConversion(text, values, 3));
}

TEST(ValuesTest, AnUnknownKeyOfTheSectionIsRefused) {
  EXPECT_THROW(static_cast<void>(ValueGrammar::FromJson({{"cardinal", {{"one", 1}}}}, "en")),
               Error);
}

}  // namespace
}  // namespace calque::internal
