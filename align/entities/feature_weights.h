// The weights of fields' features by label, for looking up some hundred thousand a second: most
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
  // Of all passes of a tagger in one table, as most features of a text are looked up for each.
  FeatureWeights(std::span<const TaggerFile::Pass> passes, std::size_t labels);

  // Adds the weights of all `features` to `row`, by pass and label: [pass * labels + y].
  void AddTo(std::span<const std::uint32_t> features, double* row) const;

 private:
  static constexpr std::size_t kFilterBits = std::size_t{1} << 19;
  static constexpr std::uint32_t kEmpty = 0;  // a feature of this hash counts as the next
  static constexpr std::uint32_t kNone = 0;   // the first weight: of no feature
  static constexpr std::uint32_t kFull = std::uint32_t{1} << 31;
  struct Slot {
    std::uint32_t key = kEmpty;
    std::uint32_t begin = kNone;  // in weights_, or kFull and the begin of a row of rows_
  };
  struct Weight {
    std::uint16_t column = 0;
    bool last = true;  // of its feature
    float value = 0.0F;
  };

  // The weights of one feature, as slots have them.
  [[nodiscard]] std::uint32_t Store(std::span<const Weight> weights);
  void AddOne(std::uint32_t begin, double* row) const;
  [[nodiscard]] bool MayKnow(std::uint32_t feature) const { return filter_[feature % kFilterBits]; }
  // Of its first weight; kNone where it has none.
  [[nodiscard]] std::uint32_t BeginOf(std::uint32_t feature) const;
  static std::uint32_t KeyOf(std::uint32_t feature) { return feature == kEmpty ? 1 : feature; }
  [[nodiscard]] std::uint32_t SlotOf(std::uint32_t key) const {
    return key & static_cast<std::uint32_t>(slots_.size() - 1);
  }

  std::vector<bool> filter_;  // by the low bits of a feature: false where none has them
  std::vector<Slot> slots_;   // a power of two
  std::vector<Weight> weights_;
  // Of features that weigh for most columns, a value each: few, but most of what a text has.
  std::vector<float> rows_;
  std::size_t columns_ = 0;
};

}  // namespace calque::internal
