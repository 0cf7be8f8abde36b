#include "align/model/hmm.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace calque::internal {
namespace {

// The posterior of every path added up, as the definition has it.
class AllPaths {
 public:
  AllPaths(const JumpTable& jumps, std::vector<float> emission, std::vector<float> null_emission)
      : jumps_(jumps),
        emission_(std::move(emission)),
        null_emission_(std::move(null_emission)),
        words_(null_emission_.size()),
        states_(emission_.size() / words_),
        posterior_(emission_.size(), 0.0) {
    std::vector<std::size_t> path;
    Extend(0, 1.0, &path);
    for (double& p : posterior_) p /= total_;
  }

  [[nodiscard]] double Posterior(std::size_t i) const { return posterior_[i]; }

 private:
  // Probability of stepping from position `from` to state `to` (states_: the end).
  [[nodiscard]] double Step(std::size_t from, std::size_t to) const {
    double total = 0.0;
    for (std::size_t q = 0; q <= states_; ++q) total += Weight(from, q);
    return Weight(from, to) / total;
  }
  [[nodiscard]] double Weight(std::size_t from, std::size_t to) const {
    return jumps_.weight[JumpTable::Slot(static_cast<std::ptrdiff_t>(to + 1) -
                                         static_cast<std::ptrdiff_t>(from))];
  }

  // `path` holds a state a word, or states_ for null.
  void Extend(std::size_t position, double mass, std::vector<std::size_t>* path) {
    const std::size_t word = path->size();
    if (word == words_) {
      const double whole = mass * Step(position, states_);
      total_ += whole;
      for (std::size_t w = 0; w < words_; ++w) {
        if ((*path)[w] != states_) posterior_[w * states_ + (*path)[w]] += whole;
      }
      return;
    }
    const double null = jumps_.null_probability;
    path->push_back(states_);
    Extend(position, mass * null * null_emission_[word], path);
    for (std::size_t state = 0; state < states_; ++state) {
      path->back() = state;
      Extend(state + 1,
             mass * (1.0 - null) * Step(position, state) * emission_[word * states_ + state], path);
    }
    path->pop_back();
  }

  const JumpTable& jumps_;
  std::vector<float> emission_;
  std::vector<float> null_emission_;
  std::size_t words_;
  std::size_t states_;
  std::vector<double> posterior_;
  double total_ = 0.0;
};

std::vector<float> RandomNumbers(std::size_t count, std::mt19937* random) {
  std::uniform_real_distribution<float> number(0.001F, 1.0F);
  std::vector<float> numbers(count);
  for (float& n : numbers) n = number(*random);
  return numbers;
}

TEST(Hmm, PosteriorsAreThoseOfAllPaths) {
  std::mt19937 random(20260105);
  for (std::size_t words = 1; words <= 4; ++words) {
    for (std::size_t states = 1; states <= 4; ++states) {
      JumpTable jumps;
      const auto emission = RandomNumbers(words * states, &random);
      const auto null_emission = RandomNumbers(words, &random);
      HmmLattice lattice(jumps);
      lattice.Run(emission, null_emission);
      const AllPaths expected(jumps, emission, null_emission);
      for (std::size_t i = 0; i < emission.size(); ++i) {
        EXPECT_NEAR(lattice.posterior()[i], expected.Posterior(i), 1e-5) << words << "×" << states;
      }
    }
  }
}

TEST(Hmm, PosteriorsOfAWordAndItsNullSumToOne) {
  std::mt19937 random(7);
  const JumpTable jumps;
  HmmLattice lattice(jumps);
  lattice.Run(RandomNumbers(30 * 40, &random), RandomNumbers(30, &random));
  for (std::size_t word = 0; word < 30; ++word) {
    float sum = lattice.NullPosterior(word);
    for (std::size_t state = 0; state < 40; ++state) sum += lattice.posterior()[word * 40 + state];
    EXPECT_NEAR(sum, 1.0F, 1e-4F);
  }
}

TEST(Hmm, TinyEmissionsDoNotUnderflow) {
  const JumpTable jumps;
  HmmLattice lattice(jumps);
  lattice.Run(std::vector<float>(100 * 100, 1e-9F), std::vector<float>(100, 1e-9F));
  for (const float p : lattice.posterior()) EXPECT_TRUE(std::isfinite(p));
}

TEST(Hmm, MonotoneTextTeachesStepsOfOne) {
  const JumpTable start;
  HmmLattice lattice(start);
  std::vector<float> emission(64, 1e-6F);
  for (std::size_t i = 0; i < 8; ++i) emission[i * 8 + i] = 0.9F;
  lattice.Run(emission, std::vector<float>(8, 1e-6F));
  JumpCounts counts;
  lattice.CountJumps(1e4, &counts);
  const JumpTable learnt = counts.Estimate(start);
  EXPECT_GT(learnt.weight[JumpTable::Slot(1)], 0.9F);
  EXPECT_LT(learnt.weight[JumpTable::Slot(2)], 0.1F);
  EXPECT_EQ(learnt.null_probability, start.null_probability);
}

TEST(Hmm, WithoutCountsThePriorStays) {
  const JumpTable start;
  const JumpTable learnt = JumpCounts().Estimate(start);
  for (std::size_t i = 0; i < kJumps; ++i) EXPECT_FLOAT_EQ(learnt.weight[i], start.weight[i]);
}

TEST(Hmm, NoWordsIsNoError) {
  const JumpTable jumps;
  HmmLattice lattice(jumps);
  lattice.Run({}, {});
  EXPECT_TRUE(lattice.posterior().empty());
}

}  // namespace
}  // namespace calque::internal
