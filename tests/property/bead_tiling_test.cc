// What holds for the beads of any two documents.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "align/base/hash.h"
#include "align/beads/bead_aligner.h"
#include "tests/support/documents.h"

namespace calque::internal {
namespace {

using test::RandomDocument;

// Null beads by the sentences they hold: where their empty side stands is a matter of listing.
using Range = std::pair<std::uint32_t, std::uint32_t>;
Range RangeOf(IndexRange<Sentence> range) {
  return range.empty() ? Range{0, 0} : Range{range.begin, range.end};
}

class BeadTilingTest : public testing::TestWithParam<std::uint64_t> {};

TEST_P(BeadTilingTest, BeadsTileBothSides) {
  const std::uint64_t seed = GetParam();
  const Document source = RandomDocument(seed, static_cast<std::uint32_t>(seed * 7 % 23));
  const Document target = RandomDocument(seed + 50, static_cast<std::uint32_t>(seed * 5 % 19));
  std::uint32_t i = 0;
  std::uint32_t j = 0;
  for (const Bead& bead : AlignSentences(source, target, nullptr, {}).beads) {
    EXPECT_EQ(bead.source.begin, i);
    EXPECT_EQ(bead.target.begin, j);
    EXPECT_FALSE(bead.source.empty() && bead.target.empty());
    i = bead.source.end;
    j = bead.target.end;
  }
  EXPECT_EQ(i, source.sentences.size());
  EXPECT_EQ(j, target.sentences.size());
}

TEST_P(BeadTilingTest, SwappingSidesSwapsTheBeads) {
  const std::uint64_t seed = GetParam();
  const Document source = RandomDocument(seed, static_cast<std::uint32_t>(seed * 3 % 17));
  const Document target = RandomDocument(seed + 9, static_cast<std::uint32_t>(seed * 11 % 21));
  std::set<std::pair<Range, Range>> straight;
  std::set<std::pair<Range, Range>> swapped;
  for (const Bead& bead : AlignSentences(source, target, nullptr, {}).beads) {
    straight.insert({RangeOf(bead.source), RangeOf(bead.target)});
  }
  for (const Bead& bead : AlignSentences(target, source, nullptr, {}).beads) {
    swapped.insert({RangeOf(bead.target), RangeOf(bead.source)});
  }
  EXPECT_EQ(straight, swapped);
}

// A text and itself, some sentences left out on either side and one moved.
struct Desk {
  Document source;
  Document target;
};
Desk Edited(std::uint64_t seed) {
  constexpr std::uint32_t kSentences = 30;
  const Document whole = RandomDocument(seed, kSentences);
  std::vector<std::string> source;
  std::vector<std::string> target;
  for (std::uint32_t i = 0; i < kSentences; ++i) {
    const std::string line(whole.TextOf(whole.sentences[i]));
    if (Mix(seed * 100 + i) % 9 != 0) source.push_back(line);
    if (Mix(seed * 200 + i) % 9 != 0) target.push_back(line);
  }
  const auto from = static_cast<std::ptrdiff_t>(Mix(seed) % target.size());
  const std::string moved = target[static_cast<std::size_t>(from)];
  target.erase(target.begin() + from);
  const auto to = static_cast<std::ptrdiff_t>(Mix(seed + 1) % target.size());
  target.insert(target.begin() + to, moved);
  return {test::LinesDocument(source, "und"), test::LinesDocument(target, "und")};
}

std::vector<Bead> AlignMoved(const Document& source, const Document& target) {
  return AlignSentences(source, target, nullptr, {.find_moved = true}).beads;
}

TEST_P(BeadTilingTest, WithMovedOnesEachSentenceIsInOneBead) {
  const Desk desk = Edited(GetParam());
  std::vector<int> targets(desk.target.sentences.size(), 0);
  std::uint32_t i = 0;
  std::uint32_t j = 0;
  for (const Bead& bead : AlignMoved(desk.source, desk.target)) {
    EXPECT_EQ(bead.source.begin, i);
    i = bead.source.end;
    for (std::uint32_t t = bead.target.begin; t < bead.target.end; ++t) ++targets[t];
    if (bead.crossing || bead.target.empty()) continue;
    EXPECT_GE(bead.target.begin, j);
    j = bead.target.end;
  }
  EXPECT_EQ(i, desk.source.sentences.size());
  EXPECT_EQ(targets, std::vector<int>(targets.size(), 1));
}

TEST_P(BeadTilingTest, SwappingSidesSwapsMovedOnesToo) {
  const Desk desk = Edited(GetParam());
  std::set<std::pair<Range, Range>> straight;
  std::set<std::pair<Range, Range>> swapped;
  for (const Bead& bead : AlignMoved(desk.source, desk.target)) {
    straight.insert({RangeOf(bead.source), RangeOf(bead.target)});
  }
  for (const Bead& bead : AlignMoved(desk.target, desk.source)) {
    swapped.insert({RangeOf(bead.target), RangeOf(bead.source)});
  }
  EXPECT_EQ(straight, swapped);
}

TEST_P(BeadTilingTest, SameInputSameBeads) {
  const Document source = RandomDocument(GetParam(), 20);
  const Document target = RandomDocument(GetParam() + 1, 20);
  EXPECT_EQ(AlignSentences(source, target, nullptr, {}).beads,
            AlignSentences(source, target, nullptr, {}).beads);
}

// The texts of the two properties above are such as have moved sentences to be found.
TEST(BeadTiling, MovedSentencesAreFound) {
  int crossing = 0;
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    const Desk desk = Edited(seed);
    for (const Bead& bead : AlignMoved(desk.source, desk.target)) crossing += bead.crossing ? 1 : 0;
  }
  EXPECT_GT(crossing, 5);
}

INSTANTIATE_TEST_SUITE_P(Seeds, BeadTilingTest, testing::Range<std::uint64_t>(0, 24));

}  // namespace
}  // namespace calque::internal
