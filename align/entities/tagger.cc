#include "align/entities/tagger.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "align/entities/tagger_file.h"
#include "align/entities/tagger_labels.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kFilterBits = std::size_t{1} << 19;  // 64 kB: stays in a core's own cache

std::uint32_t SlotOf(std::uint32_t feature, std::size_t slots) {
  return feature & static_cast<std::uint32_t>(slots - 1);
}

}  // namespace

std::shared_ptr<const Tagger> Tagger::FromBytes(std::string_view bytes, const std::string& name) {
  return FromFile(ReadTaggerFile(bytes, name));
}

std::shared_ptr<const Tagger> Tagger::FromFile(const TaggerFile& file) {
  auto tagger = std::make_shared<Tagger>();
  tagger->language_ = file.language;
  tagger->labels_ = LabelsOf(file.types);
  for (const TaggerFile::Pass& pass : file.passes) {
    tagger->passes_.push_back(tagger->PassOf(pass));
  }
  return tagger;
}

Tagger::Pass Tagger::PassOf(const TaggerFile::Pass& file) const {
  Pass pass;
  for (const float weight : file.transitions) pass.transitions.push_back(weight);
  ForbidTransitions(labels_, pass.transitions);
  std::size_t features = 0;
  for (std::size_t i = 0; i < file.entries.size(); ++i) {
    features += i == 0 || file.entries[i].feature != file.entries[i - 1].feature ? 1 : 0;
  }
  pass.slots.resize(std::bit_ceil(2 * features + 1));
  pass.weights.reserve(file.entries.size());
  pass.filter.resize(kFilterBits);
  for (const TaggerFile::Entry& entry : file.entries) {
    pass.filter[entry.feature % kFilterBits] = true;
    std::uint32_t at = SlotOf(entry.feature, pass.slots.size());
    while (pass.slots[at].count != 0 && pass.slots[at].feature != entry.feature) {
      at = SlotOf(at + 1, pass.slots.size());
    }
    Slot& slot = pass.slots[at];
    if (slot.count == 0) {
      slot = {entry.feature, static_cast<std::uint32_t>(pass.weights.size()), 0};
    }
    ++slot.count;
    pass.weights.push_back({entry.label, entry.weight});
  }
  return pass;
}

const Tagger::Slot* Tagger::Pass::Find(std::uint32_t feature) const {
  if (!filter[feature % kFilterBits]) return nullptr;
  std::uint32_t at = SlotOf(feature, slots.size());
  while (slots[at].count != 0) {
    if (slots[at].feature == feature) return &slots[at];
    at = SlotOf(at + 1, slots.size());
  }
  return nullptr;
}

CrfLattice Tagger::LatticeOf(const Pass& pass, const FeatureRows& rows, std::size_t begin,
                             std::size_t end) const {
  CrfLattice lattice;
  lattice.labels = labels_.size();
  lattice.transition = pass.transitions;
  lattice.emission.assign((end - begin) * labels_.size(), 0.0);
  for (std::size_t token = begin; token < end; ++token) {
    double* row = lattice.emission.data() + (token - begin) * labels_.size();
    for (const std::uint32_t feature : rows.Row(token)) {
      const Slot* slot = pass.Find(feature);
      if (slot == nullptr) continue;
      for (std::uint32_t w = slot->begin; w < slot->begin + slot->count; ++w) {
        row[pass.weights[w].label] += static_cast<double>(pass.weights[w].value);
      }
    }
  }
  ForbidEdges(labels_, &lattice);
  return lattice;
}

SentenceTags Tagger::Decode(const CrfLattice& lattice) const {
  const std::vector<std::uint8_t> path = CrfDecode(lattice);
  if (std::all_of(path.begin(), path.end(), [](std::uint8_t label) { return label == 0; })) {
    return {};
  }
  std::vector<double> node;
  static_cast<void>(CrfMarginals(lattice, &node, {}));
  std::vector<std::string> labels;
  labels.reserve(path.size());
  for (const std::uint8_t label : path) labels.push_back(labels_[label]);
  SentenceTags tags;
  tags.spans = SpansOfTags(labels);
  for (const TagSpan& span : tags.spans) {
    double least = 1.0;
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      least = std::min(least, node[i * labels_.size() + path[i]]);
    }
    tags.probabilities.push_back(static_cast<float>(least));
  }
  return tags;
}

std::vector<SentenceTags> Tagger::RunPass(const Pass& pass, const FeatureRows& rows,
                                          const std::vector<TaggedSentence>& sentences) const {
  std::vector<SentenceTags> tagged;
  tagged.reserve(sentences.size());
  std::size_t begin = 0;
  for (const TaggedSentence& sentence : sentences) {
    const std::size_t end = begin + sentence.tokens.size();
    tagged.push_back(Decode(LatticeOf(pass, rows, begin, end)));
    begin = end;
  }
  return tagged;
}

std::vector<SentenceTags> Tagger::Tag(const std::vector<TaggedSentence>& sentences,
                                      const NameGrammar& grammar) const {
  std::vector<SentenceTags> tagged;
  FirstPass found;
  for (const Pass& pass : passes_) {
    tagged = RunPass(pass, ExtractTagFeatures(sentences, grammar, found), sentences);
    found.clear();
    for (const SentenceTags& tags : tagged) found.push_back(tags.spans);
  }
  return tagged;
}

}  // namespace calque::internal
