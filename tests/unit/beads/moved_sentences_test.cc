// Moved sentences, through the aligner: a path alone cannot cross itself.
#include "align/beads/moved_sentences.h"

#include <gtest/gtest.h>

#include "align/beads/bead_aligner.h"
#include "align/model/lexicon_builder.h"
#include "tests/support/documents.h"

namespace calque::internal {
namespace {

using test::LinesDocument;

// Invented words, so that nothing but the lexicon tells what translates what: `aXY` is `bXY`.
std::string SentenceOf(char side, std::uint32_t number, std::uint32_t words = 8) {
  std::string text;
  for (std::uint32_t w = 0; w < words; ++w) {
    text += (text.empty() ? "" : " ") + std::string(1, side) + static_cast<char>('a' + number) +
            static_cast<char>('a' + w);
  }
  return text + ".";
}

std::unique_ptr<Lexicon> LexiconOf(std::uint32_t sentences) {
  std::vector<std::string> words;
  for (std::uint32_t s = 0; s < sentences; ++s) {
    for (char w = 'a'; w < 'i'; ++w) words.push_back({static_cast<char>('a' + s), w});
  }
  std::vector<WordPair> pairs;
  std::vector<std::string> both;
  both.reserve(2 * words.size());
  for (const std::string& word : words) {
    both.push_back("x" + word);
    both.push_back("q" + word);
    pairs.push_back({both[both.size() - 2], both.back(), 0.9F, 0.9F});
  }
  return BuildLexicon(pairs);
}

Document Side(char side, const std::vector<int>& numbers, const std::string& language) {
  std::vector<std::string> lines;
  for (const int number : numbers) {
    lines.push_back(number < 0 ? "" : SentenceOf(side, static_cast<std::uint32_t>(number)));
  }
  return LinesDocument(lines, language);
}

// Beads of a text of sentences 0, 1, 2, … and its translation, whose sentences stand in `order`; a
// blank sentence is −1. Scores are left out.
std::vector<Bead> Align(const std::vector<int>& source, const std::vector<int>& order,
                        bool find_moved = true) {
  const auto lexicon = LexiconOf(12);
  auto beads = AlignSentences(Side('x', source, "en"), Side('q', order, "fr"), lexicon.get(),
                              {.find_moved = find_moved})
                   .beads;
  for (Bead& bead : beads) {
    EXPECT_GE(bead.score, kMoved);
    EXPECT_LE(bead.score, 1.0F);
    bead.score = 0.0F;
  }
  return beads;
}

Bead One(std::uint32_t source, std::uint32_t target, bool crossing = false) {
  return {{source, source + 1}, {target, target + 1}, 0.0F, crossing};
}

TEST(MovedSentencesTest, AMovedSentenceIsACrossingBead) {
  EXPECT_EQ(
      Align({0, 1, 2, 3, 4, 5}, {0, 2, 3, 4, 1, 5}),
      (std::vector<Bead>{One(0, 0), One(1, 4, true), One(2, 1), One(3, 2), One(4, 3), One(5, 5)}));
}

TEST(MovedSentencesTest, WithoutTheOptionItIsLeftOutTwice) {
  const auto beads = Align({0, 1, 2, 3, 4, 5}, {0, 2, 3, 4, 1, 5}, false);
  EXPECT_EQ(beads.size(), 7U);
  for (const Bead& bead : beads) EXPECT_FALSE(bead.crossing);
}

TEST(MovedSentencesTest, WhatTranslatesNothingStaysLeftOut) {
  EXPECT_EQ(Align({0, 1, 2, 3, 4, 5}, {0, 2, 3, 4, 9, 5}), (std::vector<Bead>{One(0, 0),
                                                                              {{1, 2}, {1, 1}},
                                                                              One(2, 1),
                                                                              One(3, 2),
                                                                              One(4, 3),
                                                                              {{5, 5}, {4, 5}},
                                                                              One(5, 5)}));
}

TEST(MovedSentencesTest, NeighboursThatChangedPlacesAreTwoBeads) {
  EXPECT_EQ(Align({0, 1, 2, 3, 4, 5}, {0, 1, 3, 2, 4, 5}),
            (std::vector<Bead>{One(0, 0), One(1, 1), One(2, 3, true), One(3, 2, true), One(4, 4),
                               One(5, 5)}));
}

// Blank sentences keep their numbers, wherever they stand: each is in one bead.
TEST(MovedSentencesTest, BlankSentencesAreCountedOnce) {
  const std::vector<int> source = {0, -1, 1, 2, 3, -1, 4, 5};
  const std::vector<int> target = {0, 2, -1, 3, 4, -1, 1, -1, 5};
  std::vector<int> in_bead(source.size() + target.size(), 0);
  for (const Bead& bead : Align(source, target)) {
    for (std::uint32_t i = bead.source.begin; i < bead.source.end; ++i) ++in_bead[i];
    for (std::uint32_t j = bead.target.begin; j < bead.target.end; ++j) {
      ++in_bead[source.size() + j];
    }
    if (bead.crossing) {
      EXPECT_EQ(bead, One(2, 6, true));
    }
  }
  EXPECT_EQ(in_bead, std::vector<int>(in_bead.size(), 1));
}

}  // namespace
}  // namespace calque::internal
