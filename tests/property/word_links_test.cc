// What holds for the word links of any two documents.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <utility>

#include "align/beads/bead_aligner.h"
#include "align/io/file.h"
#include "align/io/json.h"
#include "align/words/word_aligner.h"
#include "tests/support/documents.h"

namespace calque::internal {
namespace {

using test::RandomDocument;
using Ends = std::pair<std::uint32_t, std::uint32_t>;

class WordLinksTest : public testing::TestWithParam<std::uint64_t> {
 protected:
  WordLinksTest() {
    const std::string path = "corpora/models/words.json";
    weights_ = LinkWeights::FromJson(ParseJson(ReadFile(path), {path}), path);
    const std::uint64_t seed = GetParam();
    bitext_.source = RandomDocument(seed, static_cast<std::uint32_t>(seed * 7 % 23));
    bitext_.target = RandomDocument(seed + 50, static_cast<std::uint32_t>(seed * 5 % 19));
    bitext_.beads = AlignSentences(bitext_.source, bitext_.target, nullptr, {}).beads;
  }

  [[nodiscard]] std::vector<WordLink> Links(const Bitext& bitext, float threshold) const {
    return AlignWords(bitext, nullptr, {.threshold = threshold, .weights = weights_.get()});
  }

  Bitext bitext_;
  std::shared_ptr<const LinkWeights> weights_;
};

std::uint32_t SentenceOf(const Document& document, std::uint32_t token) {
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
    if (token < document.sentences[i].tokens.end) return i;
  }
  return 0xFFFFFFFF;
}

TEST_P(WordLinksTest, AreProbabilitiesInOrderInsideOneBead) {
  const std::vector<WordLink> links = Links(bitext_, 0.1F);
  for (std::size_t i = 0; i < links.size(); ++i) {
    EXPECT_GE(links[i].probability, 0.1F);
    EXPECT_LE(links[i].probability, 1.0F);
    const std::uint32_t source = SentenceOf(bitext_.source, links[i].source);
    const std::uint32_t target = SentenceOf(bitext_.target, links[i].target);
    EXPECT_TRUE(std::any_of(bitext_.beads.begin(), bitext_.beads.end(), [&](const Bead& bead) {
      return source >= bead.source.begin && source < bead.source.end &&
             target >= bead.target.begin && target < bead.target.end;
    }));
    if (i == 0) continue;
    EXPECT_LT(Ends(links[i - 1].source, links[i - 1].target),
              Ends(links[i].source, links[i].target));
  }
}

TEST_P(WordLinksTest, SureOnesArePossibleToo) {
  const std::vector<WordLink> possible = Links(bitext_, 0.2F);
  for (const WordLink& sure : Links(bitext_, kSureLink)) {
    EXPECT_NE(std::find(possible.begin(), possible.end(), sure), possible.end());
  }
}

TEST_P(WordLinksTest, SwappingSidesSwapsTheLinks) {
  Bitext swapped;
  swapped.source = bitext_.target;
  swapped.target = bitext_.source;
  for (const Bead& bead : bitext_.beads) {
    if (!bead.IsNull()) swapped.beads.push_back({bead.target, bead.source, bead.score, false});
  }
  std::map<Ends, float> straight;
  for (const WordLink& link : Links(bitext_, 0.0F)) {
    straight[{link.source, link.target}] = link.probability;
  }
  const std::vector<WordLink> links = Links(swapped, 0.0F);
  EXPECT_EQ(links.size(), straight.size());
  for (const WordLink& link : links) {
    EXPECT_NEAR(link.probability, (straight[{link.target, link.source}]), 0.02F);
  }
}

INSTANTIATE_TEST_SUITE_P(Random, WordLinksTest, testing::Range<std::uint64_t>(1, 40));

}  // namespace
}  // namespace calque::internal
