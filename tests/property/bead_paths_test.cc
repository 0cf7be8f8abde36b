// Random texts of up to six sentences a side: what the estimator says of their beads is what the
// sum over all bead paths says, each path weighed by the formulas of the parts, written out; and a
// band that holds what is likely changes nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "align/base/hash.h"
#include "align/beads/bead_aligner.h"
#include "align/beads/bead_estimator.h"
#include "align/beads/blank_sentences.h"
#include "align/beads/string_match.h"
#include "tests/support/documents.h"
#include "tests/support/tilings.h"

namespace calque::internal {
namespace {

using testing::FloatNear;
using testing::Pointwise;

constexpr std::uint32_t kMostSentences = 6;
constexpr std::uint32_t kMostTogether = 3;

class BeadPathsTest : public testing::TestWithParam<std::uint64_t> {
 protected:
  static SideWords RandomSide(std::uint64_t seed) {
    const auto count = static_cast<std::uint32_t>(Mix(seed) % kMostSentences + 1);
    return WordsOf(WithoutBlankSentences(test::RandomDocument(seed, count)).document);
  }

  // log p(words of a run | given run) − log p(words by chance), as word_table.h says it.
  static double WordScore(const SideWords& given, std::uint32_t from, std::uint32_t given_size,
                          const SideWords& words, std::uint32_t to, std::uint32_t size,
                          const WordTable& table) {
    double score = 0.0;
    for (const TypeId word : Run(words, to, size)) {
      double explained = table.null[word];
      for (const TypeId type : Run(given, from, given_size)) {
        for (const WordTable::Entry& entry : table.Row(type)) {
          if (entry.word == word) explained += entry.probability;
        }
      }
      const double share = 1.0 / (static_cast<double>(Run(given, from, given_size).size()) + 1.0);
      score += std::log(table.chance[word] + table.gain[word] * share * explained);
    }
    return score;
  }

  // The weights of all beads of the whole lattice.
  [[nodiscard]] LatticeWeights Weights() const {
    LatticeWeights weights;
    weights.match = {prior_.shapes.size(),
                     std::vector<float>(full_.size() * prior_.shapes.size(),
                                        -std::numeric_limits<float>::infinity())};
    const LengthModel lengths(source_.length, target_.length, parameters_.length_variance);
    const EdgeModel edges(source_, target_, parameters_.edges);
    ForEachBead(full_, prior_.shapes, [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
      const auto [source, target] = prior_.shapes[k];
      const double words =
          (WordScore(source_, i, source, target_, j, target, tables_.target_given_source) +
           WordScore(target_, j, target, source_, i, source, tables_.source_given_target)) /
          2.0;
      const double length =
          lengths.Score(lengths.SourceOverlap(Length(source_, i, source), source),
                        lengths.TargetOverlap(Length(target_, j, target), target));
      weights.match.At(full_.At(i, j), k) = static_cast<float>(
          parameters_.word_weight * words + knowledge_.length_weight * length +
          edges.Score(i, j, prior_.shapes[k]) +
          std::log((1.0 - prior_.omission.open - prior_.insertion.open) * prior_.shape[k]));
    });
    const BeadPrior::Run& run = prior_.omission;
    weights.omission = {std::log(run.open), std::log(run.extend), std::log(1.0 - run.extend)};
    weights.insertion = weights.omission;
    weights.omission_of.assign(source_.sentence_count(), 0.0);
    weights.insertion_of.assign(target_.sentence_count(), 0.0);
    return weights;
  }

  [[nodiscard]] BeadPosteriors Estimate(const Band& band) const {
    return BeadEstimator(source_, target_, parameters_)
        .Estimate(band, prior_, ScoreWords(source_, target_, tables_, band, prior_.shapes),
                  knowledge_);
  }

  static BeadParameters OneIteration() {
    BeadParameters parameters;
    parameters.prior_iterations = 1;  // the later ones weigh by what the first has estimated
    return parameters;
  }

  const BeadParameters parameters_ = OneIteration();
  const Knowledge& knowledge_ = parameters_.unknown;
  const SideWords source_ = RandomSide(GetParam());
  const SideWords target_ = RandomSide(GetParam() + 100);
  const BeadPrior prior_ = BeadPrior::Typical(kMostTogether, kMostTogether,
                                              {parameters_.run_open, parameters_.run_extend});
  const WordTables tables_ =
      MakeWordTables(source_, target_, MatchStrings(source_.vocabulary, target_.vocabulary),
                     nullptr, nullptr, parameters_.words);
  const Band full_ = Band::Full(source_.sentence_count(), target_.sentence_count());

 private:
  static std::span<const TypeId> Run(const SideWords& side, std::uint32_t begin,
                                     std::uint32_t size) {
    return std::span(side.words)
        .subspan(side.begin[begin], side.begin[begin + size] - side.begin[begin]);
  }
  static double Length(const SideWords& side, std::uint32_t begin, std::uint32_t size) {
    double length = 0.0;
    for (std::uint32_t i = begin; i < begin + size; ++i) length += side.length[i];
    return length;
  }
};

TEST_P(BeadPathsTest, ExactIsTheSumOverAllPaths) {
  const BeadPosteriors exact = Estimate(full_);
  const BeadPosteriors all = test::PosteriorsOf(full_, prior_.shapes, Weights());
  EXPECT_NEAR(exact.log_total, all.log_total, 1e-3);
  EXPECT_THAT(exact.match.values, Pointwise(FloatNear(1e-3F), all.match.values));
  EXPECT_THAT(exact.omission, Pointwise(FloatNear(1e-3F), all.omission));
  EXPECT_THAT(exact.insertion, Pointwise(FloatNear(1e-3F), all.insertion));
}

TEST_P(BeadPathsTest, BestIsTheBestOfAllPaths) {
  const LatticeWeights weights = Weights();
  const BeadPosteriors all = test::PosteriorsOf(full_, prior_.shapes, weights);
  double best = 0.0;
  test::Tilings(full_, prior_.shapes, weights).ForEach([&](const std::vector<Bead>& beads, double) {
    best = std::max(best, test::SumOf(beads, full_, prior_.shapes, all));
  });
  const std::vector<Bead> found = Lattice(full_, prior_.shapes).Best(Estimate(full_));
  EXPECT_NEAR(test::SumOf(found, full_, prior_.shapes, all), best, 1e-3);
}

TEST_P(BeadPathsTest, ABandOfWhatIsLikelyChangesNothing) {
  const BeadPosteriors exact = Estimate(full_);
  const Band band = LikelyPart(full_, prior_.shapes, exact, 1e-6F, 1);
  const BeadPosteriors banded = Estimate(band);
  EXPECT_NEAR(banded.log_total, exact.log_total, 1e-3);
  ForEachBead(band, prior_.shapes, [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
    EXPECT_NEAR(banded.match.At(band.At(i, j), k), exact.match.At(full_.At(i, j), k), 1e-3F);
  });
  EXPECT_THAT(banded.omission, Pointwise(FloatNear(1e-3F), exact.omission));
  EXPECT_THAT(banded.insertion, Pointwise(FloatNear(1e-3F), exact.insertion));
}

INSTANTIATE_TEST_SUITE_P(Seeds, BeadPathsTest, testing::Range<std::uint64_t>(0, 60));

}  // namespace
}  // namespace calque::internal
