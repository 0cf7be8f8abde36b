// Dates as every format of the trade writes them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "calque/document.h"

namespace calque::internal {

// The date at the front of an ISO 8601 date or time, extended or basic: `2026-01-05`,
// `2026-01-05T14:00:00+01:00`, `20260105T130000Z`, `20260105`. Nothing where there is none or no
// such day exists.
[[nodiscard]] std::optional<Date> ParseIsoDate(std::string_view text);

// Such a date or time in one form, extended and to the second: `2026-01-05`,
// `2026-01-05T14:00:00+01:00`, `2026-01-05T13:00:00Z`; the date alone where no time of day follows
// it. Empty where ParseIsoDate() finds none.
[[nodiscard]] std::string IsoTime(std::string_view text);

// Whether there is such a day, in a year of four digits.
[[nodiscard]] bool IsDay(const Date& date);

// `05` of 5, as dates and times are written. Precondition: 0 <= number <= 99.
[[nodiscard]] inline std::string TwoDigits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

[[nodiscard]] inline std::chrono::sys_days DayOf(const Date& date) {
  return std::chrono::sys_days(std::chrono::year(date.year) / date.month / date.day);
}

}  // namespace calque::internal
