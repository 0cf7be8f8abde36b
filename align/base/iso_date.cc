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

}  // namespace

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
  if (!(std::chrono::year(year) / month / day).ok()) return std::nullopt;
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
              static_cast<std::uint8_t>(day)};
}

}  // namespace calque::internal
