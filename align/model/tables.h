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

  // As many numbers as `text` and `candidates` have, all zero.
  static TypePairTables Zero(const ParallelText& text, const CandidateTable& candidates) {
    return {std::vector<Number>(candidates.size()), std::vector<Number>(candidates.size()),
            std::vector<Number>(text.source().vocabulary().size()),
            std::vector<Number>(text.target().vocabulary().size())};
  }
};
using TranslationTables = TypePairTables<float>;
using CountTables = TypePairTables<FixedSum>;

// What is known of translations before the text is read.
struct Prior {
  const Lexicon* lexicon = nullptr;  // may be null
  double strength = 10.0;  // occurrences that the lexicon is worth for each word it knows, >= 0
  double class_strength = 0.0;     // occurrences lent to a word by its prefix class, >= 0
  double spelling_strength = 0.0;  // occurrences that two equal words are worth, >= 0
};

class ClassSmoother;
struct PriorCounts;

// EM's start and its M-step over the candidates of a text.
class TableEstimator {
 public:
  // `text` and `candidates` must outlive the estimator.
  TableEstimator(const ParallelText& text, const CandidateTable& candidates, const Prior& prior);
  ~TableEstimator();

  // The prior mixed with one occurrence of each word, spread evenly over its candidates.
  [[nodiscard]] TranslationTables Start() const;
  [[nodiscard]] CountTables NoCounts() const { return CountTables::Zero(text_, candidates_); }
  // The most probable tables given counts and prior (MAP); a row without mass stays 0. `discount`
  // is taken off the count of every pair of words (absolute discounting, Ney, Essen & Kneser 1994):
  // what a pair is worth beyond the one occurrence that is to be judged by it.
  [[nodiscard]] TranslationTables Estimate(CountTables counts, double discount = 0.0) const;

 private:
  [[nodiscard]] TranslationTables Normalise(const CountTables& counts, double discount) const;

  const ParallelText& text_;
  const CandidateTable& candidates_;
  double class_strength_;
  std::unique_ptr<const ClassSmoother> smoother_;  // null where class_strength_ is 0
  std::vector<Cell> by_target_;                    // all cells, by target type
  std::vector<std::uint32_t> target_begin_;        // the first of each target type in `by_target_`
  std::unique_ptr<const PriorCounts> prior_;
};

}  // namespace calque::internal
