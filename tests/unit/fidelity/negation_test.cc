#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "align/fidelity/negation_answers.h"
#include "align/fidelity/negation_cues.h"
#include "align/fidelity/negation_place.h"
#include "align/fidelity/negation_words.h"
#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

// Cues of one force of an English and a French sentence, as text.
std::vector<std::string> Cues(const std::string& english, const std::string& french,
                              NegationForce force) {
  const Bitext bitext = MakeBitext({{english, french}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  std::vector<std::string> cues;
  for (const SideView* side : {&scene.source(), &scene.target()}) {
    const auto all = static_cast<std::uint32_t>(side->words().size());
    for (const NegationCue& cue : FindNegations(*side, {0, all})) {
      if (cue.force == force) cues.emplace_back(side->Text(side->SpanOf(cue.tokens)));
    }
  }
  return cues;
}

TEST(Negation, BracketsTheVerb) {
  EXPECT_THAT(Cues("They did not say.", "Ils n'ont pas dit.", NegationForce::kStrong),
              ElementsAre("not", "n'ont pas"));
  EXPECT_THAT(Cues("It doesn’t work.", "Elle ne l’a jamais été.", NegationForce::kStrong),
              ElementsAre("n’t", "ne l’a jamais"));
}

TEST(Negation, NegativeSubjects) {
  EXPECT_THAT(Cues("Nobody came.", "Personne n'est venu.", NegationForce::kStrong),
              ElementsAre("Nobody", "Personne n'"));
  EXPECT_THAT(Cues("No-one came, no-one's here.", "Personne n'est venu.", NegationForce::kStrong),
              ElementsAre("No-one", "no-one", "Personne n'"));
  EXPECT_THAT(Cues("No deal was signed.", "Aucun accord n'a été signé.", NegationForce::kStrong),
              ElementsAre("No", "Aucun accord n'"));
}

TEST(Negation, SomeVerbsNeedNoCloser) {
  EXPECT_THAT(Cues("They cannot come.", "Ils ne peuvent venir. Il n'a pu répondre.",
                   NegationForce::kStrong),
              ElementsAre("cannot", "ne", "n'"));
  EXPECT_THAT(Cues("Before he can come.", "Avant qu'il ne puisse venir.", NegationForce::kStrong),
              IsEmpty());
  EXPECT_THAT(Cues("Can only come.", "Il ne peut que venir.", NegationForce::kStrong), IsEmpty());
  EXPECT_THAT(Cues("She ruled that nobody could help.", "Elle juge qu'un vote ne peut aider.",
                   NegationForce::kStrong),
              ElementsAre("nobody", "ne"));
  EXPECT_THAT(
      Cues("Bigger than it can be.", "Plus grand qu'il ne peut être.", NegationForce::kStrong),
      IsEmpty());
}

TEST(Negation, QuotationMarksMayStandInside) {
  EXPECT_THAT(Cues("He never came.", "Il assure n'être « jamais venu ».", NegationForce::kStrong),
              ElementsAre("never", "n'être « jamais"));
}

TEST(Negation, NoLongerImportsIsNotNoMatterWho) {
  EXPECT_THAT(
      Cues("It no longer imports oil.", "Il n'importe plus de pétrole.", NegationForce::kStrong),
      ElementsAre("no longer", "n'importe plus"));
  EXPECT_THAT(Cues("Anybody may come.", "N'importe qui peut venir.", NegationForce::kStrong),
              IsEmpty());
}

TEST(Negation, RestrictionIsNone) {
  EXPECT_THAT(Cues("There is only one.", "Il n'y en a qu'un.", NegationForce::kStrong), IsEmpty());
}

// `will not be of use unless` is `ne sera utile que si`.
TEST(Negation, RestrictionMayAnswer) {
  EXPECT_THAT(Cues("Unless it rains.", "Il ne sera utile que s'il pleut.", NegationForce::kWeak),
              ElementsAre("Unless", "ne sera utile que"));
}

TEST(Negation, OneCueIsOne) {
  EXPECT_THAT(Cues("Not as a queen.", "Non pas en reine.", NegationForce::kStrong),
              ElementsAre("Not", "Non pas"));
}

TEST(Negation, StepsAreNone) {
  EXPECT_THAT(Cues("A big step.", "Un grand pas vers la paix.", NegationForce::kStrong), IsEmpty());
}

TEST(Negation, RestrictionsWithTwoWordsAreWeak) {
  EXPECT_THAT(Cues("It awaits only the go-ahead.", "Il n'attend plus que le feu vert.",
                   NegationForce::kStrong),
              IsEmpty());
  EXPECT_THAT(Cues("It is not only that.", "Ce n'est pas seulement cela.", NegationForce::kStrong),
              IsEmpty());
  EXPECT_THAT(Cues("Faster than any other.", "Plus rapide que n'importe quel autre.",
                   NegationForce::kStrong),
              IsEmpty());
}

TEST(Negation, ExpletiveIsWeak) {
  EXPECT_THAT(
      Cues("Before it is too late", "avant qu'il ne soit trop tard", NegationForce::kStrong),
      IsEmpty());
  EXPECT_THAT(Cues("Before it is too late", "avant qu'il ne soit trop tard", NegationForce::kWeak),
              ElementsAre("ne"));
}

TEST(Negation, NegativeAdverbAheadOfItsSubject) {
  EXPECT_THAT(
      Cues("They would never guess.", "Jamais ils ne pourraient deviner.", NegationForce::kStrong),
      ElementsAre("never", "Jamais ils ne"));
}

TEST(Negation, LooseWordsAreNoDenials) {
  EXPECT_THAT(Cues("It is the only other case.", "Un seul autre cas.", NegationForce::kWeak),
              IsEmpty());
  EXPECT_THAT(Cues("It is the only case.", "Un seul cas.", NegationForce::kLoose),
              ElementsAre("only", "seul"));
}

TEST(Negation, DenialsAreWeak) {
  EXPECT_THAT(Cues("They refused to pay.", "Ils refusent de payer.", NegationForce::kWeak),
              ElementsAre("refused to", "refusent de"));
  EXPECT_THAT(Cues("He declined to speak.", "Elle manquera la finale.", NegationForce::kWeak),
              ElementsAre("declined to", "manquera"));
}

TEST(Negation, MiddleDoesNotNegate) {
  const Bitext bitext = MakeBitext({{"They did not say.", "Ils n'ont pas dit."}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const SideView& french = scene.target();
  const auto cues = FindNegations(french, {0, static_cast<std::uint32_t>(french.words().size())});
  ASSERT_EQ(cues.size(), 1U);
  EXPECT_EQ(french.Text(french.SpanOf(cues[0].middle)), "ont");
}

TEST(Negation, ExemptPhrases) {
  EXPECT_THAT(Cues("Not only that.", "Non seulement cela.", NegationForce::kStrong), IsEmpty());
  EXPECT_THAT(Cues("The Fed's No 2 had no plan.", "", NegationForce::kStrong), ElementsAre("no"));
}

TEST(Negation, LostAndAdded) {
  // Without a lexicon nothing says that the rest is rendered, so these may stay doubts.
  const FidelityOptions doubts{0.0F, FidelityScope::kDocument};
  EXPECT_THAT(
      Categories({{"The talks were not suspended.", "Les pourparlers ont été suspendus."}}, doubts),
      Contains("negation-lost"));
  EXPECT_THAT(
      Categories({{"The talks were suspended.", "Les pourparlers n'ont pas été suspendus."}},
                 doubts),
      Contains("negation-added"));
  EXPECT_THAT(
      Categories({{"The talks were not suspended.", "Les pourparlers n'ont pas été suspendus."}}),
      IsEmpty());
}

TEST(Negation, NamesTheWordsThatMaySayTheSame) {
  const Bitext bitext =
      MakeBitext({{"On Monday 3 officials did not know of Smith's plan.",
                   "Lundi 3 responsables ignoraient le plan de Smith, qui n'a pas parlé."}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const View view(scene, View::From::kSource);
  const IndexRange<Token> here = view.Here(bitext.beads[0]);
  const IndexRange<Token> there = view.There(bitext.beads[0]);
  const auto ours = FindNegations(view.here(), here);
  const auto theirs = FindNegations(view.there(), there);
  ASSERT_EQ(ours.size(), 1U);
  ASSERT_EQ(theirs.size(), 2U);  // `ignoraient`, which may answer, and `n'a pas`
  const auto words = NegationWords(view, ours[0], here, there, theirs);
  EXPECT_TRUE(std::ranges::is_sorted(words));
  EXPECT_THAT(words,
              IsSupersetOf({"en cue not", "en near know", "en near did", "fr there ignora"}));
  for (const char* no_word : {"en near smith", "fr there smith", "fr there 3", "fr there pas"}) {
    EXPECT_THAT(words, Not(Contains(no_word)));
  }
}

TEST(Negation, AnsweredByAnotherWord) {
  EXPECT_THAT(Categories({{"He left and did not pay.", "Il est parti sans payer."}}), IsEmpty());
}

TEST(Negation, MessagesQuoteWholeWords) {
  const auto found =
      Departures({{"The bank doesn't wait for the ruling.", "La banque attend la décision."}},
                 {.threshold = 0.01F});
  ASSERT_FALSE(found.empty());
  EXPECT_THAT(found.front().message, ::testing::HasSubstr("doesn't wait"));
}

// Whether the only strong cue of the French, which nothing answers, is one of two that affirm.
bool Affirms(const std::string& english, const std::string& french,
             const std::vector<WordLink>& links = {}) {
  Bitext bitext = MakeBitext({{english, french}});
  bitext.words = links;
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const View view(scene, View::From::kTarget);
  const NegationAnswers answers(view, view.Here(bitext.beads[0]), view.There(bitext.beads[0]));
  EXPECT_EQ(answers.unanswered().size(), 1U) << french;
  return !answers.unanswered().empty() && answers.DeniesDenial(*answers.unanswered().front());
}

TEST(NegationAnswers, TwoNegationsAffirm) {
  EXPECT_TRUE(Affirms("Power cuts are possible.", "Des coupures ne sont pas exclues."));
  EXPECT_TRUE(Affirms("The plan has drawbacks.", "Le projet n'est pas sans inconvénients."));
  EXPECT_FALSE(Affirms("The plan has drawbacks.", "Le projet n'a pas d'inconvénients."));
  EXPECT_FALSE(Affirms("They have signed.", "Ils n'ont pas signé ni le traité ni l'accord."));
}

// The weak cue is rendered: what is lost is the strong one.
TEST(NegationAnswers, ARenderedDenialStaysDenied) {
  constexpr std::uint32_t kFailed = 2;
  constexpr std::uint32_t kEchoue = 5;
  EXPECT_FALSE(Affirms("The talks failed.", "Les pourparlers n'ont pas échoué.",
                       {{kFailed, kEchoue, 0.9F}}));
}

// How many cues of the English say that what follows is not so while nothing of the French does.
std::size_t LostDenials(const std::string& english, const std::string& french,
                        const std::vector<WordLink>& links = {}) {
  Bitext bitext = MakeBitext({{english, french}});
  bitext.words = links;
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const View view(scene, View::From::kSource);
  return NegationAnswers(view, view.Here(bitext.beads[0]), view.There(bitext.beads[0]))
      .LostDenials()
      .size();
}

TEST(NegationAnswers, ADenialIsLostWhereNothingMayAnswerIt) {
  EXPECT_EQ(LostDenials("They refused to pay the fine.", "Ils ont payé l'amende."), 1U);
  EXPECT_EQ(LostDenials("They refused to pay the fine.", "Ils n'ont pas payé l'amende."), 0U);
  EXPECT_EQ(LostDenials("They did not call, refused to pay.", "Ils ont payé, sans appeler."), 0U);
  EXPECT_EQ(LostDenials("They left without a word.", "Ils sont partis sans un mot."), 0U);
  EXPECT_EQ(LostDenials("They did not rule out a strike.", "Une grève est possible."), 0U);
}

TEST(NegationAnswers, WhatNegatesTheSameRendersIt) {
  EXPECT_EQ(LostDenials("They went without power, unable to leave.",
                        "Privés de courant, ils sont partis."),
            1U);
  EXPECT_EQ(LostDenials("They went without power.", "L'absence de courant a duré.", {{3, 3, 0.9F}}),
            0U);
}

// Each of the two negates what stands in quite another place.
TEST(NegationAnswers, FarApartCuesDoNotAnswer) {
  const std::string english =
      "He had not slept, the port said on Monday, and the ship that sank that night had sails.";
  const std::string french =
      "Le navire qui a coulé cette nuit-là n'avait pas de voiles, selon le port lundi au matin, et "
      "il "
      "avait longtemps dormi.";
  Bitext bitext = MakeBitext({{english, french}});
  const auto token = [](const Document& document, std::string_view word) {
    const auto found = std::ranges::find_if(
        document.tokens, [&](const Token& t) { return t.span.In(document.text) == word; });
    return static_cast<std::uint32_t>(found - document.tokens.begin());
  };
  bitext.words = {{token(bitext.source, "slept"), token(bitext.target, "dormi"), 0.9F},
                  {token(bitext.source, "sails"), token(bitext.target, "voiles"), 0.9F}};
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const View view(scene, View::From::kSource);
  const NegationAnswers answers(view, view.Here(bitext.beads[0]), view.There(bitext.beads[0]));
  EXPECT_EQ(answers.unanswered().size(), 1U);
}

// How many strong cues of the French no strong cue of the English answers.
std::size_t Unanswered(const std::string& english, const std::string& french,
                       const std::vector<WordLink>& links) {
  Bitext bitext = MakeBitext({{english, french}});
  bitext.words = links;
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const View view(scene, View::From::kTarget);
  return NegationAnswers(view, view.Here(bitext.beads[0]), view.There(bitext.beads[0]))
      .unanswered()
      .size();
}

// `Not known` renders `ignore` and answers no other negation; `jamais` is part of one.
TEST(NegationAnswers, WhatRendersADenialAnswersNoOther) {
  EXPECT_EQ(Unanswered("He called back, and it is not known why.",
                       "Il n'a pas rappelé, et on ignore pourquoi.", {{8, 8, 0.9F}}),
            1U);
  EXPECT_EQ(Unanswered("He never called back, and it is not known why.",
                       "Il n'a pas rappelé, et on ignore pourquoi.", {{9, 8, 0.9F}}),
            0U);
  EXPECT_EQ(Unanswered("None of them ever knew.", "Aucun d'eux n'a jamais su.", {{0, 5, 0.9F}}),
            0U);
}

TEST(NegationPlace, WhatRendersANegatedWord) {
  constexpr std::uint32_t kAllowed = 3;
  const auto plain = [&](const std::string& french, std::uint32_t linked) {
    Bitext bitext = MakeBitext({{"They were not allowed to leave.", french}});
    bitext.words = {{kAllowed, linked, 0.9F}};
    const FidelityContext context = ShippedContext();
    const Scene scene(bitext, context);
    const View view(scene, View::From::kSource);
    const IndexRange<Token> here = view.Here(bitext.beads[0]);
    const auto cues = FindNegations(view.here(), here);
    const IndexRange<Token> there = view.There(bitext.beads[0]);
    return PlainPolesOf(view, FindContrastWords(view.here(), here),
                        FindContrastWords(view.there(), there), cues.front());
  };
  const PlainPoles same = plain("Ils étaient autorisés à partir.", 2);
  EXPECT_FLOAT_EQ(same.same, 0.9F);
  EXPECT_EQ(same.opposite, 0.0F);
  const PlainPoles opposite = plain("On leur a interdit de partir.", 3);
  EXPECT_EQ(opposite.same, 0.0F);
  EXPECT_FLOAT_EQ(opposite.opposite, 0.9F);
  const PlainPoles denied = plain("Ils n'étaient pas autorisés à partir.", 4);
  EXPECT_EQ(denied.same, 0.0F);
}

TEST(NegationPlace, FollowsTheNearestLink) {
  Bitext bitext = MakeBitext({{"The mayor did not resign today.", "Le maire est parti ce jour."}});
  bitext.words = {{1, 1, 0.9F}, {5, 5, 0.9F}};
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const View view(scene, View::From::kSource);
  const IndexRange<Token> here = view.Here(bitext.beads[0]);
  const IndexRange<Token> there = view.There(bitext.beads[0]);
  EXPECT_EQ(ExpectedPlace(view, 1, here, there), 1.0);
  EXPECT_EQ(ExpectedPlace(view, 4, here, there), 5.0);
}

// `Impossible` answers the first of the two; nothing is left for the second.
TEST(NegationAnswers, AWeakCueAnswersOnce) {
  const Bitext bitext = MakeBitext({{"They cannot say when the road will not be closed.",
                                     "Il est impossible de dire quand la route sera close."}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const View view(scene, View::From::kSource);
  const NegationAnswers answers(view, view.Here(bitext.beads[0]), view.There(bitext.beads[0]));
  ASSERT_EQ(answers.unanswered().size(), 2U);
  EXPECT_GT(answers.FreeWeakNear(*answers.unanswered()[0]), 0.0F);
  EXPECT_EQ(answers.FreeWeakNear(*answers.unanswered()[1]), 0.0F);
}

// `Did not rule out` is not `exclut`: the strong cue is not answered by what renders `rule out`.
TEST(NegationAnswers, ADeniedDenialDoesNotAnswer) {
  const Bitext bitext =
      MakeBitext({{"They did not rule out a strike.", "Le syndicat exclut une grève."}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const View view(scene, View::From::kSource);
  const NegationAnswers answers(view, view.Here(bitext.beads[0]), view.There(bitext.beads[0]));
  ASSERT_EQ(answers.unanswered().size(), 1U);
  const NegationCue& cue = *answers.unanswered().front();
  EXPECT_TRUE(answers.DeniesRendered(cue));
  EXPECT_FALSE(answers.DeniesDenial(cue));
  EXPECT_EQ(answers.FreeWeakNear(cue), 0.0F);
}

}  // namespace
}  // namespace calque::internal
