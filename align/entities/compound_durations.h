// Durations of several units: `2 hours 45 minutes`, `9 sec 81/100e`, `2:03.45`.
#pragma once

#include <cstdint>
#include <optional>

#include "align/entities/quantities.h"

namespace calque::internal {

// The duration that starts at lexeme `at` and has two parts or more, in its smallest unit: minutes,
// or seconds with their hundredths. No value for a duration of one unit.
[[nodiscard]] std::optional<Quantity> ParseCompoundDuration(const LexemeReader& reader,
                                                            std::uint32_t at);

}  // namespace calque::internal
