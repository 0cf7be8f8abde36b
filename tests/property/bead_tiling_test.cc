// What holds for the beads of any two documents.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

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

TEST_P(BeadTilingTest, SameInputSameBeads) {
  const Document source = RandomDocument(GetParam(), 20);
  const Document target = RandomDocument(GetParam() + 1, 20);
  EXPECT_EQ(AlignSentences(source, target, nullptr, {}).beads,
            AlignSentences(source, target, nullptr, {}).beads);
}

INSTANTIATE_TEST_SUITE_P(Seeds, BeadTilingTest, testing::Range<std::uint64_t>(0, 24));

}  // namespace
}  // namespace calque::internal
