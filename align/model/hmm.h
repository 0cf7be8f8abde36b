// The hidden Markov model of word alignment (Vogel, Ney & Tillmann 1996) in one direction: the
// words of one side are generated in order, each from a position of the other side (a state) or
// from nothing, and where one word comes from depends on where the word before it came from.
//
// Null states remember the last position (Och & Ney 2003, section 3.1).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "align/model/parallel.h"

namespace calque::internal {

// Jumps of this many positions and more, either way, share one weight.
inline constexpr int kLongestJump = 12;
inline constexpr std::size_t kJumps = 2 * kLongestJump + 1;

// How likely a step from state p to state q is, before normalisation over the states there are.
struct JumpTable {
  std::array<float, kJumps> weight = Decaying();  // of q − p = −kLongestJump … kLongestJump
  float null_probability = 0.2F;                  // in (0, 1)

  // Index of a jump into `weight`.
  [[nodiscard]] static std::size_t Slot(std::ptrdiff_t jump) {
    constexpr std::ptrdiff_t kLongest = kLongestJump;
    return static_cast<std::size_t>(std::clamp(jump, -kLongest, kLongest) + kLongest);
  }
  friend bool operator==(const JumpTable&, const JumpTable&) = default;

 private:
  static std::array<float, kJumps> Decaying();
};

// Expected numbers of jumps taken and of chances to take them.
struct JumpCounts {
  std::array<FixedSum, kJumps> taken;
  std::array<FixedSum, kJumps> offered;

  // The rate at which each jump is taken where it can be; `prior` is worth a hundred chances. Its
  // null probability is kept.
  [[nodiscard]] JumpTable Estimate(const JumpTable& prior) const;
};

// Forward-backward over one sentence pair. Scratch memory is kept between runs; one a thread.
class HmmLattice {
 public:
  // `jumps` must outlive the lattice. Paths through a position whose share of a word's forward mass
  // is no more than `beam`, in [0, 1), are cut; 0 cuts none.
  explicit HmmLattice(const JumpTable& jumps, float beam = 0.0F) : jumps_(jumps), beam_(beam) {}

  // `emission` holds p(word | state), word-major; `null_emission` p(word | nothing). All > 0; the
  // number of words is that of `null_emission`, of states the quotient. Time O(words · states²).
  void Run(std::span<const float> emission, std::span<const float> null_emission);

  // The same without regard to order (IBM Model 1): for pairs too long for Run. Time
  // O(words · states). No jumps can be counted after it.
  void RunUnordered(std::span<const float> emission, std::span<const float> null_emission);

  // p(word comes from state | sentence pair), word-major, of the last run.
  [[nodiscard]] std::span<const float> posterior() const { return posterior_; }
  [[nodiscard]] float NullPosterior(std::size_t word) const { return null_posterior_[word]; }
  // Adds the jumps of the last run, each `weight` times.
  void CountJumps(double weight, JumpCounts* counts) const;

 private:
  void PrepareTransitions(std::size_t states);
  void Forward(std::span<const float> emission, std::span<const float> null_emission);
  void Backward(std::span<const float> emission, std::span<const float> null_emission);

  // Positions run from 0 (before the first state) to the number of states; arrays over positions
  // have one row a word.
  [[nodiscard]] std::size_t Row(std::size_t word) const { return word * (states_ + 1); }

  const JumpTable& jumps_;
  float beam_;
  std::size_t states_ = 0;
  std::size_t words_ = 0;
  std::vector<float> transition_;  // from position (row) to state (column); the last column: end
  std::vector<float> reached_;     // forward mass of each position, by state or null, scaled
  std::vector<float> forward_;     // the part of `reached_` that came by a state
  std::vector<float> backward_;
  std::vector<float> ahead_;  // emission times backward mass of a word's states, scaled
  std::vector<float> scale_;
  std::vector<float> posterior_;
  std::vector<float> null_posterior_;
};

}  // namespace calque::internal
