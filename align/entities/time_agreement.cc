#include "align/entities/time_agreement.h"

#include <cstdlib>
#include <string>

namespace calque::internal {
namespace {

constexpr int kHour = 60;  // minutes

}  // namespace

TimeOfDay TimeOf(std::string_view text) {
  constexpr std::size_t kClock = 5;  // characters of `15:00`
  const auto minutes = [](std::string_view clock) {
    return std::atoi(std::string(clock.substr(0, 2)).c_str()) * 60 +
           std::atoi(std::string(clock.substr(3, 2)).c_str());
  };
  TimeOfDay time;
  time.either = text.starts_with('~');
  time.summer = text.ends_with('~');
  if (time.either) text.remove_prefix(1);
  if (text.size() < kClock) return time;
  time.minutes = minutes(text);
  if (text.size() <= 2 * kClock) return time;
  const int offset = minutes(text.substr(kClock + 1));
  time.offset = text[kClock] == '-' ? -offset : offset;
  return time;
}

bool IsSameTime(const TimeOfDay& a, const TimeOfDay& b) {
  const int period = (a.either || b.either ? 12 : 24) * kHour;
  const int apart = a.minutes - b.minutes;
  if (!a.offset || !b.offset) return apart % period == 0;
  const int shifted = apart - *a.offset + *b.offset;
  if (shifted % period == 0) return true;
  if (a.summer == b.summer) return false;  // summer moves both
  return (shifted + (a.summer ? -kHour : kHour)) % period == 0;
}

bool IsSameMoment(const TimeOfDay& a, const TimeOfDay& b) {
  constexpr int kStep = 30;
  if (a.offset && b.offset) return IsSameTime(a, b);
  return a.offset.has_value() != b.offset.has_value() && (a.minutes - b.minutes) % kStep == 0;
}

bool IsHoursOfTime(const ValueKey& quantity, const TimeOfDay& time) {
  const std::optional<Amount> amount = AmountOf(quantity);
  if (!amount) return false;
  const int minutes = time.minutes;
  const double value = amount->number.ToDouble();
  if (quantity.kind == "duration" && quantity.unit == "minute") return value == minutes;
  if (quantity.kind == "duration" && quantity.unit == "second") {
    const bool lead = time.either && value == minutes;  // `2:23` behind the winner, `2 min 23 sec`
    return lead ||
           (minutes * 60 <= value && value < (minutes + 1) * 60);  // `2 h 04 min 15 sec` and `2h04`
  }
  if (quantity.kind == "duration" && quantity.unit != "hour") return false;
  const double hours = minutes / 60.0;
  const int clock = minutes / 60 * 100 + minutes % 60;  // 1430
  return value == hours || value + 12 == hours || value == clock;
}

}  // namespace calque::internal
