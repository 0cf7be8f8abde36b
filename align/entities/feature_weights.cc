#include "align/entities/feature_weights.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>

namespace calque::internal {
namespace {

struct Entry {
  std::uint32_t feature;
  std::uint32_t column;
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
          {entry.feature, static_cast<std::uint32_t>(column + entry.label), entry.weight});
    }
    std::inplace_merge(merged.begin(), merged.begin() + middle, merged.end(),
                       [](const Entry& a, const Entry& b) { return a.feature < b.feature; });
    column += labels;
  }
  return merged;
}

}  // namespace

FeatureWeights::FeatureWeights(std::span<const TaggerFile::Pass> passes, std::size_t labels)
    : filter_(kFilterBits) {
  const std::vector<Entry> entries = Merged(passes, labels);
  std::size_t features = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    features += i == 0 || entries[i].feature != entries[i - 1].feature ? 1 : 0;
  }
  keys_.resize(std::bit_ceil(2 * features + 1), kEmpty);
  ranges_.resize(keys_.size());
  weights_.reserve(entries.size());
  for (const Entry& entry : entries) {
    filter_[entry.feature % kFilterBits] = true;
    const std::uint32_t key = KeyOf(entry.feature);
    std::uint32_t at = SlotOf(key);
    while (keys_[at] != kEmpty && keys_[at] != key) at = SlotOf(at + 1);
    const auto here = static_cast<std::uint32_t>(weights_.size());
    if (keys_[at] == kEmpty) ranges_[at] = {here, here};
    keys_[at] = key;
    ++ranges_[at].end;
    weights_.push_back({entry.column, entry.value});
  }
}

void FeatureWeights::AddTo(std::span<const std::uint32_t> features, double* row) const {
  // First all are filtered, without a branch that nobody could foretell; then all are looked up, so
  // that the waits for memory overlap.
  constexpr std::size_t kBlock = 64;
  std::array<std::uint32_t, kBlock> likely;
  std::array<Range, kBlock> ranges;
  while (!features.empty()) {
    const auto block = features.first(std::min(features.size(), kBlock));
    std::size_t count = 0;
    for (const std::uint32_t feature : block) {
      likely[count] = feature;
      count += MayKnow(feature) ? 1 : 0;
    }
    for (std::size_t i = 0; i < count; ++i) ranges[i] = RangeOf(likely[i]);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::uint32_t w = ranges[i].begin; w < ranges[i].end; ++w) {
        row[weights_[w].column] += static_cast<double>(weights_[w].value);
      }
    }
    features = features.subspan(block.size());
  }
}

// Empty where the feature has no weights.
FeatureWeights::Range FeatureWeights::RangeOf(std::uint32_t feature) const {
  const std::uint32_t key = KeyOf(feature);
  std::uint32_t at = SlotOf(key);
  while (keys_[at] != kEmpty && keys_[at] != key) at = SlotOf(at + 1);
  return ranges_[at];
}

}  // namespace calque::internal
