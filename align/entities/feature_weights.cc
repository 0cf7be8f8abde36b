#include "align/entities/feature_weights.h"

#include <algorithm>
#include <array>
#include <bit>

namespace calque::internal {

FeatureWeights::FeatureWeights(const std::vector<TaggerFile::Entry>& entries)
    : filter_(kFilterBits) {
  std::size_t features = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    features += i == 0 || entries[i].feature != entries[i - 1].feature ? 1 : 0;
  }
  keys_.resize(std::bit_ceil(2 * features + 1), kEmpty);
  ranges_.resize(keys_.size());
  for (const TaggerFile::Entry& entry : entries) {
    filter_[entry.feature % kFilterBits] = true;
    const std::uint32_t key = KeyOf(entry.feature);
    std::uint32_t at = SlotOf(key);
    while (keys_[at] != kEmpty && keys_[at] != key) at = SlotOf(at + 1);
    const auto here = static_cast<std::uint32_t>(values_.size());
    if (keys_[at] == kEmpty) ranges_[at] = {here, here};
    keys_[at] = key;
    ++ranges_[at].end;
    labels_.push_back(entry.label);
    values_.push_back(entry.weight);
  }
}

void FeatureWeights::AddTo(std::span<const std::uint32_t> features, double* row) const {
  // First all are filtered, without a branch that nobody could foretell.
  std::array<std::uint32_t, 64> likely;
  while (!features.empty()) {
    const auto block = features.first(std::min(features.size(), likely.size()));
    std::size_t count = 0;
    for (const std::uint32_t feature : block) {
      likely[count] = feature;
      count += MayKnow(feature) ? 1 : 0;
    }
    for (std::size_t i = 0; i < count; ++i) AddKnown(likely[i], row);
    features = features.subspan(block.size());
  }
}

void FeatureWeights::AddKnown(std::uint32_t feature, double* row) const {
  const std::uint32_t key = KeyOf(feature);
  for (std::uint32_t at = SlotOf(key); keys_[at] != kEmpty; at = SlotOf(at + 1)) {
    if (keys_[at] != key) continue;
    for (std::uint32_t w = ranges_[at].begin; w < ranges_[at].end; ++w) {
      row[labels_[w]] += static_cast<double>(values_[w]);
    }
    return;
  }
}

}  // namespace calque::internal
