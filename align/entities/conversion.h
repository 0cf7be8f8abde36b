// Values converted into another unit: measures, durations, weights in pounds, money.
#pragma once

#include "align/entities/value_key.h"
#include "align/entities/values.h"

namespace calque::internal {

// Share of the larger by which two amounts differ, in [0, 2].
[[nodiscard]] double Distance(double a, double b);

// `10 miles` and `16 km`, `2 weeks` and `14 days`: kNear where they are equal when converted,
// within rounding; kNone elsewhere. Both are measures or both are durations.
[[nodiscard]] Agreement CompareConverted(const ValueKey& a, const ValueKey& b);

}  // namespace calque::internal
