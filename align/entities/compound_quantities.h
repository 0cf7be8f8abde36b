// Quantities of several units: `2 hours 45 minutes`, `9 sec 81/100e`, `2:03.45`, `6ft 2in`, `1m88`.
#pragma once

#include <cstdint>
#include <optional>

#include "align/entities/quantities.h"

namespace calque::internal {

// The duration or length that starts at lexeme `at` and has two parts or more, in its smallest
// unit: minutes, seconds with their hundredths, inches; metres with their centimetres. No value for
// a quantity of one unit.
[[nodiscard]] std::optional<Quantity> ParseCompoundQuantity(const LexemeReader& reader,
                                                            std::uint32_t at);

}  // namespace calque::internal
