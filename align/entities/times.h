// Times of day.
#pragma once

#include <cstdint>
#include <optional>

#include "align/entities/lexemes.h"
#include "align/entities/ratios.h"

namespace calque::internal {

// `3 p.m.`, `15h00`, `15 h 30`, `1430 GMT`, `14:30`, `à 10 heures`: key `time:15:00`, with the
// offset from Greenwich where the text names a zone, `~` behind it where summer moves the zone by
// an hour, and `~` before a clock of twelve hours that says no half of the day.
[[nodiscard]] std::optional<ValueMatch> ParseTime(const LexemeReader& reader, std::uint32_t at);

}  // namespace calque::internal
