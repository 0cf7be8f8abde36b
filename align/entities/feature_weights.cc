#include "align/entities/feature_weights.h"

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

}  // namespace calque::internal
