// How times of day of two texts agree: clocks of twelve hours, zones, summer time.
#pragma once

#include <optional>
#include <string_view>

#include "align/entities/value_key.h"

namespace calque::internal {

// `15:00`, `~03:00`, `14:30+02:00`, `20:00+01:00~`; see values.h.
struct TimeOfDay {
  int minutes = -1;
  bool either = false;        // twelve hours earlier or later, too
  std::optional<int> offset;  // minutes east of Greenwich
  bool summer = false;        // an hour further east in summer
};
[[nodiscard]] TimeOfDay TimeOf(std::string_view text);

// Equal clocks, clocks twelve hours apart where one of them does not say which half of the day it
// is, or one moment in two zones.
[[nodiscard]] bool IsSameTime(const TimeOfDay& a, const TimeOfDay& b);

// The same, or clocks whole or half hours apart of which one names its zone and one does not.
[[nodiscard]] bool IsSameMoment(const TimeOfDay& a, const TimeOfDay& b);

// Whether a number or a duration may be that time: `3` of `at 3`, 1430, `22 heures`.
[[nodiscard]] bool IsHoursOfTime(const ValueKey& quantity, const TimeOfDay& time);

}  // namespace calque::internal
