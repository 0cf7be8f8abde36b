// How well two documents of one side together fit one of the other.
#pragma once

#include <cstdint>

#include "align/archive/pair_evidence.h"
#include "align/archive/pair_weights.h"
#include "align/archive/pairing_side.h"
#include "align/archive/sketch_store.h"
#include "align/model/lexicon.h"

namespace calque::internal {

struct TakeContext {
  const PairingSide& source;
  const PairingSide& target;
  const SketchStore& sketches;
  const Lexicon* lexicon;  // may be null
  double ratio;            // as PairScorer takes it
  const PairWeights& weights;
};

// Log-odds that a second document has to add: any text explains a few words more.
inline constexpr double kLeastGain = 1.5;

// How well two documents together fit one of the other side, as PairWeights::Strength has it. Not
// to be shared between threads.
class MergedStrength {
 public:
  // `context` must outlive it.
  explicit MergedStrength(const TakeContext& context)
      : context_(context),
        scorer_(context.source, context.target, context.lexicon, context.ratio) {}

  // Of two source documents and of two target documents; of one of each.
  [[nodiscard]] double OfSources(std::uint32_t a, std::uint32_t b, std::uint32_t target) {
    return Of(Merged(Source(a), Source(b)), Target(target));
  }
  [[nodiscard]] double OfTargets(std::uint32_t source, std::uint32_t a, std::uint32_t b) {
    return Of(Source(source), Merged(Target(a), Target(b)));
  }
  [[nodiscard]] double OfOne(std::uint32_t source, std::uint32_t target) {
    return Of(Source(source), Target(target));
  }

 private:
  [[nodiscard]] DocumentSketch Source(std::uint32_t i) const {
    return context_.sketches.Read(context_.source.documents[i].sketch);
  }
  [[nodiscard]] DocumentSketch Target(std::uint32_t i) const {
    return context_.sketches.Read(context_.target.documents[i].sketch);
  }
  double Of(const DocumentSketch& source, const DocumentSketch& target) {
    scorer_.SetSource(source);
    return context_.weights.Strength(scorer_.Compare(target));
  }

  const TakeContext& context_;
  PairScorer scorer_;
};

}  // namespace calque::internal
