#include "align/base/iso_date.h"

#include <cstddef>

#include "align/base/ascii.h"

namespace calque::internal {
namespace {

// The number of `count` digits at the front of `rest`, which is then taken off; else −1.
int TakeDigits(std::size_t count, std::string_view* rest) {
  if (rest->size() < count) return -1;
  int value = 0;
  for (const char c : rest->substr(0, count)) {
    if (!IsAsciiDigit(c)) return -1;
    value = 10 * value + (c - '0');
  }
  rest->remove_prefix(count);
  return value;
}

// `14:00:00`, `140000`, `14:00`, with a part of a second that is passed over.
std::optional<std::string> TakeTime(std::string_view* rest) {
  std::string time;
  for (const int most : {23, 59, 60}) {  // a leap second is one
    const bool first = time.empty();
    if (!first && rest->starts_with(':')) rest->remove_prefix(1);
    int value = TakeDigits(2, rest);
    if (value < 0 && time.size() == 5) value = 0;
    if (value < 0 || value > most) return std::nullopt;
    time += (first ? "" : ":") + TwoDigits(value);
  }
  if (rest->starts_with('.') || rest->starts_with(',')) {
    rest->remove_prefix(1);
    while (!rest->empty() && IsAsciiDigit(rest->front())) rest->remove_prefix(1);
  }
  return time;
}

// `Z`, `+01:00`, `+0100`, `+01`; empty where the time is a local one.
std::optional<std::string> TakeZone(std::string_view rest) {
  if (rest.empty()) return std::string();
  if (rest == "Z" || rest == "z") return "Z";
  const char sign = rest.front();
  rest.remove_prefix(1);
  const int hours = TakeDigits(2, &rest);
  if (rest.starts_with(':')) rest.remove_prefix(1);
  const int minutes = rest.empty() ? 0 : TakeDigits(2, &rest);
  const bool known = (sign == '+' || sign == '-') && rest.empty() && hours >= 0 && hours < 24 &&
                     minutes >= 0 && minutes < 60;
  if (!known) return std::nullopt;
  if (hours == 0 && minutes == 0) return "Z";
  return sign + TwoDigits(hours) + ":" + TwoDigits(minutes);
}

}  // namespace

std::string IsoTime(std::string_view text) {
  const std::optional<Date> date = ParseIsoDate(text);
  if (!date) return {};
  const bool extended = text[4] == '-';
  std::string_view rest = text.substr(extended ? 10 : 8);
  std::string iso = date->ToString();
  if (!rest.starts_with('T') && !rest.starts_with('t') && !rest.starts_with(' ')) return iso;
  rest.remove_prefix(1);
  const std::optional<std::string> time = TakeTime(&rest);
  const std::optional<std::string> zone = time ? TakeZone(rest) : std::nullopt;
  return zone ? iso + "T" + *time + *zone : iso;
}

std::optional<Date> ParseIsoDate(std::string_view text) {
  const int year = TakeDigits(4, &text);
  const bool extended = text.starts_with('-');
  if (extended) text.remove_prefix(1);
  const int month = TakeDigits(2, &text);
  if (extended && !text.starts_with('-')) return std::nullopt;
  if (extended) text.remove_prefix(1);
  const int day = TakeDigits(2, &text);
  if (!text.empty() && IsAsciiDigit(text.front())) return std::nullopt;
  if (year < 0 || month < 1 || day < 1) return std::nullopt;
  const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                  static_cast<std::uint8_t>(day)};
  return IsDay(date) ? std::optional(date) : std::nullopt;
}

bool IsDay(const Date& date) {
  constexpr int kLastYear = 9999;
  return date.year >= 0 && date.year <= kLastYear &&
         (std::chrono::year(date.year) / date.month / date.day).ok();
}

}  // namespace calque::internal
