#include "align/entities/crf_trainer.h"

#include <lbfgs.h>

#include <algorithm>
#include <string>

#include "align/entities/crf.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr double kForbidden = -1e4;

}  // namespace

WeightIndex::WeightIndex(const FeatureRows& rows, const LabelSets& allowed, std::size_t labels,
                         std::uint32_t fewest) {
  std::vector<std::uint64_t> seen;  // feature · 256 + label
  for (std::size_t token = 0; token < rows.size(); ++token) {
    for (const std::uint32_t feature : rows.Row(token)) {
      for (const std::uint8_t label : allowed[token]) {
        seen.push_back((std::uint64_t{feature} << 8) | label);
      }
    }
  }
  std::sort(seen.begin(), seen.end());
  for (std::size_t i = 0; i < seen.size();) {
    const auto feature = static_cast<std::uint32_t>(seen[i] >> 8);
    std::size_t end = i;
    while (end < seen.size() && seen[end] >> 8 == feature) ++end;
    if (end - i >= fewest) AddFeature(feature, std::span(seen).subspan(i, end - i));
    i = end;
  }
  begins_.push_back(static_cast<std::uint32_t>(labels_.size()));
  first_transition_ = labels_.size();
  size_ = first_transition_ + labels * labels;
  for (const std::uint32_t feature : rows.features) ids_.push_back(IdOf(feature));
}

void WeightIndex::AddFeature(std::uint32_t feature, std::span<const std::uint64_t> seen) {
  features_.push_back(feature);
  begins_.push_back(static_cast<std::uint32_t>(labels_.size()));
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (i == 0 || seen[i] != seen[i - 1]) {
      labels_.push_back(static_cast<std::uint8_t>(seen[i] & 0xFF));
    }
  }
}

std::uint32_t WeightIndex::IdOf(std::uint32_t feature) const {
  const auto found = std::lower_bound(features_.begin(), features_.end(), feature);
  if (found == features_.end() || *found != feature) return kNone;
  return static_cast<std::uint32_t>(found - features_.begin());
}

CrfTrainer::CrfTrainer(const FeatureRows& rows, const LabelSets& allowed,
                       const std::vector<std::size_t>& begins, std::size_t labels,
                       const CrfTraining& training)
    : rows_(rows),
      allowed_(allowed),
      begins_(begins),
      labels_(labels),
      training_(training),
      index_(rows, allowed, labels, training.fewest) {}

double CrfTrainer::Evaluate(const std::vector<bool>& used, const double* weights,
                            double* gradient) const {
  double loss = 0.0;
  for (std::size_t w = 0; w < index_.size(); ++w) {
    loss += 0.5 * training_.l2 * weights[w] * weights[w];
    gradient[w] = training_.l2 * weights[w];
  }
  for (std::size_t sentence = 0; sentence + 1 < begins_.size(); ++sentence) {
    if (used[sentence]) loss += AddSentence(sentence, weights, gradient);
  }
  return loss;
}

double CrfTrainer::AddSentence(std::size_t sentence, const double* weights,
                               double* gradient) const {
  const std::size_t begin = begins_[sentence];
  const std::size_t end = begins_[sentence + 1];
  CrfLattice lattice;
  lattice.labels = labels_;
  lattice.transition = {weights + index_.first_transition(), labels_ * labels_};
  lattice.emission = Emission(weights, begin, end);
  const double log_z = AddExpectation(lattice, begin, 1.0, gradient);
  for (std::size_t token = begin; token < end; ++token) {
    if (allowed_[token].size() == 1) continue;
    Constrain(begin, &lattice);
    return log_z - AddExpectation(lattice, begin, -1.0, gradient);
  }
  return log_z - AddLabels(begin, lattice, gradient);
}

// The score of the one sequence that the data allow; its counts are taken off the gradient.
double CrfTrainer::AddLabels(std::size_t begin, const CrfLattice& lattice, double* gradient) const {
  double score = 0.0;
  for (std::size_t i = 0; i < lattice.size(); ++i) {
    const std::uint8_t label = allowed_[begin + i][0];
    score += lattice.emission[i * labels_ + label];
    AddToken(begin + i, label, -1.0, gradient);
    if (i == 0) continue;
    const std::size_t edge = allowed_[begin + i - 1][0] * labels_ + label;
    score += lattice.transition[edge];
    gradient[index_.first_transition() + edge] -= 1.0;
  }
  return score;
}

void CrfTrainer::AddToken(std::size_t token, std::uint8_t label, double mass,
                          double* gradient) const {
  for (std::size_t at = rows_.begins[token]; at < rows_.begins[token + 1]; ++at) {
    const std::uint32_t id = index_.IdAt(at);
    if (id == WeightIndex::kNone) continue;
    for (std::uint32_t w = index_.Begin(id); w < index_.End(id); ++w) {
      if (index_.Label(w) == label) gradient[w] += mass;
    }
  }
}

void CrfTrainer::Constrain(std::size_t begin, CrfLattice* lattice) const {
  for (std::size_t i = 0; i < lattice->size(); ++i) {
    const std::vector<std::uint8_t>& set = allowed_[begin + i];
    for (std::size_t y = 0; y < labels_; ++y) {
      if (std::find(set.begin(), set.end(), y) == set.end()) {
        lattice->emission[i * labels_ + y] = kForbidden;
      }
    }
  }
}

std::vector<double> CrfTrainer::Emission(const double* weights, std::size_t begin,
                                         std::size_t end) const {
  std::vector<double> emission((end - begin) * labels_, 0.0);
  for (std::size_t token = begin; token < end; ++token) {
    double* row = emission.data() + (token - begin) * labels_;
    for (std::size_t at = rows_.begins[token]; at < rows_.begins[token + 1]; ++at) {
      const std::uint32_t id = index_.IdAt(at);
      if (id == WeightIndex::kNone) continue;
      for (std::uint32_t w = index_.Begin(id); w < index_.End(id); ++w) {
        row[index_.Label(w)] += weights[w];
      }
    }
  }
  return emission;
}

// log Z; `sign` times the expected counts go into the gradient.
double CrfTrainer::AddExpectation(const CrfLattice& lattice, std::size_t begin, double sign,
                                  double* gradient) const {
  std::vector<double> node;
  std::vector<double> edge(labels_ * labels_, 0.0);
  const double log_z = CrfMarginals(lattice, &node, edge);
  for (std::size_t e = 0; e < edge.size(); ++e) {
    gradient[index_.first_transition() + e] += sign * edge[e];
  }
  for (std::size_t i = 0; i < lattice.size(); ++i) {
    const double* row = node.data() + i * labels_;
    for (std::size_t at = rows_.begins[begin + i]; at < rows_.begins[begin + i + 1]; ++at) {
      const std::uint32_t id = index_.IdAt(at);
      if (id == WeightIndex::kNone) continue;
      for (std::uint32_t w = index_.Begin(id); w < index_.End(id); ++w) {
        gradient[w] += sign * row[index_.Label(w)];
      }
    }
  }
  return log_z;
}

std::vector<double> CrfTrainer::Train(const std::vector<bool>& used, int iterations,
                                      std::vector<double> start) const {
  lbfgs_parameter_t parameters;
  lbfgs_parameter_init(&parameters);
  parameters.max_iterations = iterations;
  parameters.past = 10;
  parameters.delta = 1e-4;
  if (training_.l1 > 0.0) {
    parameters.orthantwise_c = training_.l1;
    parameters.orthantwise_start = 0;
    parameters.orthantwise_end = static_cast<int>(index_.first_transition());
    parameters.linesearch = LBFGS_LINESEARCH_BACKTRACKING;
  }
  struct Problem {
    const CrfTrainer& trainer;
    const std::vector<bool>& used;
  } problem{*this, used};
  const auto evaluate = [](void* instance, const double* weights, double* gradient, int, double) {
    const auto* given = static_cast<const Problem*>(instance);
    return given->trainer.Evaluate(given->used, weights, gradient);
  };
  start.resize(index_.size(), 0.0);
  const int status = lbfgs(static_cast<int>(start.size()), start.data(), nullptr, evaluate, nullptr,
                           &problem, &parameters);
  if (status < 0 && status != LBFGSERR_MAXIMUMITERATION && status != LBFGSERR_ROUNDING_ERROR) {
    throw Error(ErrorCode::kInternal, "training stopped: libLBFGS says " + std::to_string(status));
  }
  return start;
}

std::vector<std::uint8_t> CrfTrainer::Decode(std::size_t sentence,
                                             const std::vector<double>& weights,
                                             std::span<const double> transitions) const {
  CrfLattice lattice;
  lattice.labels = labels_;
  lattice.transition = transitions;
  lattice.emission = Emission(weights.data(), begins_[sentence], begins_[sentence + 1]);
  return CrfDecode(lattice);
}

}  // namespace calque::internal
