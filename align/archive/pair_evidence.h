// How well two documents explain each other: what decides whether one translates the other.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "align/archive/pairing_side.h"
#include "align/model/lexicon.h"

namespace calque::internal {

// The features of a pair, in the order of kPairFeatureNames.
struct PairEvidence {
  // Mean over the telling words of the target of log p(word | words of the source) − log p(word by
  // chance), IBM Model 1 over bags of words (Brown et al. 1993); and the same the other way.
  float target_words = 0.0F;
  float source_words = 0.0F;
  float weaker_words = 0.0F;  // the smaller of the two
  float words_weight = 0.0F;  // that, times the root of how many words were weighed
  // Shares of what both hold in what either holds, by surprise; 0.5 where neither holds any.
  float values = 0.0F;
  float names = 0.0F;
  float strings = 0.0F;
  float prefixes = 0.0F;
  float shared = 0.0F;  // log(1 + nats of the values, names and strings in both)
  float length = 0.0F;  // square of the log ratio of lengths, against the usual ratio
  float size = 0.0F;    // log of the number of words of the shorter
};
inline constexpr std::array<std::string_view, 11> kPairFeatureNames = {
    "target-words", "source-words", "weaker-words", "words-weight", "values", "names",
    "strings",      "prefixes",     "shared",       "length",       "size"};
[[nodiscard]] std::array<float, kPairFeatureNames.size()> ValuesOf(const PairEvidence& evidence);

// A thread's scratch for comparing documents; holds a number for each word of the lexicon.
class PairScorer {
 public:
  // `lexicon` may be null. `ratio` is the usual length of a target by its source's, in code points.
  PairScorer(const PairingSide& source, const PairingSide& target, const Lexicon* lexicon,
             double ratio);

  // The source document that the next calls compare with; it must outlive them.
  void SetSource(const DocumentSketch& source);
  [[nodiscard]] PairEvidence Compare(const DocumentSketch& target);

 private:
  // Σ p(word | given words), by word.
  class Sums {
   public:
    void Resize(std::size_t size) { sums_.assign(size, 0.0F); }
    void Clear();
    void Add(const DocumentSketch& given, const LexiconSide& side);
    [[nodiscard]] float Of(TypeId type) const { return sums_[type]; }

   private:
    std::vector<float> sums_;
    std::vector<TypeId> touched_;
  };
  void CompareShared(const DocumentSketch& target, PairEvidence* evidence) const;

  const PairingSide& source_side_;
  const PairingSide& target_side_;
  const Lexicon* lexicon_;
  double ratio_;
  const DocumentSketch* source_ = nullptr;
  Sums from_source_;
  Sums from_target_;
};

}  // namespace calque::internal
