// Values of any text: spans on code points, in order, disjoint; keys that can be taken apart.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
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

RC_GTEST_PROP(ValueSpansTest, DigitsKeepTheirValue, (std::uint32_t number)) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  RC_PRE(number < 1400 || number > 2100);
  RC_ASSERT(test::KeysOf(digits, "en") == "number:" + std::to_string(number));
}

}  // namespace
}  // namespace calque::internal
