// Whether a candidate ends its sentence.
#pragma once

#include <string_view>

#include "align/segment/candidate.h"
#include "align/segment/segment_profile.h"
#include "calque/span.h"

namespace calque::internal {

// The probability that `candidate` ends the sentence that began at `sentence`.
[[nodiscard]] float BoundaryProbability(const SegmentProfile& profile, std::string_view text,
                                        ByteSpan unit, std::uint32_t sentence,
                                        const Candidate& candidate);

}  // namespace calque::internal
