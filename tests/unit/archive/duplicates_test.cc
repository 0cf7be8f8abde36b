#include "align/archive/duplicates.h"

#include <gtest/gtest.h>

#include <ctime>
#include <memory>
#include <random>
#include <string>

#include "align/base/hash.h"

namespace calque::internal {
namespace {

TEST(HashSet, KnowsWhatItWasGiven) {
  HashSet set;
  for (std::uint64_t i = 0; i < 10'000; ++i) EXPECT_TRUE(set.Insert(Mix(i)));
  for (std::uint64_t i = 0; i < 10'000; ++i) EXPECT_FALSE(set.Insert(Mix(i)));
  EXPECT_TRUE(set.Insert(Mix(10'000)));
  EXPECT_EQ(set.size(), 10'001U);
  HashSet zero;
  EXPECT_TRUE(zero.Insert(0));
  EXPECT_FALSE(zero.Insert(0));
}

TEST(NearDuplicates, TakesSmallDifferencesForNone) {
  NearDuplicates seen;
  EXPECT_TRUE(seen.Insert("The Corvane line will add two ships in May, it said on Monday.",
                          "La compagnie Corvane va ajouter deux navires en mai, a-t-elle dit."));
  EXPECT_FALSE(seen.Insert("THE CORVANE LINE WILL ADD TWO SHIPS IN MAY, IT SAID ON MONDAY",
                           "La compagnie Corvane va ajouter deux navires en mai, a-t-elle dit"));
  EXPECT_TRUE(seen.Insert("The Corvane line will sell two planes in June, he wrote on Friday.",
                          "La compagnie Corvane va vendre deux avions en juin, a-t-il écrit."));
  EXPECT_TRUE(seen.Insert("Shares rose 3.1 percent.", "Les actions ont pris 3,1 %."));
  EXPECT_FALSE(seen.Insert("Shares rose 4.7 percent.", "Les actions ont pris 4,7 %."));
  EXPECT_TRUE(seen.Insert("Shares rose.", "Les actions ont pris 4,7 %."));
  EXPECT_TRUE(seen.Insert("Les actions ont pris 3,1 %.", "Shares rose 3.1 percent."));
}

// Of random sentences, each with a copy in which `changed` of 20 words are others, the share of
// copies that are found.
double FoundShare(int changed) {
  constexpr int kPairs = 2000;
  constexpr int kLength = 20;
  std::mt19937_64 random(7);
  const auto word = [&] {
    std::string text;
    for (int i = 0; i < 5; ++i) text += static_cast<char>('a' + random() % 26);
    return text + ' ';
  };
  NearDuplicates seen;
  int found = 0;
  for (int pair = 0; pair < kPairs; ++pair) {
    std::string first[2];
    std::string second[2];
    for (int side = 0; side < 2; ++side) {
      for (int i = 0; i < kLength; ++i) {
        const std::string common = word();
        first[side] += common;
        // Spread out, so that each takes two neighbours with it.
        const bool other = i % 3 == 1 && i / 3 < changed;
        second[side] += other ? word() : common;
      }
    }
    EXPECT_TRUE(seen.Insert(first[0], first[1])) << "random sentences are alike";
    if (!seen.Insert(second[0], second[1])) ++found;
  }
  return static_cast<double>(found) / kPairs;
}

TEST(NearDuplicates, FindsOneWordInTwentyAndKeepsFive) {
  EXPECT_GE(FoundShare(0), 1.0);
  EXPECT_GE(FoundShare(1), 0.9);
  EXPECT_LE(FoundShare(5), 0.01);
}

// Processor time for many pairs of texts of four words, of which `common` are the same in all.
double SecondsOfPairs(int common) {
  constexpr int kPairs = 200'000;
  constexpr std::string_view kWords[] = {"shares ", "rose ", "on ", "friday "};
  std::mt19937_64 random(5);
  NearDuplicates seen;
  const std::clock_t start = std::clock();
  for (int pair = 0; pair < kPairs; ++pair) {
    std::string side[2];
    for (std::string& text : side) {
      for (int i = 0; i < 4; ++i) {
        if (i < common) {
          text += kWords[i];
          continue;
        }
        for (int letter = 0; letter < 8; ++letter) {
          text += static_cast<char>('a' + random() % 26);
        }
        text += ' ';
      }
    }
    (void)seen.Insert(side[0], side[1]);
  }
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Texts of one template share bands without being alike.
TEST(NearDuplicates, TakeNoLongerForATemplate) {
  EXPECT_LT(SecondsOfPairs(3), 2 * SecondsOfPairs(0) + 0.1);
}

}  // namespace
}  // namespace calque::internal
