#include "align/model/candidates.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace calque::internal {
namespace {

// A hundred pairs: `w0` in all of them, so that its row is long; words stand twice in a sentence.
ParallelText Text() {
  std::mt19937 random(1);
  ParallelText text;
  for (int pair = 0; pair < 100; ++pair) {
    std::vector<std::string> sides[2];
    for (auto& side : sides) {
      side = {"w0", "w0"};
      for (std::uint32_t i = 0, words = random() % 9; i < words; ++i) {
        side.push_back("w" + std::to_string(random() % 200));
      }
    }
    text.Add(sides[0], sides[1]);
  }
  text.Add({}, std::vector<std::string>{"w0"});
  text.Add(std::vector<std::string>{"w0"}, {});
  return text;
}

TEST(CellFinder, FindsWhatTheTableFinds) {
  const ParallelText text = Text();
  const CandidateTable table = CandidateTable::Collect(text, {.per_type = 3});
  CellFinder finder(table);
  std::size_t known = 0;
  std::size_t unknown = 0;
  // Neighbours, too, whose words mostly are no candidates of each other.
  for (std::size_t pair = 0; pair + 1 < text.size(); ++pair) {
    const auto source = text.source().Sentence(pair);
    for (const std::size_t other : {pair, pair + 1}) {
      const auto target = text.target().Sentence(other);
      finder.Find(source, target);
      ASSERT_EQ(finder.cells().size(), source.size() * target.size());
      for (std::size_t i = 0; i < finder.cells().size(); ++i) {
        const Cell cell = finder.cells()[i];
        EXPECT_EQ(cell, table.Find(source[i / target.size()], target[i % target.size()]));
        ++(cell == kNoCell ? unknown : known);
      }
    }
  }
  EXPECT_GT(known, 1000U);
  EXPECT_GT(unknown, 1000U);
}

}  // namespace
}  // namespace calque::internal
