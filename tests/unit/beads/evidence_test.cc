// What beads are scored by: strings that look alike, words, lengths.
#include <gtest/gtest.h>

#include <algorithm>

#include "align/beads/length_model.h"
#include "align/beads/match_scores.h"
#include "align/beads/sound_match.h"
#include "align/beads/string_match.h"
#include "align/beads/word_table.h"
#include "align/model/lexicon_builder.h"
#include "tests/support/documents.h"

namespace calque::internal {
namespace {

using test::LinesDocument;

float MatchWeight(const std::string& source, const std::string& target) {
  const SideWords source_words = WordsOf(LinesDocument({source}, "en"));
  const SideWords target_words = WordsOf(LinesDocument({target}, "fr"));
  const auto matches = MatchStrings(source_words.vocabulary, target_words.vocabulary);
  return matches.empty() ? 0.0F : matches.front().weight;
}

TEST(StringMatchTest, NumbersMatchByTheirDigits) {
  EXPECT_EQ(MatchWeight("1,234.5", "1 234,5"), 1.0F);
  EXPECT_EQ(MatchWeight("1957", "1958"), 0.0F);
}

TEST(StringMatchTest, NamesAndCognatesMatch) {
  EXPECT_EQ(MatchWeight("Alibaba", "ALIBABA"), 1.0F);
  EXPECT_GT(MatchWeight("technology", "technologie"), 0.5F);
  EXPECT_EQ(MatchWeight("company", "compagnon"), 0.0F);  // five letters of nine
  EXPECT_EQ(MatchWeight("house", "maison"), 0.0F);
}

TEST(StringMatchTest, ShortWordsProveLittle) { EXPECT_LT(MatchWeight("on", "on"), 0.2F); }

float SoundWeight(const std::string& source, const std::string& language,
                  const std::string& target) {
  float weight = 0.0F;
  for (const StringMatch& match : MatchSounds(WordsOf(LinesDocument({source}, language)),
                                              WordsOf(LinesDocument({target}, "en")))) {
    weight = std::max(weight, match.weight);
  }
  return weight;
}

TEST(SoundMatchTest, NamesOfTwoScriptsMatch) {
  EXPECT_GT(SoundWeight("Κακαμπό", "el", "Cacambo"), 0.5F);
  EXPECT_GT(SoundWeight("Παγγλώσσης", "el", "Pangloss"), 0.5F);
  EXPECT_GT(SoundWeight("Москва", "ru", "Moskva"), 0.9F);
  EXPECT_EQ(SoundWeight("σπίτι", "el", "house"), 0.0F);
}

// 文洁 is two words to ICU, Wenjie is one.
TEST(SoundMatchTest, NamesWrittenAsSeveralWordsMatch) {
  EXPECT_EQ(SoundWeight("叶文洁", "zh", "Ye Wenjie"), 1.0F);
}

TEST(SoundMatchTest, LatinTextsHaveNone) {
  EXPECT_EQ(SoundWeight("technologie", "fr", "technology"), 0.0F);
}

struct Overlap {
  double length;
  std::uint32_t size;
};
double Score(const LengthModel& model, Overlap source, Overlap target) {
  return model.Score(model.SourceOverlap(source.length, source.size),
                     model.TargetOverlap(target.length, target.size));
}

TEST(LengthModelTest, EqualLengthsScoreBest) {
  const std::vector<float> lengths = {20, 50, 80, 120, 35};
  const LengthModel model(lengths, lengths, 6.0);
  EXPECT_GT(Score(model, {80, 1}, {80, 1}), Score(model, {80, 1}, {110, 1}));
  EXPECT_GT(Score(model, {80, 1}, {110, 1}), Score(model, {80, 1}, {160, 1}));
  EXPECT_GT(Score(model, {80, 1}, {80, 1}), 0.0);
  EXPECT_LT(Score(model, {20, 1}, {160, 1}), 0.0);
}

TEST(LengthModelTest, SwappingSidesChangesNothing) {
  const std::vector<float> source = {20, 50, 80};
  const std::vector<float> target = {30, 70, 100, 40};
  const LengthModel model(source, target, 6.0);
  const LengthModel swapped(target, source, 6.0);
  EXPECT_NEAR(Score(model, {70, 2}, {100, 1}), Score(swapped, {100, 1}, {70, 2}), 1e-9);
  EXPECT_NEAR(Score(model, {0, 1}, {100, 1}), Score(swapped, {100, 1}, {0, 1}), 1e-9);
}

TEST(WordTableTest, LexiconAndStringsShareTheProbability) {
  const std::vector<WordPair> pairs = {{"cat", "chat", 0.9F, 0.8F}};
  const auto lexicon = BuildLexicon(pairs);
  const SideWords source = WordsOf(LinesDocument({"cat Okoro"}, "en"));
  const SideWords target = WordsOf(LinesDocument({"chat Okoro"}, "fr"));
  const WordTables tables =
      MakeWordTables(source, target, MatchStrings(source.vocabulary, target.vocabulary),
                     lexicon.get(), lexicon.get(), {});
  ASSERT_EQ(tables.target_given_source.Row(0).size(), 1U);
  EXPECT_NEAR(tables.target_given_source.Row(0)[0].probability, 0.9F, 0.01F);
  EXPECT_NEAR(tables.source_given_target.Row(0)[0].probability, 0.8F, 0.01F);
  ASSERT_EQ(tables.target_given_source.Row(1).size(), 1U);
  EXPECT_GT(tables.target_given_source.Row(1)[0].probability, 0.5F);
}

// A merge has to explain the words of the second sentence too.
TEST(MatchScoresTest, WrongMergeScoresLess) {
  const std::vector<WordPair> pairs = {{"cat", "chat", 0.9F, 0.9F}, {"dog", "chien", 0.9F, 0.9F}};
  const auto lexicon = BuildLexicon(pairs);
  const SideWords source = WordsOf(LinesDocument({"cat", "dog"}, "en"));
  const SideWords target = WordsOf(LinesDocument({"chat"}, "fr"));
  const auto shapes = BeadShapes(2, 2);
  const BeadGrid grid = ScoreWords(
      source, target, MakeWordTables(source, target, {}, lexicon.get(), lexicon.get(), {}),
      Band::Full(2, 1), shapes);
  float single = 0.0F;
  float merged = 0.0F;
  for (std::size_t k = 0; k < shapes.size(); ++k) {
    if (shapes[k].source == 1 && shapes[k].target == 1) single = grid.At(0, k);
    if (shapes[k].source == 2 && shapes[k].target == 1) merged = grid.At(0, k);
  }
  EXPECT_GT(single, 0.0F);
  EXPECT_LT(merged, single);
}

}  // namespace
}  // namespace calque::internal
