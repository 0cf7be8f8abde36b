#include "align/entities/calendar.h"

#include <array>
#include <optional>

#include "align/io/number_text.h"

namespace calque::internal {
namespace {

// Days, first and last, that a key can name; `exact` where it names all of them as one.
struct DayRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

constexpr std::int64_t kDaysAround = 7;

int LastDayOf(int year, int month) {
  static constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Of quarters and halves of a year, too; see values.h.
DayRange MonthRange(int year, int month) {
  constexpr int kFirstQuarter = 33;
  constexpr int kFirstHalf = 40;
  constexpr int kMonthsOfYear = 12;
  if (month > kMonthsOfYear) {
    const int length = month >= kFirstHalf ? 6 : 3;
    const int first = (month - (month >= kFirstHalf ? kFirstHalf : kFirstQuarter)) * length + 1;
    const int last = first + length - 1;
    return {DayNumber(year, first, 1), DayNumber(year, last, LastDayOf(year, last))};
  }
  return {DayNumber(year, month, 1), DayNumber(year, month, LastDayOf(year, month))};
}

DayRange YearRange(int year) { return {DayNumber(year, 1, 1), DayNumber(year, 12, 31)}; }

// `relative:-1:week` of a text written on `reference`.
std::optional<DayRange> RelativeRange(const ValueKey& key, const Date& reference) {
  const std::optional<int> steps = ParseNumber<int>(key.value);
  if (!steps) return std::nullopt;
  const std::int64_t today = DayNumber(reference.year, reference.month, reference.day);
  if (key.unit == "day") return DayRange{today + *steps, today + *steps};
  if (key.unit == "week") {
    const std::int64_t monday = today - WeekdayOf(today) + 1 + 7 * *steps;
    return DayRange{monday, monday + 6};
  }
  if (key.unit == "month") {
    const int months = reference.year * 12 + reference.month - 1 + *steps;
    return MonthRange(months / 12, months % 12 + 1);
  }
  if (key.unit == "year") return YearRange(reference.year + *steps);
  return std::nullopt;
}

// The year of a date without one is that of the nearest such day.
std::optional<DayRange> DateRange(const PartialDate& date, const Date& reference) {
  if (date.month == 0) {
    if (date.year == 0) return std::nullopt;
    return YearRange(date.year);
  }
  int year = date.year;
  if (year == 0) {
    year = reference.year;
    if (date.month - reference.month > 6) --year;
    if (reference.month - date.month > 6) ++year;
  }
  if (date.day == 0) return MonthRange(year, date.month);
  const std::int64_t day = DayNumber(year, date.month, date.day);
  return DayRange{day, day};
}

std::optional<DayRange> RangeOf(const ValueKey& key, const Date& reference) {
  if (key.kind == "relative") return RelativeRange(key, reference);
  const std::optional<PartialDate> date = DateOf(key);
  return date ? DateRange(*date, reference) : std::nullopt;
}

bool HoldsWeekday(const DayRange& range, int weekday, const Date& reference) {
  const std::int64_t today = DayNumber(reference.year, reference.month, reference.day);
  const bool near = range.first >= today - kDaysAround && range.last <= today + kDaysAround;
  return near && range.first == range.last && WeekdayOf(range.first) == weekday;
}

}  // namespace

std::int64_t DayNumber(int year, int month, int day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

int WeekdayOf(std::int64_t day_number) {
  const std::int64_t from_monday = (day_number + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<int>(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

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
