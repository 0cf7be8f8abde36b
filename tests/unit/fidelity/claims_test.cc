// How far a claim goes, and what may, will or must happen.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/fidelity/verb_rules.h"
#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using ::testing::Contains;
using ::testing::Not;

TEST(Claims, AnotherQuantityIsTold) {
  for (const auto& [english, french] :
       SentencePairs{{"All the passengers were rescued.", "Certains passagers ont été secourus."},
                     {"Many villages were flooded.", "Peu de villages ont été inondés."}}) {
    EXPECT_THAT(Categories({{english, french}}), Contains("quantifier-changed")) << english;
  }
}

TEST(Claims, TheSameInOtherWordsIsNot) {
  for (const auto& [english, french] :
       SentencePairs{{"All the passengers were rescued.", "Tous ont été secourus."},
                     {"A few villages were flooded.", "Quelques villages ont été inondés."},
                     {"Nearly 400 people marched.", "Environ 400 personnes ont défilé."}}) {
    EXPECT_THAT(Categories({{english, french}}), Not(Contains("quantifier-changed"))) << english;
  }
}

TEST(Claims, WhoIsAccusedIsNotConvicted) {
  EXPECT_THAT(Categories({{"The mayor is accused of fraud.",
                           "Le maire a été reconnu coupable de fraude."}}),
              Contains("modality-changed"));
  EXPECT_THAT(Categories({{"The mayor is accused of fraud.", "Le maire est soupçonné de fraude."}}),
              Not(Contains("modality-changed")));
}

TEST(VerbStatuses, HaveNames) {
  EXPECT_EQ(VerbStatusOf("done"), VerbStatus::kDone);
  EXPECT_EQ(VerbStatusOf("open"), VerbStatus::kOpen);
  EXPECT_EQ(VerbStatusOf("maybe"), std::nullopt);
}

TEST(Modality, WhatMayBeIsNotDone) {
  EXPECT_THAT(Categories({{"The bank may cut rates.", "La banque a réduit les taux."}}),
              Contains("modality-changed"));
}

TEST(Modality, TheSameInOtherWordsIsNot) {
  for (const auto& [english, french] :
       SentencePairs{{"The bank may cut rates.", "La banque pourrait réduire les taux."},
                     {"The bank may cut rates.", "La banque peut réduire les taux."},
                     {"The bank must not cut rates.", "La banque ne peut pas réduire les taux."},
                     {"The bank may have cut rates.", "La banque aurait réduit les taux."}}) {
    EXPECT_THAT(Categories({{english, french}}), Not(Contains("modality-changed"))) << english;
  }
}

}  // namespace
}  // namespace calque::internal
