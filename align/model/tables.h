// Translation probabilities of both directions while they are being trained, one number a
// candidate pair.
#pragma once

#include <memory>
#include <vector>

#include "align/model/candidates.h"
#include "align/model/lexicon.h"
#include "align/model/parallel.h"

namespace calque::internal {

// `forward` holds p(target|source), `backward` p(source|target), both by Cell; the others, by type,
// p(type | the empty word of the other side).
template <typename Number>
struct TypePairTables {
  std::vector<Number> forward;
  std::vector<Number> backward;
  std::vector<Number> source_given_null;
  std::vector<Number> target_given_null;
};
using TranslationTables = TypePairTables<float>;
using CountTables = TypePairTables<FixedSum>;

// What is known before the text is read: another lexicon, worth `strength` occurrences of each type
// it knows.
struct Prior {
  const Lexicon* lexicon = nullptr;  // may be null
  double strength = 10.0;            // >= 0
};

// The training text seen through the candidates of a run: EM's start, its M-step, and the lexicon
// that comes of it.
class TableEstimator {
 public:
  // All arguments must outlive the estimator.
  TableEstimator(const ParallelText& text, const CandidateTable& candidates, const Prior& prior);

  // The prior mixed with equal shares.
  [[nodiscard]] TranslationTables Start() const;
  [[nodiscard]] CountTables NoCounts() const;
  // The most probable tables given counts and prior (MAP); cells without mass become 0.
  [[nodiscard]] TranslationTables Estimate(const CountTables& counts) const;
  // The finished lexicon, without translations below `threshold`.
  [[nodiscard]] std::unique_ptr<Lexicon> Finish(const TranslationTables& tables,
                                                float threshold) const;

 private:
  const ParallelText& text_;
  const CandidateTable& candidates_;
  std::vector<Cell> by_target_;              // all cells, by target type
  std::vector<std::uint32_t> target_begin_;  // the first of each target type in `by_target_`
  TranslationTables prior_;                  // already multiplied by its strength; may be empty
};

}  // namespace calque::internal
