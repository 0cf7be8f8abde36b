// Values of any text: spans on code points, in order, disjoint; keys that can be taken apart.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <ctime>
#include <string>
#include <vector>

#include "align/base/utf8.h"
#include "tests/support/value_grammars.h"

namespace calque::internal {
namespace {

constexpr std::array kPieces = {
    "1",     "23",         "2026",     "000",     "1.234",   "0,5",     "½",      " ",
    " ",     " ",          "\u00A0",   "-",       "–",       "/",       ":",      ".",
    ",",     "(",          ")",        "'",       "’",       "%",       "$",      "€",
    "US",    "million",    "milliard", "billion", "cent",    "quatre",  "vingt",  "dix",
    "et",    "and",        "half",     "a",       "un",      "tiers",   "third",  "premier",
    "XXIe",  "siècle",     "century",  "mai",     "May",     "lundi",   "hier",   "last",
    "week",  "heures",     "h",        "GMT",     "p.m.",    "km",      "°C",     "ans",
    "dozen", "de",         "d'",       "of",      "to",      "à",       "s",      "th",
    "é",     "中",         "😀",        "+33",     "www.a.b", "<ABC.O>", "F-16",   "zéro",
    "fünf",  "undzwanzig", "hundert",  "mil",     "e",       "años",    "\u0301", "٣",
    "\u200B"};

std::string PiecesText(const std::vector<std::uint8_t>& choices) {
  std::string text;
  for (const std::uint8_t choice : choices) text += kPieces[choice % kPieces.size()];
  return text;
}

void ExpectSound(const std::string& text, const std::string& language) {
  std::uint32_t end = 0;
  for (const Mention& mention : test::ValuesOf(text, language)) {
    RC_ASSERT(mention.span.begin >= end);
    RC_ASSERT(mention.span.end > mention.span.begin);
    RC_ASSERT(mention.span.end <= text.size());
    RC_ASSERT(FirstInvalidUtf8(mention.span.In(text)) == mention.span.size());
    RC_ASSERT(IsValueKey(mention.key));
    RC_ASSERT(ValuesAgree(mention.key, mention.key));
    RC_ASSERT(mention.probability > 0.0F && mention.probability <= 1.0F);
    end = mention.span.end;
  }
}

RC_GTEST_PROP(ValueSpansTest, AreOrderedDisjointAndOnCodePoints,
              (const std::vector<std::uint8_t>& choices)) {
  const std::string text = PiecesText(choices);
  for (const char* language : {"en", "fr", "de", "es", "it", "pt", "nl", "ja"}) {
    ExpectSound(text, language);
  }
}

RC_GTEST_PROP(ValueSpansTest, AgreementIsSymmetric,
              (const std::vector<std::uint8_t>& choices, const std::vector<std::uint8_t>& others)) {
  const Date reference{2026, 1, 5};
  for (const Mention& a : test::ValuesOf(PiecesText(choices), "en")) {
    for (const Mention& b : test::ValuesOf(PiecesText(others), "fr")) {
      RC_ASSERT(CompareValues(a.key, b.key, reference) == CompareValues(b.key, a.key, reference));
    }
  }
}

// Four times the text may take ten times the time, which a busy machine needs and a quadratic scan
// does not keep.
TEST(ValueSpansTest, HostileTextTakesLinearTime) {
  const auto seconds = [](const char* piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    const std::clock_t start = std::clock();
    (void)test::ValuesOf(text, "en");
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  constexpr std::size_t kSmall = 40'000;
  for (const char* piece : {"111/", "111,", "111.", "111 ", "11:", "1-", "one ", "$1 ", "5 %",
                            "1th", "half a ", "10 to ", "twenty-", "May ", "1.2.", "+33 ", "£"}) {
    EXPECT_LT(seconds(piece, 4 * kSmall), 10 * seconds(piece, kSmall) + 0.05) << piece;
  }
}

RC_GTEST_PROP(ValueSpansTest, DigitsKeepTheirValue, (std::uint32_t number)) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  RC_PRE(number < 1400 || number > 2100);
  RC_ASSERT(test::KeysOf(digits, "en") == "number:" + std::to_string(number));
}

}  // namespace
}  // namespace calque::internal
