#include "align/entities/calendar.h"

#include <chrono>
#include <cstdlib>
#include <optional>

#include "align/base/iso_date.h"
#include "align/entities/year_part.h"
#include "align/io/number_text.h"

namespace calque::internal {
namespace {

using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;

// Days, first and last, that a key can name.
struct DayRange {
  sys_days first;
  sys_days last;
};

constexpr std::chrono::days kDaysAround{7};
constexpr int kMostSteps = 10'000;  // years that std::chrono can still tell

DayRange MonthsRange(year_month first, year_month last) {
  return {first / 1, last / std::chrono::last};
}

// Of quarters and halves of a year, too.
DayRange MonthRange(year of, int month) {
  const std::optional<YearPart> part = YearPartOf(month);
  if (!part) return MonthsRange(of / month, of / month);
  const int first = part->index * part->months + 1;
  return MonthsRange(of / first, of / (first + part->months - 1));
}

DayRange YearRange(year of) { return MonthsRange(of / 1, of / kMonthsOfYear); }

// `relative:-1:week` of a text written on `reference`.
std::optional<DayRange> RelativeRange(const ValueKey& key, const Date& reference) {
  const std::optional<int> steps = ParseNumber<int>(key.value);
  if (!steps || std::abs(*steps) > kMostSteps) return std::nullopt;
  const sys_days today = DayOf(reference);
  if (key.unit == "day") {
    const sys_days day = today + std::chrono::days(*steps);
    return DayRange{day, day};
  }
  if (key.unit == "week") {
    const sys_days monday =
        today - (std::chrono::weekday(today) - std::chrono::Monday) + std::chrono::weeks(*steps);
    return DayRange{monday, monday + std::chrono::days(6)};
  }
  const year_month month = year(reference.year) / reference.month;
  if (key.unit == "month") {
    const year_month there = month + std::chrono::months(*steps);
    return MonthsRange(there, there);
  }
  if (key.unit == "year") return YearRange(month.year() + std::chrono::years(*steps));
  return std::nullopt;
}

// The year of a date without one is that of the nearest such day. Nothing for a day that its month
// does not have.
std::optional<DayRange> DateRange(const PartialDate& date, const Date& reference) {
  if (date.month == 0) {
    if (date.year == 0) return std::nullopt;
    return YearRange(year(date.year));
  }
  year of(date.year);
  if (date.year == 0) {
    of = year(reference.year);
    if (date.month - reference.month > 6) --of;
    if (reference.month - date.month > 6) ++of;
  }
  if (date.day == 0) return MonthRange(of, date.month);
  const std::chrono::year_month_day day = of / date.month / date.day;
  return day.ok() ? std::optional(DayRange{day, day}) : std::nullopt;
}

std::optional<DayRange> RangeOf(const ValueKey& key, const Date& reference) {
  if (key.kind == "relative") return RelativeRange(key, reference);
  const std::optional<PartialDate> date = DateOf(key);
  return date ? DateRange(*date, reference) : std::nullopt;
}

bool HoldsWeekday(const DayRange& range, int weekday, const Date& reference) {
  const sys_days today = DayOf(reference);
  const bool near = range.first >= today - kDaysAround && range.last <= today + kDaysAround;
  const auto day = static_cast<int>(std::chrono::weekday(range.first).iso_encoding());
  return near && range.first == range.last && day == weekday;
}

}  // namespace

bool IsSameDay(const ValueKey& key, const ValueKey& other, const Date& reference) {
  const bool key_is_weekday = key.kind == "weekday";
  const bool other_is_weekday = other.kind == "weekday";
  if (key_is_weekday && other_is_weekday) return false;
  if (key_is_weekday) return IsSameDay(other, key, reference);
  const std::optional<DayRange> range = RangeOf(key, reference);
  if (!range) return false;
  if (other_is_weekday) {
    return HoldsWeekday(*range, ParseNumber<int>(other.value).value_or(0), reference);
  }
  const std::optional<DayRange> other_range = RangeOf(other, reference);
  return other_range && range->first == other_range->first && range->last == other_range->last;
}

}  // namespace calque::internal
