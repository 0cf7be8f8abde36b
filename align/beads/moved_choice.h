// Which of the beads that moved sentences may make are the best, in time linear in their number.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/beads/bead_prior.h"

namespace calque::internal {

// Sentences of one side that are without partner.
struct LeftOver {
  std::vector<std::uint32_t> sentence;  // rising
  std::vector<std::size_t> bead;        // by index here: where it stands in the path
  std::vector<std::size_t> before;      // beads with two sides before it
  std::vector<float> score;             // that it has no partner on the path

  void Add(std::uint32_t which, std::size_t at, std::size_t pairs_before, float probability) {
    sentence.push_back(which);
    before.push_back(pairs_before);
    bead.push_back(at);
    score.push_back(probability);
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(sentence.size()); }
  // Whether the sentences [begin, begin + count) of these follow each other in the text.
  [[nodiscard]] bool AreOneRun(std::uint32_t begin, std::uint32_t count) const {
    return sentence[begin + count - 1] == sentence[begin] + count - 1;
  }
  [[nodiscard]] float LowestScore(std::uint32_t begin, std::uint32_t count) const {
    const auto first = score.begin() + static_cast<std::ptrdiff_t>(begin);
    return *std::min_element(first, first + static_cast<std::ptrdiff_t>(count));
  }
};

// A bead between sentences left over, by their indices among these.
struct MovedCandidate {
  std::uint32_t source;
  std::uint32_t target;
  BeadShape shape;
  double evidence;
  double probability;
};

// Of candidates, best first: those of most evidence, each sentence in one. Another one that is as
// good takes its share of the probability: which of two sentences that say the same was moved,
// nobody knows. What crosses neither a bead with two sides nor another one chosen was not moved:
// the path could have taken it, and would not.
[[nodiscard]] std::vector<MovedCandidate> ChooseMoved(const std::vector<MovedCandidate>& candidates,
                                                      const LeftOver& source,
                                                      const LeftOver& target);

}  // namespace calque::internal
