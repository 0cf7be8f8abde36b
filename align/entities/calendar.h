// Weekdays and words such as `yesterday` tied to calendar days.
#pragma once

#include "align/entities/value_key.h"
#include "calque/document.h"

namespace calque::internal {

// Whether two keys of dates, weekdays or relative days can name one day, month or year in a text
// written on `reference`; a weekday is one within a week of it.
[[nodiscard]] bool IsSameDay(const ValueKey& key, const ValueKey& other, const Date& reference);

}  // namespace calque::internal
