// ICU spells numbers out (rule-based number format, Unicode CLDR); what it writes must be read
// back.
#include <gtest/gtest.h>
#include <unicode/rbnf.h>

#include <cstdint>
#include <memory>
#include <random>
#include <vector>

#include "tests/support/value_grammars.h"

namespace calque::internal {
namespace {

// A locale of CLDR's spelling rules, the rule set of it, and the language whose data must read it.
struct Speller {
  const char* locale;
  const char* rules;
  const char* language;
};
void PrintTo(const Speller& s, std::ostream* out) { *out << s.locale << " " << s.rules; }

std::unique_ptr<icu::RuleBasedNumberFormat> Format(const Speller& speller) {
  UErrorCode status = U_ZERO_ERROR;
  auto format = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT,
                                                             icu::Locale(speller.locale), status);
  format->setDefaultRuleSet(icu::UnicodeString(speller.rules), status);
  EXPECT_TRUE(U_SUCCESS(status)) << speller.locale << " " << speller.rules;
  return format;
}

std::string Spell(const icu::RuleBasedNumberFormat& format, std::int64_t number) {
  icu::UnicodeString text;
  format.format(number, text);
  std::string utf8;
  text.toUTF8String(utf8);
  // Soft hyphens only tell where a word may be broken, and the comma that the verbose rules put
  // behind `thousand` separates two numbers in news.
  for (const std::string_view left_out : {"\u00AD", ","}) {
    for (std::size_t at = utf8.find(left_out); at != std::string::npos; at = utf8.find(left_out)) {
      utf8.erase(at, left_out.size());
    }
  }
  return utf8;
}

// Every number to `last`, and some of each size up to 10^12.
std::vector<std::int64_t> Numbers(std::int64_t last) {
  std::vector<std::int64_t> numbers;
  for (std::int64_t n = 2; n <= last; ++n) numbers.push_back(n);
  std::mt19937_64 random(20260105);
  for (std::int64_t limit = 100'000; limit <= 1'000'000'000'000; limit *= 10) {
    for (int i = 0; i < 200; ++i) numbers.push_back(static_cast<std::int64_t>(random() % limit));
  }
  return numbers;
}

class SpelledNumbersTest : public testing::TestWithParam<Speller> {};

TEST_P(SpelledNumbersTest, AreReadBack) {
  const auto format = Format(GetParam());
  std::size_t wrong = 0;
  for (const std::int64_t number : Numbers(10'000)) {
    const std::string text = Spell(*format, number);
    const std::string keys = test::KeysOf(text, GetParam().language);
    if (keys == "number:" + std::to_string(number)) continue;
    if (++wrong <= 5) ADD_FAILURE() << number << " as `" << text << "` is read as " << keys;
  }
  EXPECT_EQ(wrong, 0U);
}

INSTANTIATE_TEST_SUITE_P(Cardinals, SpelledNumbersTest,
                         testing::Values(Speller{"en", "%spellout-cardinal", "en"},
                                         Speller{"en", "%spellout-cardinal-verbose", "en"},
                                         Speller{"fr", "%spellout-cardinal-masculine", "fr"},
                                         Speller{"fr", "%spellout-cardinal-feminine", "fr"},
                                         Speller{"fr_BE", "%spellout-cardinal-masculine", "fr"},
                                         Speller{"fr_CH", "%spellout-cardinal-masculine", "fr"},
                                         Speller{"de", "%spellout-cardinal-masculine", "de"},
                                         Speller{"es", "%spellout-cardinal-masculine", "es"},
                                         Speller{"es", "%spellout-cardinal-feminine", "es"},
                                         Speller{"it", "%spellout-cardinal-masculine", "it"},
                                         Speller{"pt", "%spellout-cardinal-masculine", "pt"},
                                         Speller{"pt_PT", "%spellout-cardinal-feminine", "pt"},
                                         Speller{"nl", "%spellout-cardinal", "nl"}));

class SpelledOrdinalsTest : public testing::TestWithParam<Speller> {};

TEST_P(SpelledOrdinalsTest, AreReadBack) {
  const auto format = Format(GetParam());
  std::size_t wrong = 0;
  for (std::int64_t number = 1; number < 1000; ++number) {
    if (number == 100) continue;  // `one hundredth` is a fraction first
    const std::string text = Spell(*format, number);
    const std::string keys = test::KeysOf(text, GetParam().language);
    if (keys == "ordinal:" + std::to_string(number)) continue;
    if (++wrong <= 5) ADD_FAILURE() << number << " as `" << text << "` is read as " << keys;
  }
  EXPECT_EQ(wrong, 0U);
}

INSTANTIATE_TEST_SUITE_P(Ordinals, SpelledOrdinalsTest,
                         testing::Values(Speller{"en", "%spellout-ordinal", "en"},
                                         Speller{"en", "%spellout-ordinal-verbose", "en"},
                                         Speller{"fr", "%spellout-ordinal-masculine", "fr"},
                                         Speller{"fr", "%spellout-ordinal-feminine", "fr"},
                                         Speller{"fr_CH", "%spellout-ordinal-masculine", "fr"}));

}  // namespace
}  // namespace calque::internal
