#include "align/entities/learn_tagger.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

#include "align/base/split.h"
#include "align/entities/tagger_features.h"
#include "align/entities/tagger_file.h"
#include "align/entities/tagger_labels.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kParts = 3;     // of the text, each tagged by a field of the others
constexpr std::size_t kRuns = 8;      // a part is made of so many runs of the text
constexpr int kFewestDocuments = 50;  // of a text that is cut between documents only
constexpr int kHeldOutShare = 2;      // such fields get one in so many rounds
constexpr double kSmallestWeight = 0.002;

std::vector<std::string> TypesOf(const std::vector<TaggedSentence>& sentences) {
  std::set<std::string> types;
  for (const TaggedSentence& sentence : sentences) {
    for (const TagSpan& span : SpansOfTags(sentence.tags)) {
      for (const std::string_view type : Split(span.type, '|')) types.emplace(type);
    }
  }
  return {types.begin(), types.end()};
}

// One label a token, or one a type where the data leave it open.
LabelSets AllowedLabels(const std::vector<TaggedSentence>& sentences,
                        const std::vector<std::string>& labels) {
  LabelSets sets;
  for (const TaggedSentence& sentence : sentences) {
    for (const std::string& label : LabelsOfTags(sentence.tags)) {
      std::vector<std::uint8_t>& set = sets.emplace_back();
      // `B-PER|ORG`, or `O`.
      const std::string_view prefix = std::string_view(label).substr(0, label.size() > 2 ? 2 : 0);
      for (const std::string_view type :
           Split(std::string_view(label).substr(prefix.size()), '|')) {
        const std::string wanted = std::string(prefix).append(type);
        const auto found = std::find(labels.begin(), labels.end(), wanted);
        set.push_back(static_cast<std::uint8_t>(found - labels.begin()));
      }
    }
  }
  return sets;
}

class Learner {
 public:
  Learner(const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar,
          const std::vector<std::string>& types, const TaggerTraining& training)
      : sentences_(sentences),
        reading_(sentences, grammar),
        labels_(LabelsOf(types)),
        training_(training),
        allowed_(AllowedLabels(sentences, labels_)) {
    begins_.push_back(0);
    for (const TaggedSentence& sentence : sentences) {
      begins_.push_back(begins_.back() + sentence.tokens.size());
    }
  }

  std::vector<TaggerFile::Pass> Learn() {
    std::vector<TaggerFile::Pass> passes;
    const FeatureRows rows = reading_.Rows();
    const CrfTrainer trainer(rows, allowed_, begins_, labels_.size(), training_.field);
    const std::vector<double> weights =
        trainer.Train(std::vector<bool>(sentences_.size(), true), training_.iterations, {});
    passes.push_back(PassOf(trainer.index(), weights));
    if (training_.passes > 1) passes.push_back(LearnSecond(HeldOut(trainer), trainer, weights));
    return passes;
  }

 private:
  // Begins at the weights of the first field, so that half the rounds are enough.
  TaggerFile::Pass LearnSecond(const FirstPass& found, const CrfTrainer& first,
                               const std::vector<double>& weights) const {
    const FeatureRows rows = Joined(reading_.Rows(), reading_.SecondRows(found));
    const CrfTrainer trainer(rows, allowed_, begins_, labels_.size(), training_.field);
    const std::vector<bool> all(sentences_.size(), true);
    return PassOf(trainer.index(), trainer.Train(all, training_.iterations / 2,
                                                 Carry(first.index(), weights, trainer.index())));
  }

  // The weights of one index in the order of another that has all its features.
  static std::vector<double> Carry(const WeightIndex& from, const std::vector<double>& weights,
                                   const WeightIndex& to) {
    std::vector<double> carried(to.size(), 0.0);
    std::uint32_t id = 0;
    for (std::uint32_t old = 0; old < from.features(); ++old) {
      while (id < to.features() && to.Feature(id) < from.Feature(old)) ++id;
      if (id == to.features() || to.Feature(id) != from.Feature(old)) continue;
      for (std::uint32_t w = to.Begin(id), v = from.Begin(old); w < to.End(id); ++w) {
        while (v < from.End(old) && from.Label(v) < to.Label(w)) ++v;
        if (v < from.End(old) && from.Label(v) == to.Label(w)) carried[w] = weights[v];
      }
    }
    std::copy(weights.begin() + static_cast<std::ptrdiff_t>(from.first_transition()), weights.end(),
              carried.begin() + static_cast<std::ptrdiff_t>(to.first_transition()));
    return carried;
  }

  // The part that each sentence is in: runs of whole documents, or of sentences where the text has
  // few documents.
  std::vector<int> Parts() const {
    const auto documents = std::count_if(sentences_.begin(), sentences_.end(),
                                         [](const auto& s) { return s.opens_document; });
    const std::size_t share = sentences_.size() / (kParts * kRuns) + 1;
    std::vector<int> parts;
    int run = 0;
    std::size_t begin = 0;
    for (std::size_t s = 0; s < sentences_.size(); ++s) {
      const bool may_break = documents < kFewestDocuments || sentences_[s].opens_document;
      if (s - begin >= share && may_break) {
        ++run;
        begin = s;
      }
      parts.push_back(run % static_cast<int>(kParts));
    }
    return parts;
  }

  // What is found in each part by a field that has not seen it.
  FirstPass HeldOut(const CrfTrainer& trainer) const {
    const std::vector<int> parts = Parts();
    FirstPass found(sentences_.size());
    for (int part = 0; part < static_cast<int>(kParts); ++part) {
      std::vector<bool> used(sentences_.size());
      for (std::size_t s = 0; s < used.size(); ++s) used[s] = parts[s] != part;
      const std::vector<double> weights =
          trainer.Train(used, training_.iterations / kHeldOutShare, {});
      std::vector<double> transitions(
          weights.begin() + static_cast<std::ptrdiff_t>(trainer.index().first_transition()),
          weights.end());
      ForbidTransitions(labels_, transitions);
      for (std::size_t s = 0; s < used.size(); ++s) {
        if (!used[s]) found[s] = SpansOf(trainer.Decode(s, weights, transitions));
      }
    }
    return found;
  }

  std::vector<TagSpan> SpansOf(const std::vector<std::uint8_t>& path) const {
    std::vector<std::string> labels;
    labels.reserve(path.size());
    for (const std::uint8_t label : path) labels.push_back(labels_[label]);
    return SpansOfTags(labels);
  }

  static TaggerFile::Pass PassOf(const WeightIndex& index, const std::vector<double>& weights) {
    TaggerFile::Pass pass;
    for (std::uint32_t id = 0; id < index.features(); ++id) {
      for (std::uint32_t w = index.Begin(id); w < index.End(id); ++w) {
        if (std::abs(weights[w]) < kSmallestWeight) continue;
        pass.entries.push_back({index.Feature(id), index.Label(w), static_cast<float>(weights[w])});
      }
    }
    for (std::size_t e = index.first_transition(); e < weights.size(); ++e) {
      pass.transitions.push_back(static_cast<float>(weights[e]));
    }
    return pass;
  }

  const std::vector<TaggedSentence>& sentences_;
  TagReading reading_;
  std::vector<std::string> labels_;
  const TaggerTraining& training_;
  LabelSets allowed_;
  std::vector<std::size_t> begins_;
};

}  // namespace

TaggerTraining CompactTraining() {
  TaggerTraining training;
  training.field.l2 = 0.7;
  training.field.l1 = 0.1;
  training.field.fewest = 2;
  training.passes = 1;
  return training;
}

std::string LearnTagger(const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar,
                        const std::string& language, const TaggerTraining& training) {
  TaggerFile file;
  file.language = language;
  file.notice = training.notice;
  file.types = TypesOf(sentences);
  if (file.types.empty()) {
    throw Error(ErrorCode::kBadInput, "the training text has no entity; give text with B- tags");
  }
  file.passes = Learner(sentences, grammar, file.types, training).Learn();
  return WriteTaggerFile(file);
}

}  // namespace calque::internal
