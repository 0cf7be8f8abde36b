#include "align/beads/bead_aligner.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "align/io/file.h"
#include "align/io/json.h"
#include "align/measure/alignment.h"
#include "tests/support/documents.h"

namespace calque::internal {
namespace {

using test::LinesDocument;

GoldBead AsGold(const Bead& bead) {
  GoldBead gold;
  for (std::uint32_t i = bead.source.begin; i < bead.source.end; ++i) gold.source.push_back(i);
  for (std::uint32_t i = bead.target.begin; i < bead.target.end; ++i) gold.target.push_back(i);
  return gold;
}

std::vector<GoldBead> BeadsOf(const Document& source, const Document& target,
                              const Lexicon* lexicon = nullptr) {
  std::vector<GoldBead> beads;
  for (const Bead& bead : AlignSentences(source, target, lexicon, {}).beads) {
    beads.push_back(AsGold(bead));
  }
  return beads;
}

std::vector<GoldBead> GoldOf(const Json& gold) {
  std::vector<GoldBead> beads;
  for (const Json& bead : gold.at("beads")) beads.push_back({bead.at(0), bead.at(1)});
  return beads;
}

TEST(AlignSentencesTest, EmptyDocumentsGiveNullBeads) {
  const Document empty = LinesDocument({}, "en");
  const Document two = LinesDocument({"One.", "Two."}, "fr");
  EXPECT_TRUE(AlignSentences(empty, empty, nullptr, {}).beads.empty());
  EXPECT_EQ(BeadsOf(empty, two), (std::vector<GoldBead>{{{}, {0}}, {{}, {1}}}));
  EXPECT_EQ(BeadsOf(two, empty), (std::vector<GoldBead>{{{0}, {}}, {{1}, {}}}));
}

TEST(AlignSentencesTest, NumbersAndNamesAloneFindTheInsertion) {
  const Document source =
      LinesDocument({"Output rose 12 percent in 2011 at Northport.",
                     "Dana Okoro left Acme in March.", "Shares of Acme closed at 43.5 dollars."},
                    "en");
  const Document target = LinesDocument(
      {"La production a augmenté de 12 % en 2011 à Northport.",
       "Ce groupe emploie quelque six mille personnes dans neuf pays de la région.",
       "Dana Okoro a quitté Acme en mars.", "Le titre Acme a clôturé à 43,5 dollars."},
      "fr");
  EXPECT_EQ(BeadsOf(source, target),
            (std::vector<GoldBead>{{{0}, {0}}, {{}, {1}}, {{1}, {2}}, {{2}, {3}}}));
}

TEST(AlignSentencesTest, ScoresAreProbabilities) {
  const Document source = test::RandomDocument(1, 12);
  const Document target = test::RandomDocument(2, 9);
  const BeadAlignment alignment = AlignSentences(source, target, nullptr, {});
  for (const Bead& bead : alignment.beads) {
    EXPECT_GE(bead.score, 0.0F);
    EXPECT_LE(bead.score, 1.0F);
  }
}

// Floor over all samples: design asks strict F1 ≥ .97 with the model; lengths, numbers and
// cognates alone reached this.
TEST(AlignSentencesTest, SamplesWithoutModel) {
  AlignmentScore score;
  for (const auto& sample :
       std::filesystem::directory_iterator(CALQUE_SOURCE_DIRECTORY "/corpora/samples")) {
    if (!sample.is_directory()) continue;
    const auto path = sample.path() / "gold.json";
    const Json gold = ParseJson(ReadFile(path), {path.string()});
    const Json& texts = gold.at("sentence_texts");
    score.Add(GoldOf(gold),
              BeadsOf(LinesDocument(texts.at("en"), "en"), LinesDocument(texts.at("fr"), "fr")));
  }
  EXPECT_GE(score.Strict().f1, 0.93);
}

}  // namespace
}  // namespace calque::internal
