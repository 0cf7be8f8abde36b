// Which of the beads that moved sentences may make are the best, in time linear in their number.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/beads/bead_prior.h"

namespace calque::internal {

// Sentences of one side that are without partner, in the order of the text.
class LeftOver {
 public:
  struct Place {
    std::uint32_t sentence = 0;
    std::size_t bead = 0;          // of the path
    std::size_t pairs_before = 0;  // beads with two sides before it
    float score = 0.0F;            // that it has no partner on the path
  };

  void Add(const Place& place) { places_.push_back(place); }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }
  [[nodiscard]] const Place& operator[](std::size_t i) const { return places_[i]; }
  [[nodiscard]] auto begin() const { return places_.begin(); }
  [[nodiscard]] auto end() const { return places_.end(); }
  // Whether [first, first + count) of these follow each other in the text.
  [[nodiscard]] bool AreOneRun(std::uint32_t first, std::uint32_t count) const {
    return places_[first + count - 1].sentence == places_[first].sentence + count - 1;
  }
  [[nodiscard]] float LowestScore(std::uint32_t first, std::uint32_t count) const {
    const std::span<const Place> run = std::span(places_).subspan(first, count);
    return std::ranges::min_element(run, {}, &Place::score)->score;
  }

 private:
  std::vector<Place> places_;
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
