// Which values of a passage its translation renders, whatever the order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "align/entities/values.h"

namespace calque::internal {

// Comparisons of values each with each that a passage is worth: more than those of any sentence.
inline constexpr std::size_t kMostValueComparisons = 65'536;

// Indices into the two lists given to PairValues, each in at most one pair; a score may be paired
// with two numbers and then is in two pairs.
struct ValuePairs {
  struct Pair {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    Agreement agreement = Agreement::kEqual;

    friend bool operator==(const Pair&, const Pair&) = default;
  };
  std::vector<Pair> pairs;                     // by source
  std::vector<std::uint32_t> unpaired_source;  // in text order
  std::vector<std::uint32_t> unpaired_target;
};

// Pairs values one to one, the closest agreement first and of equally close ones the first in the
// text; mentions that are no values are left out. Where more than some hundred values of each side
// have no partner of the same key, as in a table, they are paired with none.
[[nodiscard]] ValuePairs PairValues(const std::vector<Mention>& source,
                                    const std::vector<Mention>& target,
                                    const std::optional<Date>& reference = std::nullopt);

}  // namespace calque::internal
