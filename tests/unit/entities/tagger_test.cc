#include "align/entities/tagger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "align/entities/crf.h"
#include "align/entities/feature_weights.h"
#include "align/entities/learn_tagger.h"
#include "align/entities/tagger_labels.h"
#include "calque/error.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using testing::ElementsAre;

constexpr std::string_view kTraining =
    "-DOCSTART- O\n\n"
    "Mr O\nHu B-PER\nsaid O\nso O\n. O\n\n"
    "He O\nlives O\nin O\nNew B-LOC\nYork I-LOC\n. O\n\n"
    "Mr O\nRui B-PER\nCastanheda I-PER\nleft O\n. O\n\n"
    "She O\nworks O\nin O\nOslo B-LOC\n. O\n\n"
    "the O\nship O\nsank O\n. O\n";

TEST(FeatureWeights, AreFoundByFeature) {
  // The first three begin their search at one slot, and 0 is the mark of an empty one.
  const std::vector<TaggerFile::Pass> passes = {
      {{}, {{0, 1, 1.0F}, {0, 2, 2.0F}, {32, 0, 4.0F}, {64, 1, 8.0F}}}};
  const FeatureWeights weights(passes, 3);
  std::vector<double> row(3);
  weights.AddTo(std::vector<std::uint32_t>{0, 32, 64, 96, 1U << 20}, row.data());
  EXPECT_THAT(row, ElementsAre(4.0, 9.0, 2.0));
}

TEST(FeatureWeights, ArePassByPass) {
  const std::vector<TaggerFile::Pass> passes = {
      {{}, {{0, 1, 1.0F}, {5, 0, 2.0F}, {7, 1, 3.0F}}},
      {{}, {{1, 0, 10.0F}, {5, 0, 20.0F}, {6, 1, 30.0F}}}};
  const FeatureWeights weights(passes, 2);
  std::vector<double> row(4);
  weights.AddTo(std::vector<std::uint32_t>{5, 7, 6, 8}, row.data());
  EXPECT_THAT(row, ElementsAre(2.0, 3.0, 20.0, 30.0));
}

TEST(TaggedText, ReadsColumnsAndDocuments) {
  const auto sentences = ReadTaggedText(
      "-DOCSTART- -X- O\n\nEU NNP I-ORG\nrejects VBZ O\n\nGerman "
      "JJ I-MISC\nPeter NNP B-PER\n",
      "x", TagColumn::kLast);
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_TRUE(sentences[0].opens_document);
  EXPECT_FALSE(sentences[1].opens_document);
  EXPECT_THAT(sentences[0].tokens, ElementsAre("EU", "rejects"));
  EXPECT_THAT(sentences[0].tags, ElementsAre("B-ORG", "O"));
  EXPECT_THAT(sentences[1].tags, ElementsAre("B-MISC", "B-PER"));
}

TEST(TaggedText, ReadsConll2003InIob1AndIobes) {
  const auto sentences = ReadTaggedText(
      "-DOCSTART- -X- -X- O\n\n"
      "EU NNP I-NP I-ORG\nUN NNP I-NP B-ORG\nand CC O O\nNew NNP I-NP I-LOC\nYork NNP I-NP I-LOC\n"
      "\n-DOCSTART- -X- O O\n\nOslo NNP B-NP S-LOC\nPeter NNP B-NP B-PER\nHu NNP I-NP E-PER\n",
      "x", TagColumn::kLast);
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_THAT(sentences[0].tags, ElementsAre("B-ORG", "B-ORG", "O", "B-LOC", "I-LOC"));
  EXPECT_TRUE(sentences[1].opens_document);
  EXPECT_THAT(sentences[1].tags, ElementsAre("B-LOC", "B-PER", "I-PER"));
}

TEST(TaggedText, SaysWhereATagIsMissing) {
  const Error error = test::ErrorOf(
      [] { static_cast<void>(ReadTaggedText("a O\nb\n", "file.conll", TagColumn::kLast)); });
  EXPECT_EQ(error.location().line, 2U);
  EXPECT_EQ(error.code(), ErrorCode::kBadInput);
}

TEST(TaggedText, SpansGoThroughTagsAndBack) {
  const std::vector<std::string> tags = {"B-PER", "I-PER", "B-PER", "O", "I-LOC"};
  const std::vector<TagSpan> spans = SpansOfTags(tags);
  ASSERT_EQ(spans.size(), 3U);
  EXPECT_EQ(spans[0], (TagSpan{0, 2, "PER"}));
  EXPECT_THAT(TagsOfSpans(spans, 5), ElementsAre("B-PER", "I-PER", "B-PER", "O", "B-LOC"));
  EXPECT_THAT(LabelsOfTags(tags), ElementsAre("B-PER", "L-PER", "U-PER", "O", "U-LOC"));
}

TEST(Crf, MarginalsAgreeWithAllSequences) {
  CrfLattice lattice;
  lattice.labels = 2;
  lattice.emission = {0.3, -0.2, 1.0, 0.5, -0.7, 0.1};
  const std::vector<double> transition = {0.2, -0.4, 0.6, 0.1};
  lattice.transition = transition;
  double z = 0.0;
  double first = 0.0;  // mass of label 0 at place 1
  double step = 0.0;   // expected transitions 1 → 0
  double best = -1e9;
  std::vector<std::uint8_t> best_path;
  for (unsigned path = 0; path < 8; ++path) {
    const std::vector<std::uint8_t> y = {static_cast<std::uint8_t>(path & 1),
                                         static_cast<std::uint8_t>((path >> 1) & 1),
                                         static_cast<std::uint8_t>((path >> 2) & 1)};
    double score = 0.0;
    for (std::size_t i = 0; i < 3; ++i) score += lattice.emission[2 * i + y[i]];
    for (std::size_t i = 1; i < 3; ++i) score += transition[2U * y[i - 1] + y[i]];
    z += std::exp(score);
    if (y[1] == 0) first += std::exp(score);
    for (std::size_t i = 1; i < 3; ++i) step += y[i - 1] == 1 && y[i] == 0 ? std::exp(score) : 0.0;
    if (score > best) {
      best = score;
      best_path = y;
    }
  }
  std::vector<double> node;
  std::vector<double> edge(4, 0.0);
  EXPECT_NEAR(CrfMarginals(lattice, &node, edge), std::log(z), 1e-9);
  EXPECT_NEAR(node[2], first / z, 1e-9);
  EXPECT_NEAR(edge[2], step / z, 1e-9);
  EXPECT_EQ(CrfDecode(lattice), best_path);
}

TEST(Tagger, LearnsAndKeepsWhatItLearnt) {
  const NameGrammar grammar;
  const auto sentences = ReadTaggedText(kTraining, "x", TagColumn::kLast);
  TaggerTraining training;
  training.field.l2 = 0.05;
  const std::string bytes = LearnTagger(sentences, grammar, "en", training);
  EXPECT_EQ(bytes, LearnTagger(sentences, grammar, "en", training));
  const auto tagger = Tagger::FromBytes(bytes, "x");
  EXPECT_EQ(tagger->language(), "en");
  const auto tagged = tagger->Tag(sentences, grammar);
  ASSERT_EQ(tagged.size(), sentences.size());
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    EXPECT_EQ(tagged[s].spans, SpansOfTags(sentences[s].tags)) << s;
    for (const float probability : tagged[s].probabilities) {
      EXPECT_GT(probability, 0.0F);
      EXPECT_LE(probability, 1.0001F);
    }
  }
}

TEST(Tagger, LearnsFromTypesLeftOpen) {
  const NameGrammar grammar;
  const auto sentences = ReadTaggedText(
      "in O\nOslo B-LOC\n\nin O\nBern B-LOC|ORG\n\nby O\nAcme B-ORG\n", "x", TagColumn::kLast);
  TaggerTraining training;
  training.field.l2 = 0.05;
  const auto tagger = Tagger::FromBytes(LearnTagger(sentences, grammar, "en", training), "x");
  const auto tagged = tagger->Tag(sentences, grammar);
  ASSERT_EQ(tagged[1].spans.size(), 1U);
  EXPECT_EQ(tagged[1].spans[0].type, "LOC");
}

TEST(Tagger, RefusesDamagedFiles) {
  const NameGrammar grammar;
  const auto sentences = ReadTaggedText(kTraining, "x", TagColumn::kLast);
  std::string bytes = LearnTagger(sentences, grammar, "en", {});
  EXPECT_THROW(static_cast<void>(Tagger::FromBytes("", "x")), Error);
  EXPECT_THROW(static_cast<void>(Tagger::FromBytes(bytes.substr(0, bytes.size() / 2), "x")), Error);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  EXPECT_THROW(static_cast<void>(Tagger::FromBytes(bytes, "x")), Error);
}

TEST(Tagger, WantsSomethingToLearn) {
  const auto sentences = ReadTaggedText("a O\n", "x", TagColumn::kLast);
  EXPECT_THROW(static_cast<void>(LearnTagger(sentences, NameGrammar{}, "en", {})), Error);
}

}  // namespace
}  // namespace calque::internal
