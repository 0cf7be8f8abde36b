// Who said something, where the speaker is a role: the police, a witness.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using ::testing::Contains;
using ::testing::Not;

TEST(Sources, AnotherRoleSaysIt) {
  for (const auto& [english, french] :
       SentencePairs{{"The fire began in a shed, police said.",
                      "Selon un témoin, l'incendie a débuté dans un abri."},
                     {"The strike will go on, union officials told reporters.",
                      "La grève se poursuivra, a déclaré la direction à la presse."},
                     {"Residents reported hearing gunfire before dawn.",
                      "L'armée a fait état de tirs avant l'aube."},
                     // The broad word beside the narrow one does not answer it.
                     {"Five people were hurt, hospital officials said.",
                      "Cinq personnes ont été blessées, selon la police."}}) {
    EXPECT_THAT(Categories({{english, french}}), Contains("speaker-changed")) << english;
  }
}

TEST(Sources, TheSameRoleInOtherWordsIsNot) {
  for (const auto& [english, french] :
       SentencePairs{{"The fire began in a shed, police said.",
                      "L'incendie a débuté dans un abri, a-t-on appris de source policière."},
                     {"The talks have failed, officials said.",
                      "Les discussions ont échoué, a annoncé le gouvernement."},
                     {"The company's management said it would close the plant.",
                      "La direction de l'entreprise a annoncé la fermeture de l'usine."},
                     {"The storm will hit on Monday, forecasters warned.",
                      "La tempête frappera lundi, a prévenu l'institut météorologique."}}) {
    EXPECT_THAT(Categories({{english, french}}), Not(Contains("speaker-changed"))) << english;
  }
}

// Nobody is said to be another where only one side names a role.
TEST(Sources, OneNamedAlone) {
  EXPECT_THAT(Categories({{"The talks have failed, he said.",
                           "Les discussions ont échoué, a annoncé la police."}}),
              Not(Contains("speaker-changed")));
}

}  // namespace
}  // namespace calque::internal
