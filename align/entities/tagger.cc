#include "align/entities/tagger.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "align/entities/tagger_file.h"
#include "align/entities/tagger_labels.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr double kForbidden = -1e4;  // far below any score, and yet exp() of it is an honest 0

std::uint32_t SlotOf(std::uint32_t feature, std::size_t slots) {
  return feature & static_cast<std::uint32_t>(slots - 1);
}

}  // namespace

std::shared_ptr<const Tagger> Tagger::FromBytes(std::string_view bytes, const std::string& name) {
  const TaggerFile file = ReadTaggerFile(bytes, name);
  auto tagger = std::make_shared<Tagger>();
  tagger->language_ = file.language;
  tagger->labels_ = LabelsOf(file.types);
  for (const float weight : file.transitions) tagger->transitions_.push_back(weight);
  tagger->Forbid();
  std::size_t features = 0;
  for (std::size_t i = 0; i < file.entries.size(); ++i) {
    features += i == 0 || file.entries[i].feature != file.entries[i - 1].feature ? 1 : 0;
  }
  tagger->slots_.resize(std::bit_ceil(2 * features + 1));
  for (const TaggerFile::Entry& entry : file.entries) {
    std::uint32_t at = SlotOf(entry.feature, tagger->slots_.size());
    while (tagger->slots_[at].count != 0 && tagger->slots_[at].feature != entry.feature) {
      at = SlotOf(at + 1, tagger->slots_.size());
    }
    Slot& slot = tagger->slots_[at];
    if (slot.count == 0) {
      slot = {entry.feature, static_cast<std::uint32_t>(tagger->weights_.size()), 0};
    }
    ++slot.count;
    tagger->weights_.push_back({entry.label, entry.weight});
  }
  return tagger;
}

// A sequence that is no BILOU has no probability.
void Tagger::Forbid() {
  for (std::size_t x = 0; x < labels_.size(); ++x) {
    for (std::size_t y = 0; y < labels_.size(); ++y) {
      if (!MayFollow(labels_[x], labels_[y])) transitions_[x * labels_.size() + y] = kForbidden;
    }
  }
}

const Tagger::Slot* Tagger::Find(std::uint32_t feature) const {
  std::uint32_t at = SlotOf(feature, slots_.size());
  while (slots_[at].count != 0) {
    if (slots_[at].feature == feature) return &slots_[at];
    at = SlotOf(at + 1, slots_.size());
  }
  return nullptr;
}

CrfLattice Tagger::LatticeOf(const FeatureRows& rows, std::size_t begin, std::size_t end) const {
  CrfLattice lattice;
  lattice.labels = labels_.size();
  lattice.transition = transitions_;
  lattice.emission.assign((end - begin) * labels_.size(), 0.0);
  for (std::size_t token = begin; token < end; ++token) {
    double* row = lattice.emission.data() + (token - begin) * labels_.size();
    for (const std::uint32_t feature : rows.Row(token)) {
      const Slot* slot = Find(feature);
      if (slot == nullptr) continue;
      for (std::uint32_t w = slot->begin; w < slot->begin + slot->count; ++w) {
        row[weights_[w].label] += static_cast<double>(weights_[w].value);
      }
    }
  }
  for (std::size_t y = 0; y < labels_.size() && begin < end; ++y) {
    if (!MayFollow("O", labels_[y])) lattice.emission[y] = kForbidden;
    if (!MayFollow(labels_[y], "O")) {
      lattice.emission[(end - begin - 1) * labels_.size() + y] = kForbidden;
    }
  }
  return lattice;
}

std::vector<SentenceTags> Tagger::Tag(const std::vector<TaggedSentence>& sentences,
                                      const NameGrammar& grammar) const {
  const FeatureRows rows = ExtractTagFeatures(sentences, grammar);
  std::vector<SentenceTags> tagged;
  tagged.reserve(sentences.size());
  std::size_t begin = 0;
  for (const TaggedSentence& sentence : sentences) {
    const std::size_t end = begin + sentence.tokens.size();
    const CrfLattice lattice = LatticeOf(rows, begin, end);
    const std::vector<std::uint8_t> path = CrfDecode(lattice);
    std::vector<double> node;
    static_cast<void>(CrfMarginals(lattice, &node, {}));
    std::vector<std::string> labels;
    labels.reserve(path.size());
    for (const std::uint8_t label : path) labels.push_back(labels_[label]);
    SentenceTags& tags = tagged.emplace_back();
    tags.spans = SpansOfTags(labels);
    for (const TagSpan& span : tags.spans) {
      double least = 1.0;
      for (std::uint32_t i = span.begin; i < span.end; ++i) {
        least = std::min(least, node[i * labels_.size() + path[i]]);
      }
      tags.probabilities.push_back(static_cast<float>(least));
    }
    begin = end;
  }
  return tagged;
}

}  // namespace calque::internal
