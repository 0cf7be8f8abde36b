// What taggers know besides the words: lists, neighbours, the first pass; and what comes of them
// beside the grammar.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "align/entities/entities.h"
#include "align/entities/learn_tagger.h"
#include "align/entities/neighbourhood.h"
#include "align/entities/sorted_words.h"
#include "align/entities/tag_text.h"
#include "align/entities/tagger.h"
#include "align/entities/tagger_second_pass.h"
#include "align/io/data_directory.h"

namespace calque::internal {
namespace {

using testing::ElementsAre;

TEST(SortedWords, FindsEveryLineAndNothingElse) {
  const SortedWords words(std::string_view("alpha\t1\nbeta\t22\ndelta\t\nomega\t4"));
  EXPECT_EQ(words.Find("alpha"), "1");
  EXPECT_EQ(words.Find("beta"), "22");
  EXPECT_EQ(words.Find("delta"), "");
  EXPECT_EQ(words.Find("omega"), "4");
  for (const char* other : {"", "a", "alph", "alphas", "gamma", "zeta"}) {
    EXPECT_EQ(words.Find(other), "") << other;
  }
  EXPECT_EQ(SortedWords().Find("alpha"), "");
  EXPECT_EQ(SortedWords::Open("/nonexistent/list.txt").Find("alpha"), "");
}

TEST(SortedWords, FindsEveryWordOfALongList) {
  // Many words alike in their first eight bytes, on both sides of a mark of the search.
  std::string text;
  for (int i = 1000; i < 4000; ++i)
    text += "parliament" + std::to_string(i) + "\tn" + std::to_string(i) + "\n";
  const SortedWords words(text);
  for (int i = 1000; i < 4000; ++i) {
    ASSERT_EQ(words.Find("parliament" + std::to_string(i)), "n" + std::to_string(i));
  }
  for (const char* other : {"a", "parliament", "parliament1", "parliament10001", "zeta"}) {
    EXPECT_EQ(words.Find(other), "") << other;
  }
}

TEST(SortedWords, ShippedListsAreSorted) {
  const std::filesystem::path names = CALQUE_SOURCE_DIRECTORY "/corpora/names";
  const SortedWords persons = SortedWords::Open(names / "name-words.txt");
  EXPECT_THAT(std::string(persons.Find("maria")), testing::HasSubstr("g"));
  EXPECT_THAT(std::string(persons.Find("bloemfontein")), testing::HasSubstr("p"));
  EXPECT_FALSE(SortedWords::Open(names / "word-classes.en.txt").Find("Tuesday").empty());
  EXPECT_FALSE(SortedWords::Open(names / "word-classes.fr.txt").Find("lundi").empty());
}

std::vector<TaggedSentence> Read(std::string_view text, TagColumn tags = TagColumn::kNone) {
  return ReadTaggedText(text, "test", tags);
}

TEST(Neighbourhood, StaysInsideTheDocument) {
  const auto sentences =
      Read("-DOCSTART-\n\nOslo\nsaid\n\nin\nOslo\n\n-DOCSTART-\n\nfrom\nOslo\nand\noslo\n");
  const std::vector<TokenView> views = ViewTokens(sentences, NameGrammar{});
  const Neighbourhood neighbourhood(sentences, views);
  EXPECT_THAT(neighbourhood.Others(0), ElementsAre(3U));
  EXPECT_THAT(neighbourhood.Others(3), ElementsAre(0U));
  EXPECT_TRUE(neighbourhood.Others(5).empty());
  EXPECT_TRUE(neighbourhood.SeenInLowerCase(5));
  EXPECT_FALSE(neighbourhood.SeenInLowerCase(0));
  EXPECT_EQ(neighbourhood.TopicOf(3), views[0].word);
}

TEST(SecondPass, SeesTheLongerNameAndLeavesItsOwnVoteOut) {
  const auto sentences = Read("Nasser\nHussain\nbatted\n\nHussain\nleft\n");
  const std::vector<TokenView> views = ViewTokens(sentences, NameGrammar{});
  const Neighbourhood neighbourhood(sentences, views);
  const FirstPass found = {{{0, 2, "PER"}}, {{0, 1, "LOC"}}};
  const auto second = ViewSecondPass(sentences, views, neighbourhood, found);
  ASSERT_EQ(second.size(), 5U);
  EXPECT_NE(second[3].longer, 0U);           // `Hussain` is in `Nasser Hussain`
  EXPECT_EQ(second[3].phrase, 0U);           // no other `Hussain` alone
  EXPECT_EQ(second[3].word, second[1].own);  // elsewhere the word ends a person
  EXPECT_EQ(second[0].longer, 0U);
}

class Merging : public testing::Test {
 protected:
  static const NameGrammar& English() {
    static const NameGrammar grammar = [] {
      const std::filesystem::path data = CALQUE_SOURCE_DIRECTORY "/corpora";
      return LoadNameGrammar(LoadLanguageFile(data, "en").at("names"), data, "en");
    }();
    return grammar;
  }
  // A tagger that learnt nothing but these lines.
  static std::shared_ptr<const Tagger> Learnt(std::string_view text) {
    TaggerTraining training;
    training.field.l2 = 0.02;
    training.passes = 1;
    return Tagger::FromBytes(LearnTagger(Read(text, TagColumn::kLast), English(), "en", training),
                             "test");
  }
};

TEST_F(Merging, TheTaggerCorrectsKindAndExtentAndLeavesTitlesOut) {
  constexpr std::string_view kText =
      "Mr B-PER\nQuillon I-PER\nof O\nBrask B-ORG\nfell O\n\nthe O\nVeltan B-LOC\ncoast O\n";
  const auto tagger = Learnt(kText);
  const auto sentences = Read(kText, TagColumn::kLast);
  EXPECT_THAT(TagNames(sentences, English(), tagger.get())[0],
              ElementsAre("O", "B-PER", "O", "B-ORG", "O"));
  EXPECT_THAT(TagNames(sentences, English(), tagger.get())[1], ElementsAre("O", "B-LOC", "O"));
}

TEST_F(Merging, RolesAreOfNoName) {
  constexpr std::string_view kText =
      "a O\nBrask B-ORG\nspokesman I-ORG\nsaid O\n\nthe O\nCEO B-ORG\nof I-ORG\nVeltan I-ORG\n"
      "left O\n\nthe O\nMinister B-ORG\nof I-ORG\nFinance I-ORG\nleft O\n\nthe O\nPrime "
      "B-MISC\nMinister O\nsaid O\n\nour O\nGovernment B-PER\nfell O\n";
  const auto tagger = Learnt(kText);
  const auto tags = TagNames(Read(kText, TagColumn::kLast), English(), tagger.get());
  EXPECT_THAT(tags[0], ElementsAre("O", "B-ORG", "O", "O"));
  EXPECT_THAT(tags[1], ElementsAre("O", "O", "O", "B-ORG", "O"));
  EXPECT_EQ(std::ranges::count(tags[2], "B-ORG"), 1);  // an office, whole: of no Finance
  EXPECT_NE(tags[2][3], "B-ORG");
  EXPECT_THAT(tags[3], ElementsAre("O", "O", "O", "O"));
  EXPECT_THAT(tags[4], ElementsAre("O", "O", "O"));
}

TEST_F(Merging, AListedPlaceIsNoOther) {
  constexpr std::string_view kText = "in O\nSouth B-MISC\nKorea I-MISC\nthey O\nwon O\n";
  const auto tagger = Learnt(kText);
  EXPECT_THAT(TagNames(Read(kText, TagColumn::kLast), English(), tagger.get())[0],
              ElementsAre("O", "B-LOC", "I-LOC", "O", "O"));
}

TEST_F(Merging, ListedNamesStayWhereTheTaggerSeesNone) {
  const auto tagger = Learnt("the O\nship O\nsank O\n\nMr O\nQuillon B-PER\nleft O\n");
  const auto sentences = Read("the\nUnited\nNations\nleft\n");
  EXPECT_THAT(TagNames(sentences, English(), tagger.get())[0],
              ElementsAre("O", "B-ORG", "I-ORG", "O"));
}

}  // namespace
}  // namespace calque::internal
