#include "align/structure/dateline_day.h"

#include <algorithm>
#include <charconv>

namespace calque::internal {
namespace {

using Words = std::vector<LineWord>;

// `10:15`, `10:15:00 UTC` behind an ISO date
std::size_t EndOfTime(const Words& words, std::size_t at) {
  std::size_t end = at;
  while (end + 2 < words.size() && words[end].shape == WordShape::kNumber &&
         words[end + 1].IsMark(':') && words[end + 2].shape == WordShape::kNumber) {
    end += 2;
  }
  if (end == at) return at;
  const bool zone =
      end + 1 < words.size() && (words[end + 1].key == "utc" || words[end + 1].key == "gmt");
  return end + (zone ? 2 : 1);
}

// `1996-08-20`, as RCV1 has it
std::optional<DayReading> IsoDayAt(const Words& words, std::size_t at) {
  constexpr std::size_t kParts = 5;
  if (at + kParts > words.size() || NumberAt(words, at) < 1000) return std::nullopt;
  for (const std::size_t dash : {at + 1, at + 3}) {
    if (!words[dash].IsMark('-') || !words[dash].glued) return std::nullopt;
  }
  const int month = NumberAt(words, at + 2);
  const int day = NumberAt(words, at + 4);
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const Date date = {static_cast<std::int16_t>(NumberAt(words, at)),
                     static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
  return DayReading{date, EndOfTime(words, at + kParts)};
}

}  // namespace

int NumberAt(const Words& words, std::size_t at) {
  int value = 0;
  if (at >= words.size() || words[at].shape != WordShape::kNumber) return 0;
  const std::string& key = words[at].key;
  std::from_chars(key.data(), key.data() + key.size(), value);
  return key.size() <= 4 ? value : 0;
}

bool IsMonthAt(const Words& words, std::size_t at, const DispatchRules& rules) {
  return at < words.size() && rules.months.contains(words[at].key);
}

std::optional<DayReading> DayAt(const Words& words, std::size_t at, const DispatchRules& rules) {
  if (const auto day = IsoDayAt(words, at)) return day;
  const bool month_first = IsMonthAt(words, at, rules);
  const std::size_t month = month_first ? at : at + 1;
  if (!IsMonthAt(words, month, rules)) return std::nullopt;
  std::size_t day = month_first ? at + 1 : at;
  if (month_first && day < words.size() && words[day].IsMark('.')) ++day;
  const int number = NumberAt(words, day);
  if (number < 1 || number > 31) return std::nullopt;
  DayReading reading;
  reading.date.month = static_cast<std::uint8_t>(rules.months.find(words[month].key)->second);
  reading.date.day = static_cast<std::uint8_t>(number);
  std::size_t end = std::max(day, month) + 1;
  const bool dash_follows = end + 1 < words.size() && IsDash(words[end + 1]);
  const bool point = !month_first && end < words.size() && words[end].IsMark('.') &&
                     words[end].glued && !dash_follows;
  if (point) ++end;
  reading.end = end;
  const std::size_t year = end + (end < words.size() && words[end].IsMark(',') ? 1 : 0);
  if (NumberAt(words, year) < 1000) return reading;
  reading.date.year = static_cast<std::int16_t>(NumberAt(words, year));
  reading.end = year + 1;
  return reading;
}

}  // namespace calque::internal
