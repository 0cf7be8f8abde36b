// What two sides decide together: extents of copied names, kinds, what links are worth; and what an
// archive of links teaches.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "align/entities/copied_names.h"
#include "align/entities/entities.h"
#include "align/entities/kind_votes.h"
#include "align/entities/link_calibration.h"
#include "align/entities/name_miner.h"
#include "calque/error.h"
#include "tests/support/name_grammars.h"
#include "tests/support/temporary_folder.h"

namespace calque::internal {
namespace {

using testing::ElementsAre;

// One sentence, tokens between blanks.
Document LineOf(const std::string& text) {
  Document document;
  document.text = text;
  const auto offset = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t stop = std::min(text.find(' ', at), text.size());
    document.tokens.push_back({{offset(at), offset(stop)}});
    at = stop + 1;
  }
  document.sentences.push_back(
      {{0, offset(text.size())}, {0, offset(document.tokens.size())}, 1.0F});
  return document;
}

Mention MentionOf(const Document& document, const std::string& name,
                  MentionKind kind = MentionKind::kPerson, float probability = 0.9F) {
  const auto at = static_cast<std::uint32_t>(document.text.find(name));
  const auto size = static_cast<std::uint32_t>(name.size());
  return {{at, at + size}, kind, std::string(ToString(kind)) + ':' + PhraseKey(name), probability};
}

struct Names {
  std::vector<std::string> source;
  std::vector<std::string> target;
};

Bitext BitextOf(const std::string& source, const std::vector<std::string>& source_names,
                const std::string& target, const std::vector<std::string>& target_names) {
  Bitext bitext;
  bitext.source = LineOf(source);
  bitext.target = LineOf(target);
  bitext.beads.push_back({{0, 1}, {0, 1}, 1.0F, false});
  for (const std::string& name : source_names) {
    bitext.source_mentions.push_back(MentionOf(bitext.source, name));
  }
  for (const std::string& name : target_names) {
    bitext.target_mentions.push_back(MentionOf(bitext.target, name));
  }
  return bitext;
}

Names AfterCopies(Bitext bitext) {
  AlignCopiedNames(test::NameGrammarOf("en"), test::NameGrammarOf("fr"), &bitext);
  Names names;
  for (const Mention& mention : bitext.source_mentions) {
    names.source.emplace_back(mention.span.In(bitext.source.text));
  }
  for (const Mention& mention : bitext.target_mentions) {
    names.target.emplace_back(mention.span.In(bitext.target.text));
  }
  return names;
}

TEST(CopiedNames, AreFoundOnTheOtherSide) {
  const Names names = AfterCopies(
      BitextOf("They met Oveto Kalman there", {"Oveto Kalman"}, "Ils y ont vu Oveto Kálman", {}));
  EXPECT_THAT(names.target, ElementsAre("Oveto Kálman"));
}

TEST(CopiedNames, GrowToTheLongerExtent) {
  const Names names = AfterCopies(BitextOf("He told Yvo de Boer that", {"Yvo de Boer"},
                                           "Il a dit à Yvo de Boer que", {"Yvo", "Boer"}));
  EXPECT_THAT(names.source, ElementsAre("Yvo de Boer"));
  EXPECT_THAT(names.target, ElementsAre("Yvo de Boer"));
}

TEST(CopiedNames, AreCutFromNeighbours) {
  const Names names =
      AfterCopies(BitextOf("Jan Decky of STV Vorok said", {"Jan Decky", "STV Vorok"},
                           "dit STV Vorok Jan Decky", {"STV Vorok Jan Decky"}));
  EXPECT_THAT(names.source, ElementsAre("Jan Decky", "STV Vorok"));
  EXPECT_THAT(names.target, testing::Contains("Jan Decky"));
}

TEST(CopiedNames, GrowOverWordsForeignToOneSide) {
  const Names names = AfterCopies(
      BitextOf("He met de Klerk twice", {"Klerk"}, "Il a vu de Klerk deux fois", {"Klerk"}));
  EXPECT_THAT(names.source, ElementsAre("de Klerk"));
  EXPECT_THAT(names.target, ElementsAre("de Klerk"));
}

TEST(CopiedNames, LeaveTranslationsAlone) {
  const Names names = AfterCopies(BitextOf("the tribunal of Rome said", {"Rome"},
                                           "le tribunal de Rome dit", {"tribunal de Rome"}));
  EXPECT_THAT(names.source, ElementsAre("Rome"));
  EXPECT_THAT(names.target, ElementsAre("Rome"));  // no side writes the court as a name
}

TEST(CopiedNames, KeepTheHeadThatTheOtherSideHasToo) {
  Bitext bitext =
      BitextOf("the Palace of Rome said", {"Rome"}, "le palais de Rome dit", {"palais de Rome"});
  bitext.words = {{1, 1, 0.9F}, {3, 3, 0.9F}};
  EXPECT_THAT(AfterCopies(bitext).target, ElementsAre("palais de Rome"));
}

TEST(CopiedNames, GrowWhereAccentsDiffer) {
  const Names names = AfterCopies(BitextOf("the contract of Vorik gérance at", {"Vorik"},
                                           "le contrat de Vórik gérance à", {"Vórik"}));
  EXPECT_THAT(names.source, ElementsAre("Vorik gérance"));
  EXPECT_THAT(names.target, ElementsAre("Vórik gérance"));
}

// A name of the lists ends a longer one where the source has two.
TEST(CopiedNames, PartAtAListedName) {
  Bitext bitext =
      BitextOf("on Vorok Street , Frankfurt", {"Vorok Street", "Frankfurt"},
               "dans la rue Voroker Weg de Francfort", {"rue Voroker Weg de Francfort"});
  bitext.words = {{1, 3, 0.9F}, {2, 2, 0.9F}, {4, 6, 0.9F}};
  EXPECT_THAT(AfterCopies(bitext).target, ElementsAre("rue Voroker Weg", "Francfort"));
}

TEST(CopiedNames, StayWholeWhereJoinersAloneStandBetween) {
  Bitext bitext = BitextOf("the Valley of Mexico here", {"Valley of Mexico"},
                           "la Vallée de Mexico ici", {"Vallée", "Mexico"});
  bitext.words = {{1, 1, 0.9F}, {3, 3, 0.9F}};
  EXPECT_THAT(AfterCopies(bitext).source, ElementsAre("Valley of Mexico"));
}

TEST(KindVotes, TheSurerSideDecides) {
  Bitext bitext = BitextOf("Vorok rose", {"Vorok"}, "Vorok monte", {"Vorok"});
  bitext.source_mentions[0] = MentionOf(bitext.source, "Vorok", MentionKind::kOrganisation, 0.8F);
  bitext.target_mentions[0] = MentionOf(bitext.target, "Vorok", MentionKind::kPlace, 0.6F);
  bitext.entities.push_back({0, 0, 0.9F, LinkEvidence::kIdentical});
  AgreeOnKinds(test::NameGrammarOf("en"), test::NameGrammarOf("fr"), &bitext);
  EXPECT_EQ(bitext.target_mentions[0].kind, MentionKind::kOrganisation);
}

TEST(KindVotes, NamesOfOneTextAgree) {
  Bitext bitext = BitextOf("Vorok and Vorok again", {}, "rien", {});
  bitext.source_mentions = {MentionOf(bitext.source, "Vorok", MentionKind::kPerson, 0.9F),
                            MentionOf(bitext.source, "Vorok", MentionKind::kPlace, 0.5F)};
  bitext.source_mentions[1].span = {10, 15};
  AgreeOnKinds(test::NameGrammarOf("en"), test::NameGrammarOf("fr"), &bitext);
  EXPECT_EQ(bitext.source_mentions[1].kind, MentionKind::kPerson);
}

TEST(LinkCalibration, CertainLinksAreLikelierThanDoubtfulOnes) {
  const auto calibration = LinkCalibration::Load(CALQUE_SOURCE_DIRECTORY "/corpora");
  Bitext bitext = BitextOf("They met Oveto Kalman", {"Oveto Kalman"}, "Ils ont vu Oveto Kalman",
                           {"Oveto Kalman"});
  const auto probability = [&](LinkEvidence evidence, float score) {
    return calibration->Probability(TraitsOf(bitext, {0, 0, score, evidence},
                                             test::NameGrammarOf("en"), test::NameGrammarOf("fr")));
  };
  EXPECT_GT(probability(LinkEvidence::kIdentical, 0.99F), 0.9F);
  EXPECT_LT(probability(LinkEvidence::kWordLinks, 0.55F), 0.8F);
}

TEST(LinkCalibration, RefusesAFileThatLacksATrait) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directory(folder / "models");
  std::ofstream(folder / "models" / "entity-links.json") << R"({"bias": 1})";
  EXPECT_THROW(static_cast<void>(LinkCalibration::Load(folder.path())), Error);
}

TEST(NameMiner, KeepsWhatIsSeenOftenEnough) {
  NameMiner miner({.least_sightings = 2});
  for (const int sighting : {1, 2}) {
    Bitext bitext =
        BitextOf("The Renewal Movement met Zhukov", {"Renewal Movement", "Zhukov"},
                 "Le Mouvement du renouveau a vu Joukov", {"Mouvement du renouveau", "Joukov"});
    bitext.source_mentions[0].kind = MentionKind::kOrganisation;
    bitext.entities.push_back({0, 0, 0.8F, LinkEvidence::kWordLinks});
    if (sighting == 1) bitext.entities.push_back({1, 1, 0.9F, LinkEvidence::kSpelling});
    miner.Add(bitext);
  }
  EXPECT_EQ(miner.List("en", "fr"),
            "key\tkind\ten\tfr\n"
            "organisation:learnt renewal movement\torganisation\tRenewal Movement\t"
            "Mouvement du renouveau\n");
}

}  // namespace
}  // namespace calque::internal
