#include "align/entities/tagger.h"

#include <algorithm>
#include <utility>

#include "align/entities/tagger_file.h"
#include "align/entities/tagger_labels.h"
#include "calque/error.h"

namespace calque::internal {

std::shared_ptr<const Tagger> Tagger::FromBytes(std::string_view bytes, const std::string& name) {
  return FromFile(ReadTaggerFile(bytes, name));
}

std::shared_ptr<const Tagger> Tagger::FromFile(const TaggerFile& file) {
  auto tagger = std::make_shared<Tagger>();
  tagger->language_ = file.language;
  tagger->labels_ = LabelsOf(file.types);
  for (const TaggerFile::Pass& pass : file.passes) {
    std::vector<double> transitions(pass.transitions.begin(), pass.transitions.end());
    ForbidTransitions(tagger->labels_, transitions);
    tagger->passes_.push_back({std::move(transitions), FeatureWeights(pass.entries)});
  }
  return tagger;
}

void Tagger::AddScores(const Pass& pass, const FeatureRows& rows, Scores* scores) const {
  scores->resize(rows.size() * labels_.size());
  for (std::size_t token = 0; token < rows.size(); ++token) {
    pass.weights.AddTo(rows.Row(token), scores->data() + token * labels_.size());
  }
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

std::vector<SentenceTags> Tagger::DecodeAll(const Pass& pass, const Scores& scores,
                                            const std::vector<TaggedSentence>& sentences) const {
  std::vector<SentenceTags> tagged;
  tagged.reserve(sentences.size());
  auto begin = scores.begin();
  for (const TaggedSentence& sentence : sentences) {
    const auto end = begin + static_cast<std::ptrdiff_t>(sentence.tokens.size() * labels_.size());
    CrfLattice lattice{labels_.size(), {begin, end}, pass.transitions};
    ForbidEdges(labels_, &lattice);
    tagged.push_back(Decode(lattice));
    begin = end;
  }
  return tagged;
}

std::vector<SentenceTags> Tagger::Tag(const std::vector<TaggedSentence>& sentences,
                                      const NameGrammar& grammar) const {
  const TagReading reading(sentences, grammar);
  const FeatureRows rows = reading.Rows();
  std::vector<SentenceTags> tagged;
  for (const Pass& pass : passes_) {
    Scores scores;
    AddScores(pass, rows, &scores);
    if (&pass != &passes_.front()) {
      FirstPass found;
      for (SentenceTags& tags : tagged) found.push_back(std::move(tags.spans));
      AddScores(pass, reading.SecondRows(found), &scores);
    }
    tagged = DecodeAll(pass, scores, sentences);
  }
  return tagged;
}

}  // namespace calque::internal
