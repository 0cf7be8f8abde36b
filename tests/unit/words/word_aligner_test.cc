#include "align/words/word_aligner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/io/json.h"
#include "align/model/lexicon_builder.h"
#include "align/model/prefix_class.h"

namespace calque::internal {
namespace {

// A document of one sentence a line, tokens at single blanks.
Document Lines(const std::vector<std::string>& lines) {
  Document document;
  for (const std::string& line : lines) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    Sentence sentence;
    sentence.span = {begin, begin + static_cast<std::uint32_t>(line.size())};
    sentence.tokens.begin = static_cast<std::uint32_t>(document.tokens.size());
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      document.tokens.push_back(
          {{begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(end)}});
      at = end + 1;
    }
    sentence.tokens.end = static_cast<std::uint32_t>(document.tokens.size());
    document.sentences.push_back(sentence);
    document.text += line + '\n';
  }
  return document;
}

Bitext BitextOf(const std::vector<std::string>& source, const std::vector<std::string>& target,
                std::vector<Bead> beads) {
  Bitext bitext;
  bitext.source = Lines(source);
  bitext.target = Lines(target);
  bitext.beads = std::move(beads);
  return bitext;
}

Model ModelOf(const std::vector<WordPair>& pairs) {
  ModelContents contents;
  contents.lexicon = BuildLexicon(pairs);
  return Model(std::move(contents));
}

std::vector<std::pair<int, int>> Ends(const std::vector<WordLink>& links) {
  std::vector<std::pair<int, int>> ends;
  for (const WordLink& link : links) ends.emplace_back(link.source, link.target);
  return ends;
}

using testing::ElementsAre;
using testing::Pair;

TEST(AlignWords, FollowsTheModel) {
  const Model model = ModelOf({{"the", "la"}, {"red", "rouge"}, {"house", "maison"}});
  const Bitext bitext = BitextOf({"The red house"}, {"La maison rouge"}, {{{0, 1}, {0, 1}}});
  const auto links = AlignWords(bitext, &model, {});
  EXPECT_THAT(Ends(links), ElementsAre(Pair(0, 0), Pair(1, 2), Pair(2, 1)));
  for (const WordLink& link : links) EXPECT_GT(link.probability, kSureLink);
}

TEST(AlignWords, LinksStayInsideTheirBead) {
  const Model model = ModelOf({{"cat", "chat"}, {"dog", "chien"}});
  const Bitext bitext = BitextOf({"cat", "dog", "cat"}, {"chat", "chien", "chat"},
                                 {{{0, 1}, {0, 1}}, {{1, 2}, {}}, {{2, 3}, {1, 3}}});
  for (const WordLink& link : AlignWords(bitext, &model, {.threshold = 0.0F})) {
    EXPECT_TRUE((link.source == 0 && link.target == 0) || (link.source == 2 && link.target > 0));
  }
}

TEST(AlignWords, NamesAndNumbersNeedNoModel) {
  const Bitext bitext = BitextOf({"Okoro paid 4,500 dollars", "Okoro left Abuja"},
                                 {"Okoro a payé 4,500 dollars", "Okoro a quitté Abuja"},
                                 {{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}});
  const auto ends = Ends(AlignWords(bitext, nullptr, {}));
  EXPECT_THAT(ends, testing::IsSupersetOf({Pair(0, 0), Pair(2, 3), Pair(3, 4), Pair(6, 8)}));
}

TEST(AlignWords, AWordTheModelLacksIsSeenThroughItsClass) {
  const Model model = ModelOf(
      {{PrefixClass("augmenting"), PrefixClass("renforcement")}, {"tanks", "chars"}, {"of", "de"}});
  const Bitext bitext = BitextOf({"tanks augmented"}, {"renforçaient chars"}, {{{0, 1}, {0, 1}}});
  EXPECT_THAT(Ends(AlignWords(bitext, &model, {})), ElementsAre(Pair(0, 1), Pair(1, 0)));
}

TEST(AlignWords, EmptySentencesAndHugeOnesAreLeftAlone) {
  std::string long_line = "a";
  for (int i = 0; i < 5000; ++i) long_line += " a";
  const Bitext bitext = BitextOf({"", long_line, "x"}, {"y", long_line, "x"},
                                 {{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}, {{2, 3}, {2, 3}}});
  const auto links = AlignWords(bitext, nullptr, {});
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(bitext.source.TextOf(bitext.source.tokens[links[0].source]), "x");
}

TEST(AlignWords, LongSentencesAreLinkedWithoutOrder) {
  std::string source = "start";
  std::string target = "debut";
  std::vector<WordPair> pairs = {{"start", "debut"}};
  for (int i = 0; i < 300; ++i) {
    pairs.push_back({"s" + std::to_string(i), "t" + std::to_string(i)});
    source += ' ' + pairs.back().source;
    target += ' ' + pairs.back().target;
  }
  const Model model = ModelOf(pairs);
  const Bitext bitext = BitextOf({source}, {target}, {{{0, 1}, {0, 1}}});
  const auto links = AlignWords(bitext, &model, {});
  std::size_t straight = 0;
  for (const WordLink& link : links) straight += link.source == link.target ? 1 : 0;
  EXPECT_GT(straight, 295U);
}

TEST(AlignWords, BothPartsOfANegationAreLinkedToIt) {
  const Json section = {
      {"circumfixes",
       {{{"first", {"ne"}}, {"last", {"pas"}}, {"last_or_ahead", Json::array()}, {"reach", 4}}}}};
  const auto grammar = WordGrammar::FromJson(section, "fr");
  const Model model =
      ModelOf({{"they", "ils"}, {"do", "ne"}, {"not", "pas"}, {"sleep", "dorment"}});
  Bitext bitext = BitextOf({"they do not sleep"}, {"ils ne dorment pas"}, {{{0, 1}, {0, 1}}});
  const auto links = AlignWords(bitext, &model, {.target_grammar = grammar.get()});
  EXPECT_THAT(Ends(links), ElementsAre(Pair(0, 0), Pair(2, 1), Pair(2, 3), Pair(3, 2)));
  std::swap(bitext.source, bitext.target);
  const auto mirror = model.Mirrored();
  EXPECT_THAT(Ends(AlignWords(bitext, mirror.get(), {.source_grammar = grammar.get()})),
              ElementsAre(Pair(0, 0), Pair(1, 2), Pair(2, 3), Pair(3, 2)));
}

TEST(AlignWords, AWordCutAtAnApostropheIsKnownWhole) {
  const Model model = ModelOf(
      {{"today", "aujourd'hui"}, {"rain", "pluie"}, {"a", "d'"}, {"one", "un"}, {"x", "d'un"}});
  const Bitext bitext = BitextOf({"rain today"}, {"aujourd' hui pluie"}, {{{0, 1}, {0, 1}}});
  EXPECT_THAT(Ends(AlignWords(bitext, &model, {})),
              ElementsAre(Pair(0, 2), Pair(1, 0), Pair(1, 1)));
  // Two words that the model knows each stay two.
  const Bitext two = BitextOf({"a one"}, {"d' un"}, {{{0, 1}, {0, 1}}});
  EXPECT_THAT(Ends(AlignWords(two, &model, {})), ElementsAre(Pair(0, 0), Pair(1, 1)));
}

TEST(AlignWords, NothingGivesNothing) { EXPECT_TRUE(AlignWords(Bitext(), nullptr, {}).empty()); }

}  // namespace
}  // namespace calque::internal
