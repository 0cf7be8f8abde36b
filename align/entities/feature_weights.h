// The weights of a field's features by label, for looking up some hundred thousand a second: most
// features of a text have none.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/entities/tagger_file.h"

namespace calque::internal {

// A hash table by open addressing, laid out so that a miss touches a bit or two and a hit little
// more: it has to stay in a core's own cache. Immutable.
class FeatureWeights {
 public:
  explicit FeatureWeights(const std::vector<TaggerFile::Entry>& entries);

  // Adds the weights of all `features` to `row`, by label.
  void AddTo(std::span<const std::uint32_t> features, double* row) const;

 private:
  static constexpr std::size_t kFilterBits = std::size_t{1} << 19;
  static constexpr std::uint32_t kEmpty = 0;  // a feature of this hash counts as the next
  struct Range {
    std::uint32_t begin = 0;  // of labels_ and values_
    std::uint32_t end = 0;
  };

  [[nodiscard]] bool MayKnow(std::uint32_t feature) const { return filter_[feature % kFilterBits]; }
  void AddKnown(std::uint32_t feature, double* row) const;
  static std::uint32_t KeyOf(std::uint32_t feature) { return feature == kEmpty ? 1 : feature; }
  [[nodiscard]] std::uint32_t SlotOf(std::uint32_t key) const {
    return key & static_cast<std::uint32_t>(keys_.size() - 1);
  }

  std::vector<bool> filter_;         // by the low bits of a feature: false where none has them
  std::vector<std::uint32_t> keys_;  // by slot, a power of two
  std::vector<Range> ranges_;        // by slot
  std::vector<std::uint8_t> labels_;
  std::vector<float> values_;
};

}  // namespace calque::internal
