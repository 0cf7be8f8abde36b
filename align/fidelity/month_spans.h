// Months told as one span: `July-September` and `three months to September` are a third quarter.
#pragma once

#include <optional>
#include <vector>

#include "align/entities/value_pairs.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

// PairValues of the mentions of a bead. Where more of them then agree, what names a span of months
// is one value: its last mention has the key of the span, the first has none.
[[nodiscard]] ValuePairs PairWithMonthSpans(const SideView& source,
                                            std::vector<Mention>* source_mentions,
                                            const SideView& target,
                                            std::vector<Mention>* target_mentions,
                                            const std::optional<Date>& reference);

}  // namespace calque::internal
