// Whether a candidate ends its sentence: rules by what the candidate is, each with a reason.
#pragma once

#include "align/segment/boundary_context.h"

namespace calque::internal {

// Probabilities that stand for degrees of certainty; 0.5 and above is a boundary.
inline constexpr float kNever = 0.0F;
inline constexpr float kUnlikely = 0.1F;
inline constexpr float kDoubtful = 0.4F;
inline constexpr float kRather = 0.6F;
inline constexpr float kLikely = 0.8F;
inline constexpr float kSure = 0.98F;

// The probability that the candidate of `context` ends its sentence.
[[nodiscard]] float BoundaryProbability(const BoundaryContext& context);

// Its parts. A single period:
[[nodiscard]] float PeriodProbability(const BoundaryContext& context);
// A mark that is no terminator, or no mark at all:
[[nodiscard]] float UnmarkedProbability(const BoundaryContext& context);

}  // namespace calque::internal
