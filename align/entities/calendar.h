// Weekdays and words such as `yesterday` tied to calendar days.
#pragma once

#include <cstdint>

#include "align/entities/value_key.h"
#include "calque/document.h"

namespace calque::internal {

// Days from 1970-01-01 in the proleptic Gregorian calendar (Hinnant 2013, days_from_civil).
[[nodiscard]] std::int64_t DayNumber(int year, int month, int day);
// 1 Monday – 7 Sunday (ISO 8601).
[[nodiscard]] int WeekdayOf(std::int64_t day_number);

// Whether two keys of dates, weekdays or relative days can name one day, month or year in a text
// written on `reference`; a weekday is one within a week of it.
[[nodiscard]] bool IsSameDay(const ValueKey& key, const ValueKey& other, const Date& reference);

}  // namespace calque::internal
