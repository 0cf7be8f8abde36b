// The parts that weigh a bead, each against values worked out by hand.
#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "align/beads/edge_model.h"
#include "align/beads/match_scores.h"
#include "align/beads/ordered_scores.h"
#include "align/beads/sentence_edges.h"
#include "align/beads/translation_score.h"
#include "align/beads/word_chance.h"
#include "tests/support/documents.h"

namespace calque::internal {
namespace {

TEST(SideWordsTest, IdeographsAreWordsWhereNoLexiconKnowsTokens) {
  const Document document = test::LinesDocument({"你们的中国 2 book"}, "zh");
  const SideWords tokens = WordsOf(document);
  const SideWords characters = WordsOf(document, WordUnit::kIdeograph);
  EXPECT_LT(tokens.words.size(), 7U);
  ASSERT_EQ(characters.words.size(), 7U);
  EXPECT_EQ(characters.vocabulary.Word(characters.words[0]), "你");
  EXPECT_EQ(characters.vocabulary.Word(characters.words[3]), "中");
  EXPECT_EQ(characters.vocabulary.Word(characters.words[6]), "book");
  EXPECT_EQ(characters.length, tokens.length);
  // Kana spell: they stay together.
  EXPECT_EQ(WordsOf(test::LinesDocument({"カタカナ"}, "ja"), WordUnit::kIdeograph).words,
            WordsOf(test::LinesDocument({"カタカナ"}, "ja")).words);
}

constexpr auto kDash = static_cast<std::uint8_t>(Opening::kDash);
constexpr auto kLetter = static_cast<std::uint8_t>(Opening::kLetter);

// Two sentences, one opened by a dash; both are closed by the same mark.
SideWords DashThenLetter() {
  SideWords side;
  side.length = {10.0F, 10.0F};
  side.opening = {kDash, kLetter};
  side.closing = {static_cast<std::uint8_t>(Closing{Closing::Mark::kStop, false}.Index()),
                  static_cast<std::uint8_t>(Closing{Closing::Mark::kStop, false}.Index())};
  return side;
}

// Shares of the marks, with 0.01 occurrences of each that is absent: dash and letter 1.01 / 2.08 =
// 0.485577 each, the stop 2.01 / 2.24 = 0.897321. Three beads of ten keep their marks and the
// others are drawn by share, so that equal marks are 0.3 / share + 0.7 times as likely as by
// chance and different ones 0.7 times.
TEST(EdgeModelTest, EqualMarksSpeakForABead) {
  const SideWords side = DashThenLetter();
  const EdgeModel edges(side, side, {.weight = 0.7, .alike = 0.3});
  EXPECT_NEAR(edges.Score(0, 0, {1, 1}), 0.7 * (0.275980 + 0.033753), 1e-5);
  EXPECT_NEAR(edges.Score(0, 1, {1, 1}), 0.7 * (-0.356675 + 0.033753), 1e-5);
  EXPECT_EQ(edges.Omission(0), 0.0);
}

// One bead each of dash with dash and of letter with letter, beside a prior worth twenty: the pair
// of dashes has (1 + 20 · 0.310722) / 22 = 0.327929, 1.390796 times what chance gives it.
TEST(EdgeModelTest, LearnsFromLikelyBeads) {
  const SideWords side = DashThenLetter();
  const std::vector<BeadShape> shapes = {{1, 1}};
  const Band band = Band::Full(2, 2);
  EdgeModel edges(
      side, side,
      {.weight = 1.0, .null_weight = 0.5, .strength = 20.0, .null_strength = 10.0, .alike = 0.3});
  const double closing = edges.Score(0, 0, {1, 1}) - 0.275980;
  BeadPosteriors posteriors;
  posteriors.match = {1, std::vector<float>(band.size(), 0.0F)};
  posteriors.match.At(band.At(0, 0), 0) = 1.0F;
  posteriors.match.At(band.At(1, 1), 0) = 1.0F;
  posteriors.match.At(band.At(0, 1), 0) = 0.005F;  // too unlikely to teach
  posteriors.omission = {0.8F, 0.0F};
  posteriors.insertion = {0.0F, 0.0F};
  edges.Estimate(band, shapes, posteriors);
  EXPECT_NEAR(closing, 0.033753, 1e-5);
  // The stop closes both beads: (2 + 20 · 0.832826) / 22 / 0.805185 = 1.053204.
  EXPECT_NEAR(edges.Score(0, 0, {1, 1}), 0.329876 + 0.051838, 1e-5);
  // 0.8 of a dash among 10.8 omissions: (0.8 + 4.855769) / 10.8 = 0.523682 against 0.485577; of the
  // stop (0.8 + 8.973214) / 10.8 = 0.904927 against 0.897321.
  EXPECT_NEAR(edges.Omission(0), 0.5 * (0.075550 + 0.008441), 1e-5);
  // No letter: 4.855769 / 10.8 = 0.449608.
  EXPECT_NEAR(edges.Omission(1), 0.5 * (-0.076961 + 0.008441), 1e-5);
  EXPECT_NEAR(edges.Insertion(0), 0.0, 1e-6);
}

// One word a side, `given` explaining `word` with 0.5.
WordTable OneWord(float gain) {
  return {
      .begin = {0, 1}, .entries = {{0, 0.5F}}, .chance = {0.2F}, .gain = {gain}, .null = {0.1F}};
}

WordTables ChanceAfter(float posterior, float gain) {
  const SideWords source = WordsOf(test::LinesDocument({"given"}, "en"));
  const SideWords target = WordsOf(test::LinesDocument({"word"}, "fr"));
  const Band band = Band::Full(1, 1);
  BeadPosteriors posteriors;
  posteriors.match = {1, std::vector<float>(band.size(), 0.0F)};
  posteriors.match.At(0, 0) = posterior;
  WordTables tables = {OneWord(gain), OneWord(gain)};
  EstimateChance(source, target, band, {{1, 1}}, posteriors,
                 {.word_strength = 30.0, .mean_strength = 50.0, .least_posterior = 0.1F}, &tables);
  return tables;
}

// The sentence explains 3.2 · (0.1 + 0.5) / 2 = 0.96, chance 0.2: its share is 0.172414. The mean
// of all words, (0.172414 + 50 · 0.2) / 51 = 0.199459, is worth thirty occurrences more:
// (0.172414 + 30 · 0.199459) / 31 = 0.198586.
TEST(WordChanceTest, AnExplainedWordOwesLessToChance) {
  const WordTables tables = ChanceAfter(1.0F, 3.2F);
  EXPECT_NEAR(tables.target_given_source.chance[0], 0.198586F, 1e-5F);
  EXPECT_NEAR(tables.target_given_source.gain[0], 3.2F * 0.801414F / 0.8F, 1e-4F);
  EXPECT_EQ(tables.source_given_target.chance[0], tables.target_given_source.chance[0]);
}

TEST(WordChanceTest, UnlikelyBeadsAndHopelessWordsTeachNothing) {
  EXPECT_EQ(ChanceAfter(0.05F, 3.2F).target_given_source.chance[0], 0.2F);
  EXPECT_EQ(ChanceAfter(1.0F, 0.0F).target_given_source.chance[0], 0.2F);
}

// Two sentences of a word each; `one` explains `un`, `two` explains `deux`, by 0.9.
std::map<std::tuple<std::uint32_t, std::uint32_t>, float> OrderedScores(
    const std::vector<std::string>& words) {
  const SideWords given = WordsOf(test::LinesDocument({"one", "two"}, "en"));
  const SideWords side = WordsOf(test::LinesDocument(words, "fr"));
  const TypeId un = side.vocabulary.Find("un");
  const TypeId deux = side.vocabulary.Find("deux");
  const WordTable table = {.begin = {0, 1, 2},
                           .entries = {{un, 0.9F}, {deux, 0.9F}},
                           .chance = {0.2F, 0.2F},
                           .gain = {4.0F, 4.0F},
                           .null = {0.1F, 0.1F}};
  std::map<std::tuple<std::uint32_t, std::uint32_t>, float> scores;
  const std::vector<BeadShape> shapes = {{1, 1}, {2, 1}, {2, 2}};
  ScoreInOrder(given, side, table, Band::Full(2, 2), shapes,
               [&](std::uint32_t i, std::uint32_t j, std::size_t k, float score) {
                 EXPECT_EQ(k, 2U);  // only where both sides have several sentences
                 scores[{i, j}] = score;
               });
  return scores;
}

// A sentence of one word counts 1.01, so that its words explain 0.9 / 1.01 = 0.891089. The word
// opposite has a share of 0.7 + 0.3 / 2 = 0.85 in what explains it, the other one 0.15; the empty
// word has 1 / 3.02 = 0.331126 beside both. In order: 0.331126 · 0.1 + 0.668874 · 0.757426 =
// 0.539735, which makes 0.2 + 4 · 0.539735 = 2.358939 times chance. Crosswise: 0.122517, 0.690069.
TEST(OrderedScoresTest, WordsKeepTheOrderOfTheirSentences) {
  const auto straight = OrderedScores({"un", "deux"});
  ASSERT_EQ(straight.size(), 1U);
  EXPECT_NEAR(straight.at({0, 0}), 2.0F * 0.858212F, 1e-4F);
  EXPECT_NEAR(OrderedScores({"deux", "un"}).at({0, 0}), 2.0F * -0.370964F, 1e-4F);
}

// 6 / √16 = 1.5 is 0.75 above the middle: 1 / (1 + e^−3.75).
TEST(TranslationScoreTest, MeasuresEvidenceByTheRootOfTheWords) {
  const Calibration calibration = {.slope = 5.0, .middle = 0.75};
  EXPECT_NEAR(TranslationProbability(6.0, 16, calibration), 0.977023, 1e-6);
  EXPECT_NEAR(TranslationProbability(12.0, 64, calibration), 0.977023, 1e-6);
  EXPECT_NEAR(TranslationProbability(0.75 * 4.0, 16, calibration), 0.5, 1e-12);
  EXPECT_NEAR(TranslationProbability(-20.0, 16, calibration), 3.2659e-13, 1e-16);
  // No word is no evidence, and no division by nothing.
  EXPECT_NEAR(TranslationProbability(0.0, 0, calibration), 0.022977, 1e-6);
}

}  // namespace
}  // namespace calque::internal
