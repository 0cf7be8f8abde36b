// Which values may have changed places, and what the words around them say about it.
#include "align/fidelity/swapped_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/entities/values.h"
#include "align/io/data_directory.h"
#include "align/io/json.h"
#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<Mention> ValuesOf(const Document& document) {
  const Json file = LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", document.language);
  return FindValues(document, ValueGrammar::FromJson(file.at("values"), document.language));
}

std::vector<Candidate> SwapsOf(const std::string& english, const std::string& french,
                               const std::vector<WordLink>& links) {
  Bitext bitext = MakeBitext({{english, french}});
  bitext.source_mentions = ValuesOf(bitext.source);
  bitext.target_mentions = ValuesOf(bitext.target);
  bitext.words = links;
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const CheckInput input{scene, FidelityScope::kLines, nullptr};
  return FindSwappedValues(scene, BalanceValues(input).at(0), 0);
}

float Feature(const Candidate& candidate, std::string_view name) {
  const auto names = candidate.model->features;
  const auto at = std::find(names.begin(), names.end(), name);
  return candidate.features.at(static_cast<std::size_t>(at - names.begin()));
}

// Tokens: It0 rose1 from2 3 percent4 to5 5 percent7; Il0 est1 passé2 de3 …5 à6 …8.
const std::vector<WordLink> kInOrder = {{1, 2, 0.9F}, {2, 3, 0.9F}, {5, 6, 0.9F}};
const std::vector<WordLink> kTurned = {{1, 2, 0.9F}, {2, 6, 0.9F}, {5, 3, 0.9F}};

TEST(SwappedValues, WordsBeforeThemTell) {
  const auto swapped =
      SwapsOf("It rose from 3 percent to 5 percent.", "Il est passé de 5 % à 3 %.", kInOrder);
  ASSERT_THAT(swapped, SizeIs(1));
  EXPECT_EQ(swapped[0].category, "percentage-changed");
  EXPECT_THAT(swapped[0].message, HasSubstr("“3 percent” and “5 percent” have changed places"));
  EXPECT_GT(Feature(swapped[0], "swapped"), Feature(swapped[0], "kept"));
  EXPECT_NEAR(Feature(swapped[0], "governed"), 1.8F, 1e-5);
  const auto turned =
      SwapsOf("It rose from 3 percent to 5 percent.", "Il est passé à 5 % de 3 %.", kTurned);
  ASSERT_THAT(turned, SizeIs(1));
  EXPECT_LT(Feature(turned[0], "swapped"), Feature(turned[0], "kept"));
  EXPECT_NEAR(Feature(turned[0], "governed"), -1.8F, 1e-5);
}

TEST(SwappedValues, OnlyOfOneKindAndOnlyWhereTheyStandOnce) {
  EXPECT_THAT(SwapsOf("It is 10 miles (16 km) away.", "C'est à 16 km (10 miles).", {}), IsEmpty());
  EXPECT_THAT(SwapsOf("In 2012 there were 12 deaths.", "Il y a eu 12 morts en 2012.", {}),
              IsEmpty());
  EXPECT_THAT(SwapsOf("It won 3 of 5, then 3 more.", "Sur 5, il en a gagné 3, puis 3.", {}),
              IsEmpty());
}

TEST(SwappedValues, NoneInATable) {
  constexpr int kValues = 1000;  // hours, if each two of them were looked at
  std::string english = "Shops", french = "Magasins";
  for (int i = 0; i < kValues; ++i) {
    english += " " + std::to_string(10'000 + 7 * i);
    french += " " + std::to_string(10'000 + 7 * (kValues - i - 1));
  }
  EXPECT_THAT(SwapsOf(english + ".", french + ".", {}), IsEmpty());
}

}  // namespace
}  // namespace calque::internal
