// Enumerations written on one line: `1) Rates stay. 2) Growth slows`, `a. … b. … c. …`.
#pragma once

#include <string_view>
#include <vector>

#include "calque/span.h"

namespace calque::internal {

// The items of the enumeration that begins `unit` with `1`, `a` or a bullet before a number; the
// unit itself where there is none. An item begins where the next number stands with the same marks
// round it, so a lone `1.` or numbers in prose split nothing. Linear in the size of the unit.
[[nodiscard]] std::vector<ByteSpan> SplitEnumeration(std::string_view text, ByteSpan unit);

}  // namespace calque::internal
