// Training of conditional random fields over hashed features, by L-BFGS.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/entities/crf.h"
#include "align/entities/tagger_features.h"

namespace calque::internal {

// The labels that each token may have: one, or several where the data leave it open.
using LabelSets = std::vector<std::vector<std::uint8_t>>;

struct CrfTraining {
  double l2 = 0.0;           // weight of half the squared weights in the objective
  double l1 = 0.0;           // weight of the absolute weights: drops features
  std::uint32_t fewest = 1;  // sightings below which a feature is left out
};

// Features of the data with the labels they were seen with: one weight each.
class WeightIndex {
 public:
  WeightIndex(const FeatureRows& rows, const LabelSets& allowed, std::size_t labels,
              std::uint32_t fewest);

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t first_transition() const { return first_transition_; }
  // The id of the feature at a place of the rows; kNone for one left out.
  [[nodiscard]] std::uint32_t IdAt(std::size_t place) const { return ids_[place]; }
  [[nodiscard]] std::uint32_t Begin(std::uint32_t id) const { return begins_[id]; }
  [[nodiscard]] std::uint32_t End(std::uint32_t id) const { return begins_[id + 1]; }
  [[nodiscard]] std::uint8_t Label(std::uint32_t weight) const { return labels_[weight]; }
  [[nodiscard]] std::size_t features() const { return features_.size(); }
  [[nodiscard]] std::uint32_t Feature(std::uint32_t id) const { return features_[id]; }

 private:
  void AddFeature(std::uint32_t feature, std::span<const std::uint64_t> seen);
  [[nodiscard]] std::uint32_t IdOf(std::uint32_t feature) const;

  std::vector<std::uint32_t> features_;  // rising
  std::vector<std::uint32_t> begins_;    // of each feature's weights
  std::vector<std::uint8_t> labels_;     // of each weight
  std::vector<std::uint32_t> ids_;       // of each place of the rows
  std::size_t first_transition_ = 0;
  std::size_t size_ = 0;
};

// Fits weights to sentences: the (marginal) likelihood of their label sets, with penalties
// (libLBFGS; Liu & Nocedal 1989; with l1 > 0 OWL-QN, Andrew & Gao 2007).
class CrfTrainer {
 public:
  // Sentence i has the tokens [begins[i], begins[i + 1]) of `rows`. The references must outlive it.
  CrfTrainer(const FeatureRows& rows, const LabelSets& allowed,
             const std::vector<std::size_t>& begins, std::size_t labels,
             const CrfTraining& training);

  [[nodiscard]] const WeightIndex& index() const { return index_; }
  // Weights by index(), then the transitions [x * labels + y]; from the sentences where `used` is
  // true, in at most `iterations` rounds of L-BFGS, beginning at `start` (or at 0 where it is
  // empty).
  [[nodiscard]] std::vector<double> Train(const std::vector<bool>& used, int iterations,
                                          std::vector<double> start) const;
  // The best labels of a sentence; `transitions` as in a lattice.
  [[nodiscard]] std::vector<std::uint8_t> Decode(std::size_t sentence,
                                                 const std::vector<double>& weights,
                                                 std::span<const double> transitions) const;

  // The negative log-likelihood of the sentences used, with its penalty, and its gradient.
  double Evaluate(const std::vector<bool>& used, const double* weights, double* gradient) const;

 private:
  [[nodiscard]] double AddSentence(std::size_t sentence, const double* weights,
                                   double* gradient) const;
  [[nodiscard]] double AddLabels(std::size_t begin, const CrfLattice& lattice,
                                 double* gradient) const;
  [[nodiscard]] double AddExpectation(const CrfLattice& lattice, std::size_t begin, double sign,
                                      double* gradient) const;
  [[nodiscard]] std::vector<double> Emission(const double* weights, std::size_t begin,
                                             std::size_t end) const;
  void AddToken(std::size_t token, std::uint8_t label, double mass, double* gradient) const;
  void Constrain(std::size_t begin, CrfLattice* lattice) const;

  const FeatureRows& rows_;
  const LabelSets& allowed_;
  const std::vector<std::size_t>& begins_;
  std::size_t labels_;
  CrfTraining training_;
  WeightIndex index_;
};

}  // namespace calque::internal
