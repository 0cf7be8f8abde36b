#include "align/entities/learn_tagger.h"

#include <lbfgs.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

#include "align/entities/crf.h"
#include "align/entities/tagger_features.h"
#include "align/entities/tagger_file.h"
#include "align/entities/tagger_labels.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr double kForbidden = -1e4;

std::vector<std::string> Alternatives(const std::string& type) {
  std::vector<std::string> types;
  for (std::size_t begin = 0; begin <= type.size();) {
    const std::size_t end = std::min(type.find('|', begin), type.size());
    types.push_back(type.substr(begin, end - begin));
    begin = end + 1;
  }
  return types;
}

std::vector<std::string> TypesOf(const std::vector<TaggedSentence>& sentences) {
  std::set<std::string> types;
  for (const TaggedSentence& sentence : sentences) {
    for (const TagSpan& span : SpansOfTags(sentence.tags)) {
      for (const std::string& type : Alternatives(span.type)) types.insert(type);
    }
  }
  return {types.begin(), types.end()};
}

// The labels that each token may have: one, or one a type where the data leave it open.
using LabelSets = std::vector<std::vector<std::uint8_t>>;

LabelSets AllowedLabels(const std::vector<TaggedSentence>& sentences,
                        const std::vector<std::string>& labels) {
  LabelSets sets;
  for (const TaggedSentence& sentence : sentences) {
    for (const std::string& label : LabelsOfTags(sentence.tags)) {
      std::vector<std::uint8_t>& set = sets.emplace_back();
      const bool name = label.size() > 2;
      for (const std::string& type : Alternatives(name ? label.substr(2) : label)) {
        const std::string wanted = name ? label.substr(0, 2) + type : label;
        const auto found = std::find(labels.begin(), labels.end(), wanted);
        set.push_back(static_cast<std::uint8_t>(found - labels.begin()));
      }
    }
  }
  return sets;
}

// Features of the data with the labels they were seen with: one weight each.
class WeightIndex {
 public:
  WeightIndex(const FeatureRows& rows, const LabelSets& allowed, std::size_t labels,
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
      if (end - i >= fewest) AddFeature(feature, seen, i, end);
      i = end;
    }
    begins_.push_back(static_cast<std::uint32_t>(labels_.size()));
    first_transition_ = labels_.size();
    size_ = first_transition_ + labels * labels;
    for (const std::uint32_t feature : rows.features) ids_.push_back(IdOf(feature));
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t first_transition() const { return first_transition_; }
  // The id of the feature at a place of the rows; kNone for one left out.
  [[nodiscard]] std::uint32_t IdAt(std::size_t place) const { return ids_[place]; }
  [[nodiscard]] std::uint32_t Begin(std::uint32_t id) const { return begins_[id]; }
  [[nodiscard]] std::uint32_t End(std::uint32_t id) const { return begins_[id + 1]; }
  [[nodiscard]] std::uint8_t Label(std::uint32_t weight) const { return labels_[weight]; }
  [[nodiscard]] std::size_t features() const { return features_.size(); }
  [[nodiscard]] std::uint32_t Feature(std::uint32_t id) const { return features_[id]; }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

 private:
  void AddFeature(std::uint32_t feature, const std::vector<std::uint64_t>& seen, std::size_t begin,
                  std::size_t end) {
    features_.push_back(feature);
    begins_.push_back(static_cast<std::uint32_t>(labels_.size()));
    for (std::size_t i = begin; i < end; ++i) {
      if (i == begin || seen[i] != seen[i - 1]) {
        labels_.push_back(static_cast<std::uint8_t>(seen[i] & 0xFF));
      }
    }
  }
  [[nodiscard]] std::uint32_t IdOf(std::uint32_t feature) const {
    const auto found = std::lower_bound(features_.begin(), features_.end(), feature);
    if (found == features_.end() || *found != feature) return kNone;
    return static_cast<std::uint32_t>(found - features_.begin());
  }

  std::vector<std::uint32_t> features_;  // rising
  std::vector<std::uint32_t> begins_;    // of each feature's weights
  std::vector<std::uint8_t> labels_;     // of each weight
  std::vector<std::uint32_t> ids_;       // of each place of the rows
  std::size_t first_transition_ = 0;
  std::size_t size_ = 0;
};

class Objective {
 public:
  Objective(const std::vector<TaggedSentence>& sentences, const FeatureRows& rows,
            const LabelSets& allowed, const WeightIndex& index, std::size_t labels, double l2)
      : sentences_(sentences),
        rows_(rows),
        allowed_(allowed),
        index_(index),
        labels_(labels),
        l2_(l2) {}

  // The negative log-likelihood with its penalty; its gradient.
  double Evaluate(const double* weights, double* gradient) const {
    double loss = 0.0;
    for (std::size_t w = 0; w < index_.size(); ++w) {
      loss += 0.5 * l2_ * weights[w] * weights[w];
      gradient[w] = l2_ * weights[w];
    }
    std::size_t begin = 0;
    for (const TaggedSentence& sentence : sentences_) {
      const std::size_t end = begin + sentence.tokens.size();
      loss += AddSentence(weights, begin, end, gradient);
      begin = end;
    }
    return loss;
  }

 private:
  double AddSentence(const double* weights, std::size_t begin, std::size_t end,
                     double* gradient) const {
    CrfLattice lattice;
    lattice.labels = labels_;
    lattice.transition = {weights + index_.first_transition(), labels_ * labels_};
    lattice.emission = Emission(weights, begin, end);
    double loss = AddExpectation(lattice, begin, 1.0, gradient);
    for (std::size_t token = begin; token < end; ++token) Constrain(token, token - begin, &lattice);
    loss -= AddExpectation(lattice, begin, -1.0, gradient);
    return loss;
  }

  void Constrain(std::size_t token, std::size_t place, CrfLattice* lattice) const {
    const std::vector<std::uint8_t>& set = allowed_[token];
    for (std::size_t y = 0; y < labels_; ++y) {
      if (std::find(set.begin(), set.end(), y) == set.end()) {
        lattice->emission[place * labels_ + y] = kForbidden;
      }
    }
  }

  std::vector<double> Emission(const double* weights, std::size_t begin, std::size_t end) const {
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
  double AddExpectation(const CrfLattice& lattice, std::size_t begin, double sign,
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

  const std::vector<TaggedSentence>& sentences_;
  const FeatureRows& rows_;
  const LabelSets& allowed_;
  const WeightIndex& index_;
  std::size_t labels_;
  double l2_;
};

double EvaluateCallback(void* instance, const double* weights, double* gradient, int, double) {
  return static_cast<const Objective*>(instance)->Evaluate(weights, gradient);
}

std::vector<double> Minimise(Objective objective, std::size_t size, std::size_t first_transition,
                             const TaggerTraining& training) {
  lbfgs_parameter_t parameters;
  lbfgs_parameter_init(&parameters);
  parameters.max_iterations = training.iterations;
  parameters.past = 10;
  parameters.delta = 1e-4;
  if (training.l1 > 0.0) {
    parameters.orthantwise_c = training.l1;
    parameters.orthantwise_start = 0;
    parameters.orthantwise_end = static_cast<int>(first_transition);
    parameters.linesearch = LBFGS_LINESEARCH_BACKTRACKING;
  }
  std::vector<double> weights(size, 0.0);
  const int status = lbfgs(static_cast<int>(size), weights.data(), nullptr, EvaluateCallback,
                           nullptr, &objective, &parameters);
  if (status < 0 && status != LBFGSERR_MAXIMUMITERATION && status != LBFGSERR_ROUNDING_ERROR) {
    throw Error(ErrorCode::kInternal, "training stopped: libLBFGS says " + std::to_string(status));
  }
  return weights;
}

}  // namespace

std::string LearnTagger(const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar,
                        const std::string& language, const TaggerTraining& training) {
  TaggerFile file;
  file.language = language;
  file.notice = training.notice;
  file.types = TypesOf(sentences);
  if (file.types.empty()) {
    throw Error(ErrorCode::kBadInput, "the training text has no entity; give text with B- tags");
  }
  const std::size_t labels = LabelsOf(file.types).size();
  const FeatureRows rows = ExtractTagFeatures(sentences, grammar);
  const LabelSets allowed = AllowedLabels(sentences, LabelsOf(file.types));
  const WeightIndex index(rows, allowed, labels, training.fewest);
  const std::vector<double> weights =
      Minimise(Objective(sentences, rows, allowed, index, labels, training.l2), index.size(),
               index.first_transition(), training);
  for (std::uint32_t id = 0; id < index.features(); ++id) {
    for (std::uint32_t w = index.Begin(id); w < index.End(id); ++w) {
      if (weights[w] == 0.0) continue;
      file.entries.push_back({index.Feature(id), index.Label(w), static_cast<float>(weights[w])});
    }
  }
  for (std::size_t e = index.first_transition(); e < weights.size(); ++e) {
    file.transitions.push_back(static_cast<float>(weights[e]));
  }
  return WriteTaggerFile(file);
}

}  // namespace calque::internal
