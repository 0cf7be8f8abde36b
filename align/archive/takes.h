// Further documents of a story beside its pair: a French item made of two English takes, a long
// dispatch rendered by two short ones.
#pragma once

#include <vector>

#include "align/archive/pair_decision.h"
#include "align/archive/pair_evidence.h"
#include "align/archive/pair_weights.h"
#include "align/archive/sketch_store.h"
#include "align/archive/workers.h"

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

// Pairs each document that was left alone with a paired one where the two on its own side together
// fit that one better, by all evidence, than its partner alone does. Versions of the partner are no
// takes. `pairs` is as DecidePairs() gives it; takes are added and the order kept.
void AddTakes(const std::vector<ScoredCandidate>& candidates, const TakeContext& context,
              double least_probability, Workers* workers, std::vector<DocumentPair>* pairs);

}  // namespace calque::internal
