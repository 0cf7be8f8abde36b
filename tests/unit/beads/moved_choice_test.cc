#include "align/beads/moved_choice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <tuple>

#include "align/beads/moved_sentences.h"

namespace calque::internal {
namespace {

bool Overlap(const MovedCandidate& a, const MovedCandidate& b) {
  return (a.source < b.source + b.shape.source && b.source < a.source + a.shape.source) ||
         (a.target < b.target + b.shape.target && b.target < a.target + a.shape.target);
}

// The same by comparing all with all.
std::vector<MovedCandidate> ChooseSlowly(const std::vector<MovedCandidate>& candidates,
                                         const LeftOver& source, const LeftOver& target) {
  std::vector<MovedCandidate> chosen;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    MovedCandidate one = candidates[c];
    const auto overlaps = [&](const MovedCandidate& other) { return Overlap(one, other); };
    if (std::any_of(chosen.begin(), chosen.end(), overlaps)) continue;
    const auto rival = std::find_if(candidates.begin() + static_cast<std::ptrdiff_t>(c) + 1,
                                    candidates.end(), overlaps);
    if (rival != candidates.end())
      one.probability /= 1.0 + std::exp(rival->evidence - one.evidence);
    if (one.probability >= kMoved) chosen.push_back(one);
  }
  std::vector<MovedCandidate> crossing;
  for (const MovedCandidate& one : chosen) {
    const auto crosses = [&](const MovedCandidate& other) {
      return (one.source < other.source) != (one.target < other.target);
    };
    if (source[one.source].pairs_before != target[one.target].pairs_before ||
        std::any_of(chosen.begin(), chosen.end(), crosses)) {
      crossing.push_back(one);
    }
  }
  return crossing;
}

using Row = std::tuple<std::uint32_t, std::uint32_t, std::size_t, std::size_t, double>;

std::vector<Row> RowsOf(const std::vector<MovedCandidate>& candidates) {
  std::vector<Row> rows;
  for (const MovedCandidate& one : candidates) {
    rows.emplace_back(one.source, one.target, one.shape.source, one.shape.target, one.probability);
  }
  return rows;
}

TEST(MovedChoiceTest, IsTheSameAsComparingAllWithAll) {
  std::size_t chosen = 0;
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t limit) {
      return static_cast<std::uint32_t>(random() % limit);
    };
    LeftOver source;
    LeftOver target;
    for (LeftOver* side : {&source, &target}) {
      const std::uint32_t size = 2 + below(12);
      for (std::uint32_t i = 0; i < size; ++i) {
        side->Add(
            {.sentence = i, .bead = i, .pairs_before = i < size / 2 ? 0 : below(2), .score = 1.0F});
      }
    }
    std::vector<MovedCandidate> candidates;
    for (std::uint32_t c = below(30); c > 0; --c) {
      const bool two = below(3) == 0;
      const BeadShape shape = two ? BeadShape{2, 1} : BeadShape{1, 1 + below(2)};
      candidates.push_back({below(source.size() + 1 - shape.source),
                            below(target.size() + 1 - shape.target), shape,
                            static_cast<double>(below(8)), 0.5 + below(100) / 200.0});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return a.evidence > b.evidence; });
    const auto rows = RowsOf(ChooseMoved(candidates, source, target));
    EXPECT_EQ(rows, RowsOf(ChooseSlowly(candidates, source, target))) << "seed " << seed;
    chosen += rows.size();
  }
  EXPECT_GT(chosen, 200U);
}

}  // namespace
}  // namespace calque::internal
