#include "align/model/pair_posteriors.h"

#include <algorithm>

namespace calque::internal {
namespace {

// No pair of words is impossible, however little is known of it.
constexpr float kSmallestEmission = 1e-9F;

}  // namespace

void PairPosteriors::Run(std::span<const TypeId> source, std::span<const TypeId> target) {
  sources_ = source.size();
  targets_ = target.size();
  finder_.Find(source, target);
  const auto probability = [](const std::vector<float>& table, Cell cell) {
    return kSmallestEmission + (cell == kNoCell ? 0.0F : table[cell]);
  };

  emission_.resize(sources_ * targets_);
  null_emission_.resize(targets_);
  for (std::size_t t = 0; t < targets_; ++t) {
    for (std::size_t s = 0; s < sources_; ++s) {
      emission_[t * sources_ + s] = probability(tables_.forward, CellOf(s, t));
    }
    null_emission_[t] = kSmallestEmission + tables_.target_given_null[target[t]];
  }
  RunLattice(&forward_);

  null_emission_.resize(sources_);
  for (std::size_t s = 0; s < sources_; ++s) {
    for (std::size_t t = 0; t < targets_; ++t) {
      emission_[s * targets_ + t] = probability(tables_.backward, CellOf(s, t));
    }
    null_emission_[s] = kSmallestEmission + tables_.source_given_null[source[s]];
  }
  RunLattice(&backward_);
}

void PairPosteriors::RunLattice(HmmLattice* lattice) const {
  if (std::max(sources_, targets_) > kLongestOrdered) {
    lattice->RunUnordered(emission_, null_emission_);
  } else {
    lattice->Run(emission_, null_emission_);
  }
}

}  // namespace calque::internal
