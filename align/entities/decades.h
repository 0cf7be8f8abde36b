// Decades, and the ages that are written the same way.
#pragma once

#include <cstdint>
#include <vector>

#include "align/entities/dates.h"

namespace calque::internal {

// `1990s`, `'90s`, `90er Jahre`, `années 1990`, `années 60, 70 et 80`, `the nineties`; an age in
// `in his 60s`, `in her mid-thirties`.
[[nodiscard]] std::vector<DateMention> ParseDecade(const LexemeReader& reader, std::uint32_t at);

}  // namespace calque::internal
