// Which values of a passage its translation renders, whatever the order.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "align/entities/values.h"

namespace calque::internal {

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
// text; mentions that are no values are left out. Quadratic in the number of values of the passage,
// which is a bead or a few.
[[nodiscard]] ValuePairs PairValues(const std::vector<Mention>& source,
                                    const std::vector<Mention>& target,
                                    const std::optional<Date>& reference = std::nullopt);

}  // namespace calque::internal
