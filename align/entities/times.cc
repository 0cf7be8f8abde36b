#include "align/entities/times.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "align/entities/numbers.h"
#include "align/entities/quantities.h"

namespace calque::internal {
namespace {

struct Clock {
  int hour = 0;
  int minute = 0;
  std::uint32_t end = 0;
  bool sure = false;  // cannot be anything but a time of day
};

std::string TwoDigits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string TimeKey(int hour, int minute) {
  return "time:" + TwoDigits(hour) + ":" + TwoDigits(minute);
}

std::string OffsetKey(std::int64_t minutes) {
  const int size = std::abs(static_cast<int>(minutes));
  return (minutes < 0 ? "-" : "+") + TwoDigits(size / 60) + ":" + TwoDigits(size % 60);
}

bool IsTime(int hour, int minute) { return hour >= 0 && minute >= 0 && minute < 60 && hour < 24; }

// Two digits for minutes behind `at`, −1 where there are none.
int MinutesAt(const LexemeReader& reader, std::uint32_t at) {
  const int minute = reader.PlainNumber(at, 2);
  return minute >= 0 && reader.lexemes[at].digits == 2 ? minute : -1;
}

// `10.30`: a decimal to the lexer, hours and minutes to who says `a.m.` or `heures` behind it.
std::optional<Clock> ParsePointed(const LexemeReader& reader, std::uint32_t at) {
  const std::string_view text = reader.TextOf(at);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || point > 2 || text.size() != point + 3) {
    return std::nullopt;
  }
  const int hour = std::atoi(std::string(text.substr(0, point)).c_str());
  const int minute = std::atoi(std::string(text.substr(point + 1)).c_str());
  const auto hours = reader.Find(at + 1, Role::kHour);
  return Clock{hour, minute, hours ? hours->end : at + 1, hours.has_value()};
}

// Adds minutes, or takes them off.
void Shift(std::int64_t minutes, Clock* clock) {
  const int total = clock->hour * 60 + clock->minute + static_cast<int>(minutes);
  clock->hour = total / 60;
  clock->minute = total % 60;
}

// `à six heures et demie`, `neuf heures moins le quart`: `quatre heures et demie` alone is a
// duration.
void ReadShift(const LexemeReader& reader, Clock* clock) {
  const auto shift = reader.Find(clock->end, Role::kClockShift);
  if (!shift || (shift->term->number > 0 && !clock->sure)) return;
  Shift(shift->term->number, clock);
  clock->end = shift->end;
  clock->sure = true;
}

// `six heures trente`: minutes in words, with no unit of their own behind them.
void ReadSpelledMinutes(const LexemeReader& reader, Clock* clock) {
  const std::optional<Quantity> minutes = ParseQuantity(reader, clock->end);
  if (!minutes || !minutes->IsBare() || minutes->digits || minutes->power > 0) return;
  const std::int64_t minute = minutes->amount.number.ToInteger().value_or(-1);
  if (minute < 1 || minute > 59 || minutes->amount.precision != Precision::kExact) return;
  clock->minute = static_cast<int>(minute);
  clock->end = minutes->end;
  clock->sure = true;
}

// `three` of `three o'clock`, `une heure` of `une heure du matin`.
std::optional<Clock> ParseSpelled(const LexemeReader& reader, std::uint32_t at) {
  const std::optional<NumberMatch> number = ParseNumber(reader, at);
  if (!number || number->form == NumberMatch::Form::kWeak) return std::nullopt;
  const std::int64_t hour = number->amount.number.ToInteger().value_or(-1);
  if (hour < 0 || hour > 24) return std::nullopt;
  const auto hours = reader.Find(number->end, Role::kHour);
  const bool sure = hours && reader.Follows(at, Role::kClockLead) && hour > 1;
  Clock clock{static_cast<int>(hour), 0, hours ? hours->end : number->end, sure};
  if (hours) ReadShift(reader, &clock);
  if (hours && clock.end == hours->end) ReadSpelledMinutes(reader, &clock);
  return clock;
}

// Hours and minutes as they are written, before `a.m.`, `GMT` and the like.
std::optional<Clock> ParseClock(const LexemeReader& reader, std::uint32_t at) {
  if (!reader.IsNumber(at)) return ParseSpelled(reader, at);
  const int number = reader.PlainNumber(at, 4);
  if (number < 0) return ParsePointed(reader, at);
  if (reader.lexemes[at].digits == 4) return Clock{number / 100, number % 100, at + 1, false};
  if (reader.lexemes[at].digits > 2) return std::nullopt;
  if (reader.IsSign(at + 1, U':') && reader.IsGlued(at + 1) && reader.IsGlued(at + 2)) {
    const int minute = MinutesAt(reader, at + 2);
    if (minute >= 0) return Clock{number, minute, at + 3, true};
  }
  if (const auto hours = reader.Find(at + 1, Role::kHour)) {
    const int minute = MinutesAt(reader, hours->end);
    if (minute >= 0) return Clock{number, minute, hours->end + 1, true};
    Clock clock{number, 0, hours->end, reader.Follows(at, Role::kClockLead)};
    ReadShift(reader, &clock);
    return clock;
  }
  return Clock{number, 0, at + 1, false};
}

// `half past six`, `a quarter to nine`; or the hours alone.
std::optional<Clock> ParseShifted(const LexemeReader& reader, std::uint32_t at) {
  const auto lead = reader.Find(at, Role::kClockShiftLead);
  if (!lead) return ParseClock(reader, at);
  std::optional<Clock> clock = ParseClock(reader, lead->end);
  if (!clock || clock->minute != 0 || clock->hour < 1 || clock->hour > 12) return std::nullopt;
  Shift(lead->term->number, &*clock);
  clock->sure = true;
  return clock;
}

}  // namespace

std::optional<ValueMatch> ParseTime(const LexemeReader& reader, std::uint32_t at) {
  std::optional<Clock> clock = ParseShifted(reader, at);
  if (!clock) return std::nullopt;
  if (const auto half = reader.Find(reader.SkipHyphen(clock->end), Role::kMeridiem)) {
    if (clock->hour < 1 || clock->hour > 24) return std::nullopt;
    if (clock->hour <= 12) clock->hour = clock->hour % 12 + static_cast<int>(half->term->number);
    clock->end = half->end;
    clock->sure = true;
  } else if (const auto word = reader.Find(clock->end, Role::kClock)) {
    clock->end = word->end;
    clock->sure = true;
  }
  std::string offset;
  if (const auto zone = reader.Find(clock->end, Role::kZone)) {
    offset = OffsetKey(zone->term->number);
    clock->end = zone->end;
    clock->sure = true;
  }
  if (!clock->sure || !IsTime(clock->hour, clock->minute)) return std::nullopt;
  return ValueMatch{clock->end, MentionKind::kTime, TimeKey(clock->hour, clock->minute) + offset,
                    1.0F};
}

std::optional<ValueMatch> ParseScore(const LexemeReader& reader, std::uint32_t at) {
  constexpr int kMostDigits = 3;
  const int first = reader.PlainNumber(at, kMostDigits);
  const int second = reader.PlainNumber(at + 2, kMostDigits);
  const bool joined = reader.IsDash(at + 1) || reader.IsSign(at + 1, U':');
  if (first < 0 || second < 0 || !joined) return std::nullopt;
  const bool small = first < 100 && second < 100;
  const bool basketball = std::min(first, second) >= 50 && std::max(first, second) < 200;
  if (!small && !basketball) return std::nullopt;  // `787-8`
  if (!reader.IsGlued(at + 1) || !reader.IsGlued(at + 2)) return std::nullopt;
  const bool joined_more =
      reader.IsGlued(at + 3) && (reader.IsDash(at + 3) || reader.IsWord(at + 3));
  const bool joined_before = reader.IsGlued(at) && at > 0 && reader.IsDash(at - 1);
  if (joined_more || joined_before) return std::nullopt;
  return ValueMatch{at + 3, MentionKind::kCode,
                    "score:" + std::to_string(first) + "-" + std::to_string(second), 0.9F};
}

}  // namespace calque::internal
