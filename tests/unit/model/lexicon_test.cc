#include "align/model/lexicon.h"

#include <gtest/gtest.h>

#include <vector>

#include "align/model/lexicon_builder.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

TEST(Translation, KeepsTypeAndProbability) {
  for (const float probability : {1.0F, 0.75F, 0.5F, 0.1F, 1e-3F, 1e-9F}) {
    const Translation translation(kMaxTypes - 1, probability);
    EXPECT_EQ(translation.type(), kMaxTypes - 1);
    EXPECT_NEAR(translation.probability() / probability, 1.0, 0.004);
  }
}

TEST(Translation, RaisesTinyProbabilities) {
  EXPECT_GT(Translation(0, 1e-20F).probability(), 0.0F);
  EXPECT_LT(Translation(0, 1e-20F).probability(), 1e-9F);
}

TEST(ShortFloat, RoundsToThreeDigits) {
  for (const float value : {1.0F, 0.3F, 2e-7F}) {
    EXPECT_NEAR(ShortFloat(value).value() / value, 1.0, 0.004);
  }
}

TEST(Lexicon, FindsWordsAndTranslations) {
  const std::vector<WordPair> pairs = {{"beijing", "pekin", 0.9F, 0.8F},
                                       {"beijing", "chinois", 0.1F, 0.2F},
                                       {"said", "dit", 0.5F, 0.25F}};
  const auto lexicon = BuildLexicon(pairs);
  const TypeId beijing = lexicon->source().Find("beijing");
  ASSERT_NE(beijing, kUnknownType);
  EXPECT_EQ(lexicon->source().Word(beijing), "beijing");
  const auto row = lexicon->source().TranslationsOf(beijing);
  ASSERT_EQ(row.size(), 2U);
  EXPECT_EQ(lexicon->target().Word(row[0].type()), "pekin");
  EXPECT_GT(row[0].probability(), row[1].probability());
  const TypeId dit = lexicon->target().Find("dit");
  EXPECT_NEAR(lexicon->target().Probability(dit, lexicon->source().Find("said")), 0.25, 1e-3);
  EXPECT_EQ(lexicon->target().Probability(dit, beijing), 0.0F);
}

TEST(Lexicon, UnknownWordsHaveMassButNoTranslations) {
  const std::vector<WordPair> pairs = {{"a", "b"}};
  const auto lexicon = BuildLexicon(pairs);
  EXPECT_EQ(lexicon->source().Find("zzz"), kUnknownType);
  EXPECT_TRUE(lexicon->source().TranslationsOf(kUnknownType).empty());
  EXPECT_GT(lexicon->source().Unigram(kUnknownType), 0.0F);
}

TEST(Lexicon, EmptyLexiconKnowsNothing) {
  const auto lexicon = BuildLexicon(std::vector<WordPair>());
  EXPECT_EQ(lexicon->source().size(), 0U);
  EXPECT_EQ(lexicon->target().Find("x"), kUnknownType);
}

TEST(Lexicon, FindsEachOfManyWords) {
  std::vector<WordPair> pairs;
  for (int i = 0; i < 5000; ++i) pairs.push_back({std::to_string(i), std::to_string(-i)});
  const auto lexicon = BuildLexicon(pairs);
  for (int i = 0; i < 5000; ++i) {
    const TypeId type = lexicon->source().Find(std::to_string(i));
    ASSERT_NE(type, kUnknownType);
    EXPECT_EQ(lexicon->target().Word(lexicon->source().TranslationsOf(type)[0].type()),
              std::to_string(-i));
  }
  EXPECT_EQ(lexicon->source().Find("5000"), kUnknownType);
}

TEST(Lexicon, RefusesTooManyTypes) {
  SideDraft source;
  source.words.resize(kMaxTypes);
  EXPECT_THROW((void)BuildLexicon(source, SideDraft()), Error);
}

}  // namespace
}  // namespace calque::internal
