#include "align/entities/feature_weights.h"

#include <algorithm>
#include <array>
#include <bit>

#include "align/base/row_sums.h"

namespace calque::internal {
namespace {

struct Entry {
  std::uint32_t feature;
  std::uint16_t column;
  float value;
};

// By feature, then pass.
std::vector<Entry> Merged(std::span<const TaggerFile::Pass> passes, std::size_t labels) {
  std::vector<Entry> merged;
  std::size_t column = 0;
  for (const TaggerFile::Pass& pass : passes) {
    const auto middle = static_cast<std::ptrdiff_t>(merged.size());
    for (const TaggerFile::Entry& entry : pass.entries) {
      merged.push_back(
          {entry.feature, static_cast<std::uint16_t>(column + entry.label), entry.weight});
    }
    std::inplace_merge(merged.begin(), merged.begin() + middle, merged.end(),
                       [](const Entry& a, const Entry& b) { return a.feature < b.feature; });
    column += labels;
  }
  return merged;
}

}  // namespace

FeatureWeights::FeatureWeights(std::span<const TaggerFile::Pass> passes, std::size_t labels)
    : filter_(kFilterBits), columns_(passes.size() * labels) {
  const std::vector<Entry> entries = Merged(passes, labels);
  std::size_t features = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    features += i == 0 || entries[i].feature != entries[i - 1].feature ? 1 : 0;
  }
  slots_.resize(std::bit_ceil(2 * features + 1));
  weights_.reserve(entries.size() + 1);
  weights_.emplace_back();
  std::vector<Weight> weights;  // of one feature
  for (std::size_t i = 0; i < entries.size();) {
    const std::uint32_t key = KeyOf(entries[i].feature);
    weights.clear();
    for (; i < entries.size() && KeyOf(entries[i].feature) == key; ++i) {
      filter_[entries[i].feature % kFilterBits] = true;
      weights.push_back({entries[i].column, false, entries[i].value});
    }
    weights.back().last = true;
    std::uint32_t at = SlotOf(key);
    while (slots_[at].key != kEmpty) at = SlotOf(at + 1);
    slots_[at] = {key, Store(weights)};
  }
}

std::uint32_t FeatureWeights::Store(std::span<const Weight> weights) {
  if (2 * weights.size() <= columns_) {
    const auto begin = static_cast<std::uint32_t>(weights_.size());
    weights_.insert(weights_.end(), weights.begin(), weights.end());
    return begin;
  }
  const std::size_t begin = rows_.size();
  rows_.resize(begin + columns_, 0.0F);
  for (const Weight& weight : weights) rows_[begin + weight.column] += weight.value;
  return static_cast<std::uint32_t>(begin) | kFull;
}

void FeatureWeights::AddTo(std::span<const std::uint32_t> features, double* row) const {
  // First all are filtered, without a branch that nobody could foretell; then all are looked up, so
  // that the waits for memory overlap.
  constexpr std::size_t kBlock = 64;
  std::array<std::uint32_t, kBlock> likely;
  std::array<std::uint32_t, kBlock> begins;
  while (!features.empty()) {
    const auto block = features.first(std::min(features.size(), kBlock));
    std::size_t count = 0;
    for (const std::uint32_t feature : block) {
      likely[count] = feature;
      count += MayKnow(feature) ? 1 : 0;
    }
    for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&slots_[SlotOf(KeyOf(likely[i]))]);
    for (std::size_t i = 0; i < count; ++i) {
      begins[i] = BeginOf(likely[i]);
      const bool full = (begins[i] & kFull) != 0;
      __builtin_prefetch(full ? static_cast<const void*>(&rows_[begins[i] & ~kFull])
                              : &weights_[begins[i]]);
    }
    for (std::size_t i = 0; i < count; ++i) AddOne(begins[i], row);
    features = features.subspan(block.size());
  }
}

void FeatureWeights::AddOne(std::uint32_t begin, double* row) const {
  if ((begin & kFull) != 0) return AddScaled(&rows_[begin & ~kFull], 1.0, columns_, row);
  const Weight* weight = &weights_[begin];
  while (true) {
    row[weight->column] += static_cast<double>(weight->value);
    if (weight->last) return;
    ++weight;
  }
}

std::uint32_t FeatureWeights::BeginOf(std::uint32_t feature) const {
  const std::uint32_t key = KeyOf(feature);
  std::uint32_t at = SlotOf(key);
  while (slots_[at].key != kEmpty && slots_[at].key != key) at = SlotOf(at + 1);
  return slots_[at].begin;
}

}  // namespace calque::internal
