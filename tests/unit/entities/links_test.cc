#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "align/entities/entities.h"
#include "align/entities/joint.h"
#include "align/entities/projection.h"
#include "align/io/data_directory.h"

namespace calque::internal {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const EntityGrammar& GrammarOf(const std::string& language) {
  static const auto load = [](const char* code) {
    const std::filesystem::path data = CALQUE_SOURCE_DIRECTORY "/corpora";
    return EntityGrammar::FromJson(LoadLanguageFile(data, code), code, data);
  };
  static const auto english = load("en");
  static const auto french = load("fr");
  return language == "en" ? *english : *french;
}

// A sentence a line, tokens between blanks.
Document LinesOf(const std::string& text) {
  Document document;
  document.text = text;
  const auto offset = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::uint32_t first = offset(document.tokens.size());
    for (std::size_t at = begin; at < end;) {
      const std::size_t stop = std::min(text.find(' ', at), end);
      document.tokens.push_back({{offset(at), offset(stop)}});
      at = stop + 1;
    }
    document.sentences.push_back(
        {{offset(begin), offset(end)}, {first, offset(document.tokens.size())}, 1.0F});
    begin = end + 1;
  }
  return document;
}

// Lines paired one to one.
Bitext PairOf(const std::string& source, const std::string& target) {
  Bitext bitext;
  bitext.source = LinesOf(source);
  bitext.target = LinesOf(target);
  for (std::uint32_t i = 0; i < bitext.source.sentences.size(); ++i) {
    bitext.beads.push_back({{i, i + 1}, {i, i + 1}, 1.0F, false});
  }
  return bitext;
}

std::vector<std::string> LinksIn(const Bitext& bitext) {
  std::vector<std::string> links;
  for (const EntityLink& link : bitext.entities) {
    const Mention& source = bitext.source_mentions[link.source];
    const Mention& target = bitext.target_mentions[link.target];
    links.push_back(std::string(source.span.In(bitext.source.text)) + " = " +
                    std::string(target.span.In(bitext.target.text)) + " / " +
                    std::string(ToString(link.evidence)));
  }
  return links;
}

std::vector<std::string> LinksOf(const std::string& source, const std::string& target) {
  Bitext bitext = PairOf(source, target);
  FindEntities(GrammarOf("en"), GrammarOf("fr"), &bitext);
  return LinksIn(bitext);
}

TEST(Links, ByListAcronymSpellingAndDemonym) {
  EXPECT_THAT(LinksOf("The UN met Putin in Beijing .", "L' ONU a rencontré Poutine à Pékin ."),
              ElementsAre("UN = ONU / name-list", "Putin = Poutine / name-list",
                          "Beijing = Pékin / name-list"));
  EXPECT_THAT(LinksOf("They saw Zhuravlenko in China .", "Le chinois a vu Jouravlenko ."),
              ElementsAre("Zhuravlenko = Jouravlenko / spelling", "China = chinois / name-list"));
  EXPECT_THAT(LinksOf("Talks with the European Union .", "Discussions avec l' UE ."),
              ElementsAre("European Union = UE / acronym"));
}

TEST(Links, ShortNamesGoWithLongOnes) {
  EXPECT_THAT(LinksOf("The board thanked Simon Hu .\nThey said Hu left .",
                      "Le conseil a remercié M. Hu .\nIls disent que Simon Hu est parti ."),
              ElementsAre("Simon Hu = Hu / partial-name", "Hu = Simon Hu / partial-name"));
}

TEST(Links, WordsThatOpenSentencesAreNoNames) {
  Bitext bitext = PairOf("Otherwise he agreed", "Sinon il était d'accord");
  bitext.source_mentions = {{{0, 9}, MentionKind::kPerson, "person:otherwise", 0.8F}};
  bitext.target_mentions = {{{0, 5}, MentionKind::kPerson, "person:sinon", 0.8F}};
  bitext.words = {{0, 0, 0.95F}};
  EXPECT_THAT(LinkEntities(bitext, GrammarOf("en"), GrammarOf("fr")), IsEmpty());
}

// `for`, `pour les` are no words that a translation has to keep.
TEST(Links, SmallWordsCountForNothing) {
  Bitext bitext = PairOf("at the Land Fund in May", "au Fonds pour les Terres en mai");
  bitext.source_mentions = {{{7, 16}, MentionKind::kOrganisation, "organisation:land fund", 0.9F}};
  bitext.target_mentions = {
      {{3, 24}, MentionKind::kOrganisation, "organisation:fonds pour les terres", 0.9F}};
  bitext.words = {{2, 4, 0.95F}, {3, 1, 0.75F}};
  const std::vector<EntityLink> links = LinkEntities(bitext, GrammarOf("en"), GrammarOf("fr"));
  ASSERT_EQ(links.size(), 1U);
  EXPECT_GT(links[0].score, 0.8F);
}

TEST(Links, WordsThatTextsWriteInLowerCaseAreNoNames) {
  Bitext bitext = PairOf("the State Executive said", "dit l' Exécutif");
  bitext.source_mentions = {{{10, 19}, MentionKind::kPerson, "person:executive", 0.8F}};
  bitext.target_mentions = {{{7, 16}, MentionKind::kPerson, "person:executif", 0.8F}};
  EXPECT_THAT(LinkEntities(bitext, GrammarOf("en"), GrammarOf("fr")), IsEmpty());
}

TEST(Links, OneToOneInsideABead) {
  EXPECT_THAT(LinksOf("Between Iran and Iran .", "En Iran ."),
              ElementsAre("Iran = Iran / identical"));
}

TEST(Links, StrangersStayApart) {
  EXPECT_THAT(LinksOf("They went to Austria .", "Ils sont allés en Australie ."), IsEmpty());
  EXPECT_THAT(LinksOf("They saw Merkel .", "Ils ont vu Macron ."), IsEmpty());
}

// Word links tie what stands for the other, right or wrong.
TEST(Links, ListsKeepPlacesApart) {
  Bitext bitext = PairOf("They met in Frankfurt .", "Ils ont parlé à Berlin .");
  bitext.words = {{3, 4, 0.95F}};
  FindEntities(GrammarOf("en"), GrammarOf("fr"), &bitext);
  ASSERT_EQ(bitext.source_mentions.size(), 1U);
  ASSERT_EQ(bitext.target_mentions.size(), 1U);
  EXPECT_THAT(LinksIn(bitext), IsEmpty());
}

TEST(Links, PersonsKeepTheirNames) {
  Bitext bitext = PairOf("Then Alena Brzek spoke", "Puis Pavel Doskocil parla");
  bitext.source_mentions = {{{5, 16}, MentionKind::kPerson, "person:alena brzek", 0.9F}};
  bitext.target_mentions = {{{5, 19}, MentionKind::kPerson, "person:pavel doskocil", 0.9F}};
  bitext.words = {{1, 1, 0.95F}, {2, 2, 0.95F}};
  EXPECT_THAT(LinkEntities(bitext, GrammarOf("en"), GrammarOf("fr")), IsEmpty());
}

// `said` is no name for `syrien` being linked to it.
TEST(Links, CarryNothingFromLowerToLower) {
  Bitext bitext = PairOf("the Iraqi government said .", "a dit le gouvernement syrien .");
  bitext.words = {{3, 4, 0.95F}};
  FindEntities(GrammarOf("en"), GrammarOf("fr"), &bitext);
  ASSERT_EQ(bitext.source_mentions.size(), 1U);
  EXPECT_EQ(bitext.source_mentions[0].key, "place:IQ");
}

TEST(Links, AcrossBeadsOnlyWhereUnique) {
  EXPECT_THAT(LinksOf("They left .\nIt was in Japan .", "Ils ont quitté le Japon .\nC' était là ."),
              ElementsAre("Japan = Japon / name-list"));
}

TEST(Projection, FillsGapsAndDropsStrayLinks) {
  Bitext bitext = PairOf("the National Disaster Council said",
                         "le Conseil national des catastrophes a dit oui Conseil");
  bitext.words = {{0, 0, 0.9F}, {1, 2, 0.9F}, {2, 4, 0.9F},
                  {3, 1, 0.9F}, {3, 8, 0.2F}, {4, 6, 0.9F}};
  const ByteSpan span{4, 29};
  ASSERT_EQ(span.In(bitext.source.text), "National Disaster Council");
  const auto projection =
      ProjectSpan(bitext, Side::kSource, span, {{0, 5}, {0, 9}}, GrammarOf("fr").names());
  ASSERT_TRUE(projection.has_value());
  EXPECT_EQ(projection->span.In(bitext.target.text), "Conseil national des catastrophes");
  EXPECT_GT(projection->confidence, 0.6F);
  EXPECT_FALSE(
      ProjectSpan(bitext, Side::kSource, {0, 3}, {{0, 5}, {5, 9}}, GrammarOf("fr").names()));
}

TEST(Joint, CarriesANameThatOneSideAloneFound) {
  Bitext bitext = PairOf("He thanked the Renewal Movement warmly",
                         "Il a remercié chaleureusement le Mouvement du renouveau");
  bitext.words = {{0, 0, 0.9F}, {1, 2, 0.9F}, {2, 4, 0.9F},
                  {3, 7, 0.9F}, {4, 5, 0.9F}, {5, 3, 0.9F}};
  FindEntities(GrammarOf("en"), GrammarOf("fr"), &bitext);
  EXPECT_THAT(LinksIn(bitext),
              ElementsAre("Renewal Movement = Mouvement du renouveau / word-links"));
  ASSERT_EQ(bitext.target_mentions.size(), 1U);
  EXPECT_EQ(bitext.target_mentions[0].key, bitext.source_mentions[0].key);
  EXPECT_EQ(bitext.target_mentions[0].kind, MentionKind::kOrganisation);
}

TEST(Joint, CarriesANameToLowerCaseBehindAHead) {
  Bitext bitext = PairOf("He joined the Lorania National Party there",
                         "Il a rejoint le parti national loranien ici");
  bitext.words = {{0, 0, 0.9F}, {1, 2, 0.9F}, {2, 3, 0.9F},
                  {3, 6, 0.9F}, {4, 5, 0.9F}, {5, 4, 0.9F}};
  FindEntities(GrammarOf("en"), GrammarOf("fr"), &bitext);
  EXPECT_THAT(LinksIn(bitext),
              ElementsAre("Lorania National Party = parti national loranien / word-links"));
}

TEST(Joint, ANameTakesTheHeadThatItsTranslationHas) {
  Bitext bitext = PairOf("They left Hubei Province today", "Ils quittent la province d' Hubei");
  bitext.words = {{0, 0, 0.9F}, {1, 1, 0.9F}, {2, 5, 0.95F}, {3, 3, 0.95F}};
  FindEntities(GrammarOf("en"), GrammarOf("fr"), &bitext);
  EXPECT_THAT(LinksIn(bitext),
              testing::Contains("Hubei Province = province d' Hubei / word-links"));
}

TEST(Joint, ANameTakesNoTitle) {
  Bitext bitext = PairOf("They met Ms Randlin there", "Ils y ont vu Pia Randlin");
  bitext.source_mentions = {{{12, 19}, MentionKind::kPerson, "person:randlin", 0.9F}};
  bitext.target_mentions = {{{13, 24}, MentionKind::kPerson, "person:pia randlin", 0.9F}};
  bitext.entities = {{0, 0, 0.85F, LinkEvidence::kPartialName}};
  bitext.words = {{2, 4, 0.95F}, {3, 5, 0.95F}};
  DecodeJointly(GrammarOf("en"), GrammarOf("fr"), &bitext);
  EXPECT_EQ(bitext.source_mentions[0].span, (ByteSpan{12, 19}));
}

TEST(Joint, CarriesNoTitle) {
  Bitext bitext = PairOf("I thank you President warmly", "Je remercie la Sandorine");
  bitext.words = {{0, 0, 0.9F}, {1, 1, 0.9F}, {3, 3, 0.95F}};
  bitext.target_mentions = {{{16, 25}, MentionKind::kPerson, "person:sandorine", 0.9F}};
  DecodeJointly(GrammarOf("en"), GrammarOf("fr"), &bitext);
  EXPECT_THAT(bitext.source_mentions, IsEmpty());
}

}  // namespace
}  // namespace calque::internal
