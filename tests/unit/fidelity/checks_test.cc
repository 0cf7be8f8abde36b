// What each check raises and what it leaves alone, with the grammars and weights that ship.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "align/fidelity/explained.h"
#include "align/fidelity/glossary.h"
#include "align/fidelity/loose_names.h"
#include "tests/unit/fidelity/pairs.h"

namespace calque::internal {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Untranslated, WholeAndHalf) {
  EXPECT_THAT(Categories({{"The minister said that the talks would resume in May.",
                           "The minister said that the talks would resume in May."}}),
              Contains("untranslated"));
  EXPECT_THAT(Categories({{"The minister said that the talks would resume in May.",
                           "Le ministre a dit that the talks would resume in May."}}),
              Contains("untranslated"));
  EXPECT_THAT(Categories({{"He quoted The Wall Street Journal on Friday.",
                           "Il a cité The Wall Street Journal vendredi."}}),
              Not(Contains("untranslated")));
}

TEST(Names, LegalFormsMayDiffer) {
  EXPECT_THAT(Categories({{"Moore & Co hired the lawyer.", "Moore et Cie a engagé l'avocat."}}),
              IsEmpty());
}

TEST(Truncated, NotBeforeAMarkThatEndsASentence) {
  const auto found = [](const std::string& end) {
    return Categories({{"We will see what we can do.", "Nous verrons ce que nous pourrons" + end}},
                      {.threshold = 0.0F});
  };
  for (const char* end : {".", "?!", "…", "...", " ;", "。", "！"}) {
    EXPECT_THAT(found(end), Not(Contains("truncated"))) << end;
  }
  for (const char* end : {"", ",", " ´", " »"}) {
    EXPECT_THAT(found(end), Contains("truncated")) << end;
  }
}

// Each word begins a repeat; comparing them in full took minutes.
TEST(Doubled, PeriodicText) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "la ";
  EXPECT_THAT(Categories({{"They sang all night.", text}}), Contains("doubled"));
}

TEST(Doubled, SentenceTwice) {
  EXPECT_THAT(Categories({{"The talks will resume in Geneva on Friday.",
                           "Les pourparlers reprendront à Genève vendredi. Les pourparlers "
                           "reprendront à Genève vendredi."}}),
              Contains("doubled"));
  EXPECT_THAT(Categories({{"No money for them, no money for us.",
                           "Pas d'argent pour eux, pas d'argent pour nous."}}),
              Not(Contains("doubled")));
}

TEST(Doubled, FarFromTheFirst) {
  const SentencePairs pairs{
      {"The talks will resume in Geneva.", "Les pourparlers reprendront à Genève."},
      {"They broke down last week.", "Ils ont échoué la semaine dernière."},
      {"", "Les pourparlers reprendront à Genève."}};
  EXPECT_THAT(Categories(pairs), ElementsAre("doubled"));
}

TEST(Doubled, CopyInTheNextBead) {
  const SentencePairs pairs{
      {"The talks will resume in Geneva.", "Les pourparlers reprendront à Genève."},
      {"", "Les pourparlers reprendront à Genève."}};
  EXPECT_THAT(Categories(pairs), ElementsAre("doubled"));
}

TEST(Omission, EmptyTarget) {
  EXPECT_THAT(Categories({{"The talks will resume in Geneva on Friday.", ""},
                          {"They broke down last week.", "Ils ont échoué la semaine dernière."}}),
              ElementsAre("omission"));
}

TEST(Length, FarTooShort) {
  const auto found =
      Categories({{"The government said on Tuesday that it would raise the retirement age by two "
                   "years and cut "
                   "pensions for former civil servants in order to bring down its deficit.",
                   "Le gouvernement a parlé."}});
  EXPECT_THAT(found, Not(IsEmpty()));
}

TEST(Truncated, EndsInAnArticle) {
  EXPECT_THAT(Categories({{"The government said that it would raise the age of retirement.",
                           "Le gouvernement a annoncé qu'il allait relever l'âge de la"}}),
              Contains("truncated"));
}

TEST(OneFault, OneFinding) {
  const SentencePairs cut{
      {"The total cost of the works will be 7.4 billion euros for the two lines.",
       "Le coût total des travaux sera de"}};
  EXPECT_THAT(Categories(cut), ElementsAre("truncated"));
  const SentencePairs twice{{"The talks will resume in Geneva.",
                             "Les pourparlers reprendront à Genève. Les pourparlers reprendront à "
                             "Genève."}};
  EXPECT_THAT(Categories(twice), ElementsAre("doubled"));
}

TEST(OneFault, WhatIsLeftIsAtLeastAsLikely) {
  Finding omission{"omission", Severity::kMajor, .6F, {0, 60}, {0, 20}, ""};
  const Finding loose{"loose", Severity::kMinor, .9F, {0, 90}, {0, 20}, ""};
  const Finding name{"name-missing", Severity::kMajor, .7F, {10, 20}, {0, 20}, ""};
  const Finding elsewhere{"name-missing", Severity::kMajor, .7F, {70, 80}, {0, 20}, ""};
  std::vector<Finding> findings{omission, loose, name, elsewhere};
  LeaveOutExplained(&findings);
  omission.probability = .9F;
  EXPECT_THAT(findings, ElementsAre(omission, elsewhere));
}

TEST(OneFault, DoubtsExplainNothing) {
  const Finding omission{"omission", Severity::kMinor, .4F, {0, 60}, {0, 20}, ""};
  const Finding name{"name-missing", Severity::kMajor, .7F, {10, 20}, {0, 20}, ""};
  std::vector<Finding> findings{omission, name};
  LeaveOutExplained(&findings);
  EXPECT_THAT(findings, ElementsAre(omission, name));
}

TEST(OneFault, OfTwoAccountsTheLikelierStands) {
  const Finding omission{"omission", Severity::kMajor, .9F, {0, 60}, {0, 20}, ""};
  const Finding unrelated{"unrelated", Severity::kMajor, .6F, {0, 90}, {0, 20}, ""};
  std::vector<Finding> findings{unrelated, omission};
  LeaveOutExplained(&findings);
  EXPECT_THAT(findings, ElementsAre(omission));
}

TEST(Quotation, MarkInAWordIsAnApostrophe) {
  EXPECT_THAT(Categories({{"The price of electricity rises every winter in the north.",
                           "Le prix de l\"électricité augmente tous les hivers dans le nord, d\"un "
                           "tiers."}}),
              Not(Contains("quotation-added")));
}

TEST(Quotation, MarksLost) {
  const SentencePairs pair{{"\"We will not give in to any of these threats,\" the minister said.",
                            "Nous ne céderons à aucune de ces menaces, a déclaré le ministre."}};
  EXPECT_THAT(Categories(pair), Contains("quotation-lost"));
}

TEST(Quotation, GoesOnOverSentences) {
  const SentencePairs merged{
      {"\"The crowd pushed me.", "\"Le public m'a poussé."},
      {"\"I don't know how I won that one, to be honest.",
       "Je ne sais pas comment j'ai gagné celui-là, pour être honnête."},
      {"\"On Tuesday it's another story.\"", "Mardi, c'est une autre histoire.\""}};
  EXPECT_THAT(Categories(merged), IsEmpty());
  EXPECT_THAT(Categories(merged, {.scope = FidelityScope::kLines}), Contains("quotation-lost"));
  const SentencePairs split{
      {"He said: \"It was a great place.", "\"C'était un endroit remarquable\", a-t-il dit."},
      {"He built it.", "\"Il l'a construit\", a-t-il ajouté."},
      {"And then he threw parties.\"", "\"Puis il y a donné des fêtes.\""}};
  EXPECT_THAT(Categories(split), Not(Contains("quotation-added")));
}

TEST(Hedge, StatedAsAFact) {
  EXPECT_THAT(Categories({{"The alleged thief was held.", "Le voleur a été arrêté."}}),
              Contains("hedge-lost"));
  EXPECT_THAT(Categories({{"The alleged thief was held.", "Le voleur présumé a été arrêté."}}),
              IsEmpty());
}

// The loose names of the source of one pair, as text.
std::vector<std::string> LooseNames(const std::string& english, const std::string& french) {
  const Bitext bitext = MakeBitext({{english, french}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const View view(scene, View::From::kSource);
  std::vector<std::string> names;
  for (const LooseName& name : FindLooseNames(view, bitext.beads[0])) {
    names.emplace_back(view.here().Text(view.here().SpanOf(name.tokens)));
  }
  return names;
}

TEST(LooseNames, WithoutACounterpart) {
  EXPECT_THAT(LooseNames("There Angela Merkel spoke.", "Groupe Dax y a parlé."),
              ElementsAre("Angela Merkel"));
  EXPECT_THAT(LooseNames("They met Sean Lien there.", "Ils y ont vu Sean Gambie."),
              ElementsAre("Lien"));
}

TEST(LooseNames, AnsweredByAnotherForm) {
  EXPECT_THAT(LooseNames("The firm sued JP Morgan.", "La firme a attaqué JPMorgan."), IsEmpty());
  EXPECT_THAT(LooseNames("The line to Nuremberg closed.", "La ligne Leipzig-Nuremberg a fermé."),
              IsEmpty());
  EXPECT_THAT(LooseNames("It told the CEC so.", "Il l'a dit à la CCE."), IsEmpty());
  EXPECT_THAT(LooseNames("It told the Gulf Trade Board so.", "Il l'a dit au GTB."), IsEmpty());
}

// A word is no full stop's neighbour: `Akar.` is not `Ankara.`.
TEST(LooseNames, JoinsWordsOnly) {
  EXPECT_THAT(LooseNames("It was said by Akar.", "On l'a dit à Ankara."), ElementsAre("Akar"));
}

TEST(Terms, GlossarySays) {
  const Glossary glossary({{"headline inflation", {"inflation globale"}, {"inflation de tête"}}});
  FidelityContext context = ShippedContext();
  context.glossary = &glossary;
  const auto categories = [&](const std::string& target) {
    std::vector<std::string> messages;
    const Bitext bitext = MakeBitext({{"Headline inflation fell.", target}});
    for (const Finding& finding : FindDepartures(bitext, context, {})) {
      messages.push_back(finding.message);
    }
    return messages;
  };
  EXPECT_THAT(categories("L'inflation globale a reculé."), IsEmpty());
  EXPECT_THAT(categories("L'inflation a reculé."),
              ElementsAre(HasSubstr("renders “headline inflation” as “inflation globale”")));
  EXPECT_THAT(categories("L'inflation de tête a reculé."),
              ElementsAre(HasSubstr("forbids “inflation de tête”")));
}

// Of a term base with thousands of terms in `inter-` a sentence asks for few.
TEST(Terms, AreAskedForByTheirStem) {
  const Glossary glossary({{"interest rate", {"taux"}, {}},
                           {"internal", {"interne"}, {}},
                           {"Internet", {"Internet"}, {}},
                           {"agree", {"convenir"}, {}},
                           {"contracts", {"contrats"}, {}},
                           {"EU", {"UE"}, {}},
                           {"EUR", {"EUR"}, {}}});
  const Bitext bitext = MakeBitext({{"The interests of a contract agreed with the EU.", "Oui."}});
  const FidelityContext context = ShippedContext();
  const Scene scene(bitext, context);
  const SideView& side = scene.source();
  EXPECT_THAT(glossary.EntriesIn(side, side.TokensOf(bitext.beads[0].source)),
              ElementsAre(0, 3, 4, 5));
}

TEST(Credits, ReporterDropped) {
  Bitext bitext = MakeBitext({{"It rained.", "Il a plu."}});
  bitext.source.credits = {{.role = CreditRole::kReporter, .name = "Mara Quillen"},
                           {.role = CreditRole::kReporter, .name = "Élise Roy"},
                           {.role = CreditRole::kEditor, .name = "Joan Petherick"}};
  bitext.target.credits = {{.role = CreditRole::kReporter, .name = "Elise Roy"},
                           {.role = CreditRole::kTranslator, .name = "Gilles Roudaut"}};
  const auto found = FindDepartures(bitext, ShippedContext(), {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].category, "credit-missing");
  EXPECT_THAT(found[0].message, HasSubstr("Mara Quillen"));
}

// A line that is gone is told once.
TEST(Credits, NobodyIsCredited) {
  Bitext bitext = MakeBitext({{"It rained.", "Il a plu."}});
  bitext.source.credits = {{.role = CreditRole::kReporter, .name = "Mara Quillen"},
                           {.role = CreditRole::kReporter, .name = "Élise Roy"}};
  const auto found = FindDepartures(bitext, ShippedContext(), {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].category, "credit-missing");
  EXPECT_EQ(found[0].severity, Severity::kMajor);
}

TEST(Credits, APersonIsMissedOnce) {
  Bitext bitext = MakeBitext({{"The alleged thief was held.", "Le voleur présumé a été arrêté."}});
  const auto credit = [](CreditRole role, const std::string& name, std::uint32_t at) {
    Credit made;
    made.role = role;
    made.name = name;
    made.span = {at, at + 3};
    return made;
  };
  bitext.source.credits = {credit(CreditRole::kReporter, "Anna Holt", 0),
                           credit(CreditRole::kReporter, "Anna Holt", 4),
                           credit(CreditRole::kReporter, "Tom Ashby", 8)};
  bitext.target.credits = {credit(CreditRole::kTranslator, "Élise Noë", 0)};
  std::vector<ByteSpan> missed;
  for (const Finding& finding : FindDepartures(bitext, ShippedContext(), {})) {
    if (finding.category == "credit-missing") missed.push_back(finding.source);
  }
  EXPECT_THAT(missed, ElementsAre(ByteSpan{0, 3}, ByteSpan{8, 11}));
}

}  // namespace
}  // namespace calque::internal
