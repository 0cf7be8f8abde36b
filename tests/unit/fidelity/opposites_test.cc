#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/base/utf8.h"
#include "align/fidelity/word_meanings.h"
#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using ::testing::Contains;
using ::testing::Not;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

std::vector<std::pair<std::string_view, std::string_view>> Meanings(
    const WordMeanings& words, const std::vector<std::string>& tokens) {
  std::vector<std::string> folded;
  std::vector<std::string> written;
  for (const std::string& token : tokens) {
    folded.push_back(Fold(token));
    written.push_back(FoldCase(token));
  }
  const std::vector<std::string_view> views(folded.begin(), folded.end());
  std::vector<std::pair<std::string_view, std::string_view>> found;
  for (const WordMeaning& meaning : Foremost(words.MeaningsAt(views, written))) {
    found.emplace_back(meaning.family, meaning.member);
  }
  return found;
}

TEST(WordMeanings, WordsStemsAndPairs) {
  WordMeanings words;
  words.Add({"rise", "first"}, "augment*");
  words.Add({"rise", "second"}, "perdu");
  words.Add({"win", "second"}, "perdu");
  words.Add({"more", "first"}, "plus de");
  EXPECT_THAT(Meanings(words, {"augmentation"}), UnorderedElementsAre(Pair("rise", "first")));
  EXPECT_THAT(Meanings(words, {"perdu"}),
              UnorderedElementsAre(Pair("rise", "second"), Pair("win", "second")));
  EXPECT_THAT(Meanings(words, {"plus", "de"}), UnorderedElementsAre(Pair("more", "first")));
  EXPECT_TRUE(Meanings(words, {"plus"}).empty());
  EXPECT_TRUE(Meanings(words, {"augmen"}).empty());
  EXPECT_TRUE(Meanings(words, {}).empty());
}

TEST(WordMeanings, SomeMeanItOfAShareOnly) {
  WordMeanings words;
  words.Add({"rise", "first", Bond::kTwoPoles, Use::kOfShare}, "pris");
  words.Add({"win", "first"}, "pris");
  const std::vector<WordMeaning> found =
      words.MeaningsAt(std::vector<std::string_view>{"pris"}, std::vector<std::string>{"pris"});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].use, Use::kOfShare);
  EXPECT_EQ(found[1].use, Use::kAlways);
}

TEST(WordMeanings, AccentsTellWordsApart) {
  WordMeanings words;
  words.Add({"born", "first"}, "né");
  words.Add({"new", "second"}, "âgé*");
  words.Add({"emigrate", "first"}, "émigr*");
  words.Add({"rise", "first"}, "relev*");
  EXPECT_THAT(Meanings(words, {"né"}), UnorderedElementsAre(Pair("born", "first")));
  EXPECT_TRUE(Meanings(words, {"ne"}).empty());
  EXPECT_THAT(Meanings(words, {"âgées"}), UnorderedElementsAre(Pair("new", "second")));
  EXPECT_TRUE(Meanings(words, {"agences"}).empty());
  // Capitals may lack theirs, and a stem that is listed without is found with them.
  EXPECT_THAT(Meanings(words, {"Emigrés"}), UnorderedElementsAre(Pair("emigrate", "first")));
  EXPECT_THAT(Meanings(words, {"relève"}), UnorderedElementsAre(Pair("rise", "first")));
  // A whole word that is listed without is not found with them.
  words.Add({"people", "judge", Bond::kOneOfMany}, "juge");
  EXPECT_THAT(Meanings(words, {"Juge"}), UnorderedElementsAre(Pair("people", "judge")));
  EXPECT_TRUE(Meanings(words, {"jugé"}).empty());
}

TEST(WordMeanings, PhrasesOfSeveralWords) {
  WordMeanings words;
  words.Add({"places", "nightclub", Bond::kOneOfMany}, "boîte de nuit");
  words.Add({"office", "president", Bond::kOneOfMany}, "chef de l' etat");
  EXPECT_THAT(Meanings(words, {"boîte", "de", "nuit", "."}),
              UnorderedElementsAre(Pair("places", "nightclub")));
  EXPECT_TRUE(Meanings(words, {"boîte", "de"}).empty());
  EXPECT_THAT(Meanings(words, {"chef", "de", "l'", "Etat"}),
              UnorderedElementsAre(Pair("office", "president")));
}

// `Attorney` is a lawyer or a prosecutor.
TEST(WordMeanings, AWordMayBeTwoOfAKind) {
  WordMeanings words;
  words.Add({"profession", "lawyer", Bond::kOneOfMany}, "attorney");
  words.Add({"profession", "prosecutor", Bond::kOneOfMany}, "attorney");
  words.Add({"profession", "prosecutor", Bond::kOneOfMany}, "attorney general");
  EXPECT_THAT(Meanings(words, {"attorney"}),
              UnorderedElementsAre(Pair("profession", "lawyer"), Pair("profession", "prosecutor")));
  EXPECT_THAT(Meanings(words, {"attorney", "general"}),
              UnorderedElementsAre(Pair("profession", "prosecutor")));
}

// `Moins coûteuse` has the stem at its end; `souvent` is no `souvenir`.
TEST(WordMeanings, StemsEndPhrasesAndHaveExceptions) {
  WordMeanings words;
  words.Add({"cheap", "first"}, "moins coûteu*");
  words.Add({"cheap", "second"}, "coûteu*");
  words.Add({"remember", "first"}, "souven*");
  words.Add({"love", "second"}, "haï*");
  words.AddUnstemmed("souvent");
  words.AddUnstemmed("haïti*");
  EXPECT_THAT(Meanings(words, {"moins", "coûteuse"}), UnorderedElementsAre(Pair("cheap", "first")));
  EXPECT_THAT(Meanings(words, {"coûteuse"}), UnorderedElementsAre(Pair("cheap", "second")));
  EXPECT_THAT(Meanings(words, {"souvenir"}), UnorderedElementsAre(Pair("remember", "first")));
  EXPECT_TRUE(Meanings(words, {"souvent"}).empty());
  EXPECT_TRUE(Meanings(words, {"Haïtiens"}).empty());
  EXPECT_FALSE(Meanings(words, {"haï"}).empty());
}

TEST(Opposites, ContraryIsFound) {
  // Without a model no links speak for it: it is only about as likely as not.
  FidelityOptions options;
  options.threshold = 0.4F;
  EXPECT_THAT(
      Categories({{"Shares of Renault rose on Tuesday.", "L'action Renault a baissé mardi."}},
                 options),
      Contains("opposite"));
  EXPECT_THAT(Categories({{"The government rejected the proposal.",
                           "Le gouvernement a accepté la proposition."}}),
              Contains("opposite"));
}

// A phrase means what it says as a whole.
TEST(Opposites, WordsOfAPhraseSayNothingOfTheirOwn) {
  FidelityOptions options;
  options.threshold = 0.2F;
  EXPECT_THAT(Categories({{"The results were better than expected.",
                           "Les résultats ont été moins bons que prévu."}},
                         options),
              Contains("opposite"));
  EXPECT_THAT(Categories({{"The results were worse than expected.",
                           "Les résultats ont été moins bons que prévu."}},
                         options),
              Not(Contains("opposite")));
}

TEST(Opposites, NoMoreThanIsNotMore) {
  EXPECT_THAT(Categories({{"They want to spend no more than 30 euros.",
                           "Ils veulent dépenser moins de 30 euros."}}),
              Not(Contains("opposite")));
}

// `Fewer than` is no cue that denies its own word, and a cue reaches over `plans to`.
TEST(Opposites, PhrasesAndDeniedWordsAreWeighed) {
  FidelityOptions options;
  options.threshold = 0.2F;
  EXPECT_THAT(
      Categories({{"Fewer than 100 people died.", "Plus de 100 personnes sont mortes."}}, options),
      Contains("opposite"));
  EXPECT_THAT(Categories({{"The government has no plans to cut taxes.",
                           "Le gouvernement ne compte pas augmenter les impôts."}},
                         options),
              Contains("opposite"));
}

// Words that the phrases share say nothing of their poles.
TEST(Opposites, PhrasesOfTheSameWordAreContrary) {
  FidelityOptions options;
  options.threshold = 0.2F;
  EXPECT_THAT(Categories({{"The jury found the driver guilty.",
                           "Le jury a jugé le conducteur non coupable."}},
                         options),
              Contains("opposite"));
  EXPECT_THAT(Categories({{"The jury found the driver not guilty.",
                           "Le jury a jugé le conducteur non coupable."}},
                         options),
              Not(Contains("opposite")));
}

// `Unable to leave` may be said as `stays`.
TEST(Opposites, ADenialMayTurnTheMeaning) {
  FidelityOptions options;
  options.threshold = 0.2F;
  EXPECT_THAT(
      Categories({{"The crew will leave the ship.", "L'équipage restera à bord."}}, options),
      Contains("opposite"));
  EXPECT_THAT(Categories({{"The crew is unable to leave the ship.", "L'équipage restera à bord."}},
                         options),
              Not(Contains("opposite")));
}

TEST(WordKinds, AnotherOfTheKindIsFound) {
  FidelityOptions options;
  options.threshold = 0.2F;
  EXPECT_THAT(Categories({{"The rebels freed the father of the player on Thursday.",
                           "Les rebelles ont libéré jeudi le frère du joueur."}},
                         options),
              Contains("word-changed"));
  EXPECT_THAT(Categories({{"The rebels freed the father of the player on Thursday.",
                           "Les rebelles ont libéré jeudi le père du joueur."}},
                         options),
              Not(Contains("word-changed")));
  // Both stand on both sides.
  EXPECT_THAT(Categories({{"The father of the player called his brother.",
                           "Le frère du joueur a été appelé par le père de celui-ci."}},
                         options),
              Not(Contains("word-changed")));
  // Either language has a word for both.
  EXPECT_THAT(Categories({{"The attorney asked the court for ten years on Thursday.",
                           "Le procureur a demandé jeudi dix ans au tribunal."},
                          {"The attorney asked the court for ten years on Thursday.",
                           "L'avocat a demandé jeudi dix ans au tribunal."}},
                         options),
              Not(Contains("word-changed")));
}

// A person may become another, whatever makes either what they are.
TEST(WordKinds, AnotherOfTheGroupIsFound) {
  FidelityOptions options;
  options.threshold = 0.2F;
  EXPECT_THAT(Categories({{"The bus carried pilgrims to the border on Thursday.",
                           "Le bus transportait jeudi des étudiants vers la frontière."}},
                         options),
              Contains("word-changed"));
  // `En train de` is no train.
  EXPECT_THAT(Categories({{"He was reading to her on the bridge on Thursday.",
                           "Il était en train de lui lire un livre jeudi."}},
                         options),
              Not(Contains("word-changed")));
}

TEST(Opposites, UntilAfterIsAfter) {
  FidelityOptions options;
  options.threshold = 0.2F;
  EXPECT_THAT(Categories({{"The government postponed the tax until after the elections.",
                           "Le gouvernement a reporté la taxe après les élections."}},
                         options),
              Not(Contains("opposite")));
}

TEST(Opposites, SameMeaningIsNot) {
  EXPECT_THAT(
      Categories({{"Shares of Renault rose on Tuesday.", "L'action Renault a progressé mardi."}}),
      Not(Contains("opposite")));
  // Both words stand on both sides, in another order.
  EXPECT_THAT(Categories({{"Profit rose while costs fell.",
                           "Les coûts ont baissé tandis que le bénéfice augmentait."}}),
              Not(Contains("opposite")));
  // What one side denies the other says by the contrary.
  EXPECT_THAT(Categories({{"The plan did not fail.", "Le plan a réussi."}}),
              Not(Contains("opposite")));
}

}  // namespace
}  // namespace calque::internal
