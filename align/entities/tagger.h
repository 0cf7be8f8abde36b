// A trained tagger of names: conditional random fields in one file. A second field, where there is
// one, sees what the first made of the text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/entities/crf.h"
#include "align/entities/feature_weights.h"
#include "align/entities/name_grammar.h"
#include "align/entities/tagged_text.h"
#include "align/entities/tagger_features.h"
#include "align/entities/tagger_file.h"

namespace calque::internal {

// What Tagger::Tag says of one sentence.
struct SentenceTags {
  std::vector<TagSpan> spans;
  std::vector<float> probabilities;  // of each span: the least marginal of its tokens' labels
};

// Immutable; shared between threads.
class Tagger {
 public:
  // The bytes of a file that LearnTagger wrote. Throws Error{kBadInput} at `name` where they are
  // not.
  static std::shared_ptr<const Tagger> FromBytes(std::string_view bytes, const std::string& name);

  static std::shared_ptr<const Tagger> FromFile(const TaggerFile& file);

  [[nodiscard]] const std::string& language() const { return language_; }
  // Spans of every sentence. `grammar` has to be of the language, with the lists it learnt with.
  [[nodiscard]] std::vector<SentenceTags> Tag(const std::vector<TaggedSentence>& sentences,
                                              const NameGrammar& grammar) const;

 private:
  // Scores of every token by one pass: [token * labels + y].
  using Scores = std::vector<double>;

  void AddScores(const FeatureRows& rows, std::vector<Scores>* scores) const;
  [[nodiscard]] std::vector<SentenceTags> DecodeAll(
      std::size_t pass, const Scores& scores, const std::vector<TaggedSentence>& sentences) const;
  [[nodiscard]] SentenceTags Decode(const CrfLattice& lattice) const;

  std::string language_;
  std::vector<std::string> labels_;               // `O`, `B-PER`, `I-PER`, `L-PER`, `U-PER`, …
  std::vector<std::vector<double>> transitions_;  // of each pass: [x * labels + y]
  FeatureWeights weights_{{}, 0};
};

}  // namespace calque::internal
