#include "align/archive/bitext_cutter.h"

#include <gtest/gtest.h>

#include <numeric>

#include "align/read/bitext_json.h"
#include "align/read/unit.h"
#include "tests/support/bitexts.h"

namespace calque::internal {
namespace {

std::vector<std::string> TextsOf(const Bitext& bitext, std::span<const std::uint32_t> beads) {
  std::vector<std::string> texts;
  for (const std::uint32_t bead : beads) {
    const Unit unit = UnitOf(bitext, bitext.beads[bead]);
    texts.push_back(unit.source.text + " | " + unit.target.text);
  }
  return texts;
}

std::vector<std::uint32_t> All(const Bitext& bitext) {
  std::vector<std::uint32_t> all(bitext.beads.size());
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

TEST(BitextCutter, KeepsWhatStandsInTheBeadsAndNothingElse) {
  const Bitext whole = test::FerryBitext();
  const std::uint32_t beads[] = {1, 2};
  const Bitext cut = BitextCutter(whole).Cut(beads);
  EXPECT_EQ(cut.source.text,
            "NORTHPORT, Jan 5 (Acme) - The Corvane line will add two ships, its head Ada Brandt\n"
            "said on Monday. They cost $2.5 billion.\n\"We need them <now>,\" she said.");
  EXPECT_EQ(TextsOf(cut, All(cut)), TextsOf(whole, beads));
  ASSERT_EQ(cut.source.paragraphs.size(), 2U);
  EXPECT_EQ(cut.source.sentences[1].confidence, whole.source.sentences[2].confidence);
  ASSERT_EQ(cut.entities.size(), 2U);
  EXPECT_EQ(cut.source_mentions[cut.entities[0].source].span.In(cut.source.text), "Ada Brandt");
  EXPECT_EQ(cut.target_mentions[cut.entities[0].target].span.In(cut.target.text), "Ada Brandt");
  ASSERT_TRUE(cut.source.dateline);
  EXPECT_EQ(cut.source.dateline->place.In(cut.source.text), "NORTHPORT");
  EXPECT_TRUE(cut.findings.empty());  // it speaks of the bead that is gone
  EXPECT_TRUE(cut.words.empty());     // they are of the headline
  ASSERT_EQ(cut.source.credits.size(), 3U);
  EXPECT_EQ(cut.source.credits[1].name, "Mara Quillen");
  EXPECT_TRUE(cut.source.credits[1].span.empty());
  EXPECT_EQ(cut.source.metadata, whole.source.metadata);
}

TEST(BitextCutter, MovesWordLinksWithTheirTokens) {
  const Bitext whole = test::FerryBitext();
  const std::uint32_t beads[] = {0};
  const Bitext cut = BitextCutter(whole).Cut(beads);
  EXPECT_EQ(cut.words, whole.words);
  EXPECT_EQ(cut.source.headline.In(cut.source.text), "Ferry line adds two ships & a quay");
  const std::uint32_t last[] = {3};
  const Bitext null = BitextCutter(whole).Cut(last);
  ASSERT_EQ(null.findings.size(), 1U);
  EXPECT_EQ(null.findings[0].source.In(null.source.text), "The quay opens in May.");
  EXPECT_TRUE(null.target.text.empty());
}

TEST(BitextCutter, CutsTheTargetInItsOwnOrder) {
  Bitext whole = test::FerryBitext();
  whole.beads = {{{0, 1}, {0, 1}, 0.9F, false},
                 {{1, 3}, {2, 3}, 0.8F, true},
                 {{3, 4}, {1, 2}, 0.7F, true},
                 {{4, 5}, {3, 3}, 0.6F, false}};
  const std::uint32_t beads[] = {1, 2};
  const Bitext cut = BitextCutter(whole).Cut(beads);
  EXPECT_EQ(TextsOf(cut, All(cut)), TextsOf(whole, beads));
  EXPECT_LT(cut.beads[1].target.begin, cut.beads[0].target.begin);
}

TEST(BitextCutter, GivesValidBitextsOfAnyText) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Bitext whole = test::HostileBitext(seed);
    const BitextCutter cutter(whole);
    std::vector<std::uint32_t> some;
    for (const std::uint32_t bead : All(whole)) {
      if ((seed + bead) % 3 != 0) some.push_back(bead);
    }
    const Bitext cut = cutter.Cut(some);
    ASSERT_EQ(TextsOf(cut, All(cut)), TextsOf(whole, some)) << "seed " << seed;
    // The reader checks every span and index.
    ASSERT_EQ(ReadBitextJson(WriteBitextJson(cut), {}), cut) << "seed " << seed;
    // What is cut again in whole stays as it is.
    ASSERT_EQ(BitextCutter(cut).Cut(All(cut)), cut) << "seed " << seed;
  }
}

}  // namespace
}  // namespace calque::internal
