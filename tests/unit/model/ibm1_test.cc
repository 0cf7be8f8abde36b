#include "align/model/ibm1.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace calque::internal {
namespace {

std::vector<std::string> Words(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

ParallelText Text(const std::vector<std::pair<std::string, std::string>>& pairs) {
  ParallelText text;
  for (const auto& [source, target] : pairs) text.Add(Words(source), Words(target));
  return text;
}

float Probability(const Lexicon& lexicon, const std::string& source, const std::string& target) {
  return lexicon.source().Probability(lexicon.source().Find(source), lexicon.target().Find(target));
}

// The example every introduction to Model 1 uses (Knight 1999).
TEST(Ibm1, ResolvesTheHouse) {
  const ParallelText text = Text({{"the house", "la maison"},
                                  {"the book", "le livre"},
                                  {"a book", "un livre"},
                                  {"the big house", "la grande maison"}});
  const auto lexicon = TrainLexicon(text, {.iterations = 20});
  EXPECT_GT(Probability(*lexicon, "house", "maison"), 0.4F);
  EXPECT_GT(Probability(*lexicon, "book", "livre"), 0.7F);
  EXPECT_GT(Probability(*lexicon, "big", "grande"), Probability(*lexicon, "big", "maison"));
}

TEST(Ibm1, RowsSumToOne) {
  const auto lexicon =
      TrainLexicon(Text({{"a b c", "x y"}, {"a d", "x z"}, {"b", "y"}}), {.threshold = 0.0F});
  for (const LexiconSide* side : {&lexicon->source(), &lexicon->target()}) {
    for (TypeId type = 0; type < side->size(); ++type) {
      float sum = 0.0F;
      for (const Translation& t : side->TranslationsOf(type)) sum += t.probability();
      EXPECT_NEAR(sum, 1.0F, 0.01F);
    }
  }
}

TEST(Ibm1, IsSymmetric) {
  const auto lexicon = TrainLexicon(Text({{"a b c", "x y"}, {"a d", "x z"}, {"b", "y"}}));
  const auto mirror = TrainLexicon(Text({{"x y", "a b c"}, {"x z", "a d"}, {"y", "b"}}));
  EXPECT_EQ(Probability(*lexicon, "a", "x"),
            mirror->target().Probability(mirror->target().Find("a"), mirror->source().Find("x")));
}

TEST(Ibm1, PriorCarriesOver) {
  const auto base = TrainLexicon(Text({{"p", "q"}, {"p", "q"}, {"r", "s"}}));
  // Without the prior the pair of pairs below is ambiguous.
  const ParallelText text = Text({{"p r", "s q"}});
  const auto plain = TrainLexicon(text);
  const auto adapted = TrainLexicon(text, {}, {.lexicon = base.get()});
  EXPECT_NEAR(Probability(*plain, "p", "q"), 0.5F, 0.01F);
  EXPECT_GT(Probability(*adapted, "p", "q"), 0.9F);
}

TEST(Ibm1, WeightZeroTeachesNothing) {
  ParallelText text;
  text.Add(Words("a"), Words("x"));
  text.Add(Words("a"), Words("y"), 0.0F);
  const auto lexicon = TrainLexicon(text);
  EXPECT_GT(Probability(*lexicon, "a", "x"), 0.99F);
}

TEST(Ibm1, LimitKeepsTheBestCandidates) {
  ParallelText text;
  for (int i = 0; i < 20; ++i) {
    text.Add(Words("word noise" + std::to_string(i)), Words("mot bruit" + std::to_string(i)));
  }
  const auto lexicon = TrainLexicon(text, {.candidates = {.per_type = 1}});
  EXPECT_GT(Probability(*lexicon, "word", "mot"), 0.9F);
}

TEST(Ibm1, EmptyTextGivesAnEmptyLexicon) {
  EXPECT_EQ(TrainLexicon(ParallelText())->source().size(), 0U);
  EXPECT_EQ(TrainLexicon(Text({{"", "a"}}))->target().size(), 1U);
}

}  // namespace
}  // namespace calque::internal
