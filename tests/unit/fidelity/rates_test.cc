// What a figure is counted by: periods, goods, currencies.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using ::testing::Contains;
using ::testing::Not;

TEST(Rates, AnotherPeriodIsTold) {
  EXPECT_THAT(
      Categories({{"The two weekly flights resumed.", "Les deux vols quotidiens ont repris."}}),
      Contains("unit-changed"));
  EXPECT_THAT(Categories({{"It cost 5 dollars a bushel.", "Il coûtait 5 dollars la tonne."}}),
              Contains("unit-changed"));
  EXPECT_THAT(
      Categories({{"It fell past 113 to the dollar.", "Il a dépassé les 113 pour un euro."}}),
      Contains("currency-changed"));
}

TEST(Rates, TheSameInOtherWordsIsNot) {
  for (const auto& [english, french] :
       SentencePairs{{"The two weekly flights resumed.", "Les deux vols par semaine ont repris."},
                     {"It fell past 113 to the dollar.", "Il a dépassé les 113 pour un dollar."},
                     {"It rose by 3 percent in a year.", "Cela a augmenté de 3 % sur un an."},
                     {"It pays 9 dollars an hour.", "Cela rapporte 9 dollars de l'heure."}}) {
    EXPECT_THAT(Categories({{english, french}}), Not(Contains("unit-changed"))) << english;
  }
}

// No period is said to have become another where the translation only leaves one out.
TEST(Rates, OnlyLostIsNotChanged) {
  EXPECT_THAT(Categories({{"The daily flights resumed.", "Les vols ont repris."}}),
              Not(Contains("unit-changed")));
}

}  // namespace
}  // namespace calque::internal
