#include "align/entities/tagger.h"

#include <algorithm>
#include <utility>

#include "align/entities/tagger_file.h"
#include "align/entities/tagger_labels.h"

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
    tagger->transitions_.push_back(std::move(transitions));
  }
  tagger->weights_ = FeatureWeights(file.passes, tagger->labels_.size());
  return tagger;
}

void Tagger::AddScores(const FeatureRows& rows, std::vector<Scores>* scores) const {
  const std::size_t labels = labels_.size();
  std::vector<double> row(scores->size() * labels);
  for (std::size_t token = 0; token < rows.size(); ++token) {
    const auto place = static_cast<std::ptrdiff_t>(token * labels);
    auto column = row.begin();
    for (const Scores& pass : *scores) column = std::copy_n(pass.begin() + place, labels, column);
    weights_.AddTo(rows.Row(token), row.data());
    column = row.begin();
    for (Scores& pass : *scores) {
      std::copy_n(column, labels, pass.begin() + place);
      column += static_cast<std::ptrdiff_t>(labels);
    }
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

std::vector<SentenceTags> Tagger::DecodeAll(std::size_t pass, const Scores& scores,
                                            const std::vector<TaggedSentence>& sentences) const {
  std::vector<SentenceTags> tagged;
  tagged.reserve(sentences.size());
  auto begin = scores.begin();
  for (const TaggedSentence& sentence : sentences) {
    const auto end = begin + static_cast<std::ptrdiff_t>(sentence.tokens.size() * labels_.size());
    CrfLattice lattice{labels_.size(), {begin, end}, transitions_[pass]};
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
  // Both passes see these rows; the second sees more behind them.
  std::vector<Scores> scores(transitions_.size(), Scores(rows.size() * labels_.size()));
  AddScores(rows, &scores);
  std::vector<SentenceTags> tagged;
  for (std::size_t pass = 0; pass < scores.size(); ++pass) {
    if (pass > 0) {
      FirstPass found;
      for (SentenceTags& tags : tagged) found.push_back(std::move(tags.spans));
      AddScores(reading.SecondRows(found), &scores);
    }
    tagged = DecodeAll(pass, scores[pass], sentences);
  }
  return tagged;
}

}  // namespace calque::internal
