#include "align/model/hmm.h"

#include <algorithm>
#include <cmath>

#include "align/base/row_sums.h"

namespace calque::internal {
namespace {

// A mass below this moves no count.
constexpr float kSmallestMass = 1e-7F;
// Chances of a jump that its rate in the prior is worth.
constexpr double kPriorChances = 100.0;

// Jumps of one sentence pair.
struct JumpSums {
  std::array<double, kJumps> taken = {};
  std::array<double, kJumps> offered = {};

  // Steps from position `from` to each state, with their masses; each of them could be taken with
  // `chance`.
  void Add(std::size_t from, std::span<const double> mass, double chance) {
    for (std::size_t to = 0; to < mass.size(); ++to) {
      const auto jump = static_cast<std::ptrdiff_t>(to + 1) - static_cast<std::ptrdiff_t>(from);
      const std::size_t slot = JumpTable::Slot(jump);
      taken[slot] += mass[to];
      offered[slot] += chance;
    }
  }
};

// Room for `size` numbers that will all be set: what is there is not cleared for each pair anew.
void Grow(std::size_t size, std::vector<float>* numbers) {
  if (numbers->size() < size) numbers->resize(size);
}

}  // namespace

std::array<float, kJumps> JumpTable::Decaying() {
  std::array<float, kJumps> weight = {};
  for (std::size_t i = 0; i < kJumps; ++i) {
    const int distance = std::abs(static_cast<int>(i) - kLongestJump - 1);
    weight[i] = 0.3F * std::pow(0.7F, static_cast<float>(distance)) + 0.003F;
  }
  return weight;
}

JumpTable JumpCounts::Estimate(const JumpTable& prior) const {
  JumpTable table = prior;
  for (std::size_t i = 0; i < kJumps; ++i) {
    table.weight[i] = static_cast<float>((taken[i].value() + kPriorChances * prior.weight[i]) /
                                         (offered[i].value() + kPriorChances));
  }
  return table;
}

void HmmLattice::PrepareTransitions(std::size_t states) {
  if (states == states_ && !transition_.empty()) return;
  states_ = states;
  const std::size_t positions = states + 1;
  Grow(positions * positions, &transition_);
  for (std::size_t from = 0; from < positions; ++from) {
    float* row = transition_.data() + from * positions;
    float total = 0.0F;
    for (std::size_t to = 0; to < positions; ++to) {
      const auto jump = static_cast<std::ptrdiff_t>(to + 1) - static_cast<std::ptrdiff_t>(from);
      row[to] = jumps_.weight[JumpTable::Slot(jump)];
      total += row[to];
    }
    FillRow(row, positions, [=](std::size_t to) { return row[to] / total; });
  }
}

void HmmLattice::Run(std::span<const float> emission, std::span<const float> null_emission) {
  words_ = null_emission.size();
  PrepareTransitions(words_ == 0 ? 0 : emission.size() / words_);
  Forward(emission, null_emission);
  Backward(emission, null_emission);
}

void HmmLattice::RunUnordered(std::span<const float> emission,
                              std::span<const float> null_emission) {
  words_ = null_emission.size();
  const std::size_t states = words_ == 0 ? 0 : emission.size() / words_;
  posterior_.assign(emission.begin(), emission.end());
  null_posterior_.assign(null_emission.begin(), null_emission.end());
  const float share = (1.0F - jumps_.null_probability) / static_cast<float>(states);
  for (std::size_t word = 0; word < words_; ++word) {
    float* row = posterior_.data() + word * states;
    float total = null_posterior_[word] *= jumps_.null_probability;
    for (std::size_t state = 0; state < states; ++state) total += row[state] *= share;
    for (std::size_t state = 0; state < states; ++state) row[state] /= total;
    null_posterior_[word] /= total;
  }
}

void HmmLattice::Forward(std::span<const float> emission, std::span<const float> null_emission) {
  const std::size_t positions = states_ + 1;
  const float null_probability = jumps_.null_probability;
  forward_.assign(words_ * positions, 0.0F);
  Grow(words_ * positions, &reached_);
  Grow(words_, &scale_);
  Grow(positions, &ahead_);
  float* start = ahead_.data();
  std::fill_n(start, positions, 0.0F);
  start[0] = 1.0F;
  for (std::size_t word = 0; word < words_; ++word) {
    const float* before = word == 0 ? start : reached_.data() + Row(word - 1);
    float* by_state = forward_.data() + Row(word);
    float* reached = reached_.data() + Row(word);
    for (std::size_t from = 0; from < positions; ++from) {
      if (before[from] <= beam_) continue;
      AddScaled(transition_.data() + from * positions, before[from], states_, by_state + 1);
    }
    const float* emitted = emission.data() + word * states_;
    float total = 0.0F;
    reached[0] = before[0] * null_probability * null_emission[word];
    total += reached[0];
    const float null_emitted = null_emission[word];
    FillRow(by_state + 1, states_, [=](std::size_t state) {
      return by_state[state + 1] * ((1.0F - null_probability) * emitted[state]);
    });
    FillRow(reached + 1, states_, [=](std::size_t state) {
      return by_state[state + 1] + before[state + 1] * null_probability * null_emitted;
    });
    for (std::size_t state = 0; state < states_; ++state) total += reached[state + 1];
    scale_[word] = total;
    for (float* row : {by_state, reached}) {
      FillRow(row, positions, [=](std::size_t position) { return row[position] / total; });
    }
  }
}

void HmmLattice::Backward(std::span<const float> emission, std::span<const float> null_emission) {
  const std::size_t positions = states_ + 1;
  const float null_probability = jumps_.null_probability;
  Grow(words_ * positions, &backward_);
  Grow(words_ * positions, &ahead_);
  posterior_.resize(words_ * states_);
  null_posterior_.resize(words_);
  for (std::size_t word = words_; word-- > 0;) {
    float* backward = backward_.data() + Row(word);
    const float* reached = reached_.data() + Row(word);
    if (word + 1 == words_) {
      float total = 0.0F;
      for (std::size_t from = 0; from < positions; ++from) {
        backward[from] = transition_[from * positions + states_];
        total += reached[from] * backward[from];
      }
      for (std::size_t from = 0; from < positions; ++from) backward[from] /= total;
    } else {
      const float* next = backward_.data() + Row(word + 1);
      const float* emitted = emission.data() + (word + 1) * states_;
      float* ahead = ahead_.data() + Row(word);
      const float scale = scale_[word + 1];
      FillRow(ahead, states_, [=](std::size_t state) {
        return next[state + 1] * (1.0F - null_probability) * emitted[state] / scale;
      });
      const float null_factor = null_probability * null_emission[word + 1] / scale_[word + 1];
      for (std::size_t from = 0; from < positions; ++from) {
        backward[from] = 0.0F;
        if (reached[from] <= beam_ && beam_ > 0.0F) continue;
        backward[from] =
            Dot(transition_.data() + from * positions, ahead, states_) + null_factor * next[from];
      }
    }
    const float* by_state = forward_.data() + Row(word);
    float* posterior = posterior_.data() + word * states_;
    FillRow(posterior, states_,
            [=](std::size_t state) { return by_state[state + 1] * backward[state + 1]; });
    float linked = 0.0F;
    for (std::size_t state = 0; state < states_; ++state) linked += posterior[state];
    null_posterior_[word] = std::max(0.0F, 1.0F - linked);
  }
}

// What is summed over the words is reached · ahead, for each step; the chance of the step itself is
// the same for all of them.
void HmmLattice::CountJumps(double weight, JumpCounts* counts) const {
  if (words_ == 0) return;
  const std::size_t positions = states_ + 1;
  JumpSums sums;
  std::vector<double> mass(posterior_.begin(),
                           posterior_.begin() + static_cast<std::ptrdiff_t>(states_));
  sums.Add(0, mass, 1.0 - null_posterior_[0]);
  std::vector<float> steps(positions * states_, 0.0F);
  const float least = std::max(kSmallestMass, beam_);
  for (std::size_t word = 0; word + 1 < words_; ++word) {
    for (std::size_t from = 0; from < positions; ++from) {
      const float reached = reached_[Row(word) + from];
      if (reached < least) continue;
      AddScaled(ahead_.data() + Row(word), reached, states_, steps.data() + from * states_);
    }
  }
  for (std::size_t from = 0; from < positions; ++from) {
    double leaving = 0.0;
    for (std::size_t to = 0; to < states_; ++to) {
      mass[to] = static_cast<double>(transition_[from * positions + to]) *
                 static_cast<double>(steps[from * states_ + to]);
      leaving += mass[to];
    }
    sums.Add(from, mass, leaving);
  }
  mass.assign(positions, 0.0);
  for (std::size_t from = 0; from < positions; ++from) {
    mass[states_] = static_cast<double>(reached_[Row(words_ - 1) + from]) *
                    static_cast<double>(backward_[Row(words_ - 1) + from]);
    if (mass[states_] > 0.0) sums.Add(from, mass, mass[states_]);
  }
  for (std::size_t slot = 0; slot < kJumps; ++slot) {
    counts->taken[slot].Add(weight * sums.taken[slot]);
    counts->offered[slot].Add(weight * sums.offered[slot]);
  }
}

}  // namespace calque::internal
