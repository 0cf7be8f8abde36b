#include "align/model/tables.h"

#include <algorithm>
#include <numeric>

#include "align/model/class_smoother.h"
#include "align/model/prior.h"

namespace calque::internal {
namespace {

// Occurrences that are spread evenly over the candidates of a row at the start, so that EM may move
// away from the prior.
constexpr double kEvenStart = 1.0;

// p ∝ count − discount + prior over the cells `cell(0) … cell(count − 1)` of one row and what is
// `outside`; what is taken off a count goes outside too.
template <typename CellAt>
void NormaliseRow(std::size_t count, const CellAt& cell, const std::vector<FixedSum>& counts,
                  const std::vector<float>& prior, double outside, double discount,
                  std::vector<float>* result) {
  double total = outside;
  for (std::size_t i = 0; i < count; ++i) total += counts[cell(i)].value() + prior[cell(i)];
  if (total <= 0.0) return;
  for (std::size_t i = 0; i < count; ++i) {
    const double kept = std::max(0.0, counts[cell(i)].value() - discount);
    (*result)[cell(i)] = static_cast<float>((kept + prior[cell(i)]) / total);
  }
}

}  // namespace

TableEstimator::TableEstimator(const ParallelText& text, const CandidateTable& candidates,
                               const Prior& prior)
    : text_(text), candidates_(candidates), class_strength_(prior.class_strength) {
  if (class_strength_ > 0.0) smoother_ = std::make_unique<ClassSmoother>(text, candidates);
  target_begin_.assign(text.target().vocabulary().size() + 1, 0);
  for (Cell cell = 0; cell < candidates.size(); ++cell) {
    ++target_begin_[candidates.Target(cell) + 1];
  }
  std::partial_sum(target_begin_.begin(), target_begin_.end(), target_begin_.begin());
  by_target_.resize(candidates.size());
  std::vector<std::uint32_t> next(target_begin_.begin(), target_begin_.end() - 1);
  for (Cell cell = 0; cell < candidates.size(); ++cell) {
    by_target_[next[candidates.Target(cell)]++] = cell;
  }
  prior_ = std::make_unique<PriorCounts>(CountPrior(text, candidates, prior));
}

TableEstimator::~TableEstimator() = default;

TranslationTables TableEstimator::Start() const {
  CountTables even = NoCounts();
  for (TypeId s = 0; s < candidates_.source_size(); ++s) {
    const Cell begin = candidates_.RowBegin(s);
    const Cell end = candidates_.RowEnd(s);
    for (Cell cell = begin; cell < end; ++cell) even.forward[cell].Add(kEvenStart / (end - begin));
  }
  for (std::size_t t = 0; t + 1 < target_begin_.size(); ++t) {
    const std::uint32_t width = target_begin_[t + 1] - target_begin_[t];
    for (std::uint32_t i = target_begin_[t]; i < target_begin_[t + 1]; ++i) {
      even.backward[by_target_[i]].Add(kEvenStart / width);
    }
  }
  for (FixedSum& sum : even.source_given_null) sum.Add(1.0);
  for (FixedSum& sum : even.target_given_null) sum.Add(1.0);
  return Normalise(even, 0.0);
}

TranslationTables TableEstimator::Estimate(CountTables counts, double discount) const {
  if (smoother_ != nullptr) smoother_->AddTo(class_strength_, &counts);
  return Normalise(counts, discount);
}

TranslationTables TableEstimator::Normalise(const CountTables& counts, double discount) const {
  TranslationTables tables = TranslationTables::Zero(text_, candidates_);
  const TranslationTables& prior = prior_->inside;
  for (TypeId s = 0; s < candidates_.source_size(); ++s) {
    const Cell begin = candidates_.RowBegin(s);
    NormaliseRow(
        candidates_.RowEnd(s) - begin, [&](std::size_t i) { return begin + i; }, counts.forward,
        prior.forward, prior_->forward_outside[s], discount, &tables.forward);
  }
  for (std::size_t t = 0; t + 1 < target_begin_.size(); ++t) {
    const std::uint32_t begin = target_begin_[t];
    NormaliseRow(
        target_begin_[t + 1] - begin, [&](std::size_t i) { return by_target_[begin + i]; },
        counts.backward, prior.backward, prior_->backward_outside[t], discount, &tables.backward);
  }
  const auto same = [](std::size_t i) { return i; };
  NormaliseRow(counts.source_given_null.size(), same, counts.source_given_null,
               prior.source_given_null, prior_->source_null_outside, 0.0,
               &tables.source_given_null);
  NormaliseRow(counts.target_given_null.size(), same, counts.target_given_null,
               prior.target_given_null, prior_->target_null_outside, 0.0,
               &tables.target_given_null);
  return tables;
}

}  // namespace calque::internal
