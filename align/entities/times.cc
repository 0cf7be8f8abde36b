#include "align/entities/times.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "align/base/iso_date.h"
#include "align/entities/numbers.h"
#include "align/entities/quantities.h"

namespace calque::internal {
namespace {

constexpr int kHalfDay = 12;  // hours

struct Clock {
  int hour = 0;
  int minute = 0;
  std::uint32_t end = 0;
  bool sure = false;    // cannot be anything but a time of day
  bool either = false;  // of a clock of twelve hours that does not say which half of the day
};

// A clock with what stands behind it.
struct TimeReading {
  Clock clock;
  std::optional<int> half;  // hours that `a.m.`, `p.m.` add
  std::string offset;       // from Greenwich, as in a key; empty where no zone is named
};

std::string TimeKey(const TimeReading& time) {
  return std::string("time:") + (time.clock.either ? "~" : "") + TwoDigits(time.clock.hour) + ":" +
         TwoDigits(time.clock.minute) + time.offset;
}

std::string OffsetKey(std::int64_t minutes) {
  const int size = std::abs(static_cast<int>(minutes));
  return (minutes < 0 ? "-" : "+") + TwoDigits(size / 60) + ":" + TwoDigits(size % 60);
}

bool IsTime(const Clock& clock) {
  return clock.hour >= 0 && clock.hour < 2 * kHalfDay && clock.minute >= 0 && clock.minute < 60;
}

// Whether an hour may be one of a clock of twelve; `03` is not.
bool MayBeEither(int hour, std::size_t digits) {
  return hour >= 1 && hour <= kHalfDay && (digits == 1 || hour >= 10);
}

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
  return Clock{hour, minute, hours ? hours->end : at + 1, hours.has_value(),
               MayBeEither(hour, point)};
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
  Clock clock{.hour = static_cast<int>(hour),
              .end = hours ? hours->end : number->end,
              .sure = sure,
              .either = MayBeEither(static_cast<int>(hour), 1)};
  if (hours) ReadShift(reader, &clock);
  if (hours && clock.end == hours->end) ReadSpelledMinutes(reader, &clock);
  return clock;
}

// Hours and minutes as they are written, before `a.m.`, `GMT` and the like. `3h` is of a clock of
// 24 hours, `3 heures` of either.
std::optional<Clock> ParseClock(const LexemeReader& reader, std::uint32_t at) {
  if (!reader.IsNumber(at)) return ParseSpelled(reader, at);
  const int number = reader.PlainNumber(at, 4);
  if (number < 0) return ParsePointed(reader, at);
  const std::uint8_t digits = reader.lexemes[at].digits;
  if (digits == 4) return Clock{number / 100, number % 100, at + 1};
  if (digits > 2) return std::nullopt;
  const bool either = MayBeEither(number, digits);
  if (reader.IsSign(at + 1, U':') && reader.IsGlued(at + 1) && reader.IsGlued(at + 2)) {
    const int minute = MinutesAt(reader, at + 2);
    if (minute >= 0)
      return Clock{.hour = number, .minute = minute, .end = at + 3, .sure = true, .either = either};
  }
  if (const auto hours = reader.Find(at + 1, Role::kHour)) {
    const bool symbol = reader.TextOf(at + 1).size() == 1;
    const int minute = MinutesAt(reader, hours->end);
    if (minute >= 0)
      return Clock{.hour = number,
                   .minute = minute,
                   .end = hours->end + 1,
                   .sure = true,
                   .either = either && !symbol};
    Clock clock{.hour = number,
                .end = hours->end,
                .sure = reader.Follows(at, Role::kClockLead),
                .either = either && !symbol};
    ReadShift(reader, &clock);
    return clock;
  }
  return Clock{.hour = number, .end = at + 1, .either = either};
}

// `half past six`, `a quarter to nine`; or the hours alone.
std::optional<Clock> ParseShifted(const LexemeReader& reader, std::uint32_t at) {
  const auto lead = reader.Find(at, Role::kClockShiftLead);
  if (!lead) return ParseClock(reader, at);
  std::optional<Clock> clock = ParseClock(reader, lead->end);
  if (!clock || clock->minute != 0 || clock->hour < 1 || clock->hour > kHalfDay) {
    return std::nullopt;
  }
  Shift(lead->term->number, &*clock);
  clock->sure = true;
  return clock;
}

// The zone behind a clock: `GMT`, `, heure de Paris`, `(Paris time)`.
void ReadZone(const LexemeReader& reader, TimeReading* time) {
  std::uint32_t at = time->clock.end;
  const bool bracket = reader.IsSign(at, U'(');
  if (bracket || reader.IsSign(at, U',')) ++at;
  const auto fixed = reader.Find(at, Role::kZone);
  const auto zone = fixed ? fixed : reader.Find(at, Role::kSummerZone);
  if (!zone || (bracket && !reader.IsSign(zone->end, U')'))) return;
  time->offset = OffsetKey(zone->term->number) + (fixed ? "" : "~");
  time->clock.end = zone->end + (bracket ? 1 : 0);
  time->clock.sure = true;
  time->clock.either = false;
}

std::optional<TimeReading> ReadTime(const LexemeReader& reader, std::uint32_t at) {
  const std::optional<Clock> clock = ParseShifted(reader, at);
  if (!clock) return std::nullopt;
  TimeReading time{*clock, std::nullopt, {}};
  if (const auto half = reader.Find(reader.SkipHyphen(clock->end), Role::kMeridiem)) {
    if (clock->hour < 1 || clock->hour > 2 * kHalfDay) return std::nullopt;
    time.clock.end = half->end;
    time.clock.sure = true;
    if (clock->hour <= kHalfDay) time.half = static_cast<int>(half->term->number);
  } else if (const auto word = reader.Find(clock->end, Role::kClock)) {
    time.clock.end = word->end;
    time.clock.sure = true;
  }
  ReadZone(reader, &time);
  return time;
}

// `9` of `9 to 11 a.m.`, `1400` of `1400-1600 GMT`: what stands behind the end of a range holds for
// its start, `a.m.` only where the hours go up.
void ShareRange(const LexemeReader& reader, TimeReading* time) {
  if (time->half || !time->offset.empty()) return;
  std::uint32_t next = time->clock.end;
  const auto range = reader.Find(next, Role::kRange);
  if (!range && !reader.IsDash(next)) return;
  next = range ? range->end : next + 1;
  const std::optional<TimeReading> end = ReadTime(reader, next);
  if (!end || (!end->half && end->offset.empty())) return;
  time->offset = end->offset;
  time->clock.sure = true;
  const bool up = time->clock.hour % kHalfDay < end->clock.hour % kHalfDay;
  if (end->half && time->clock.either && up) time->half = end->half;
  if (!end->half) time->clock.either = false;
}

}  // namespace

std::optional<ValueMatch> ParseTime(const LexemeReader& reader, std::uint32_t at) {
  std::optional<TimeReading> time = ReadTime(reader, at);
  if (!time) return std::nullopt;
  ShareRange(reader, &*time);
  Clock& clock = time->clock;
  if (time->half) {
    clock.hour = clock.hour % kHalfDay + *time->half;
    clock.either = false;
  }
  if (!clock.sure || !IsTime(clock)) return std::nullopt;
  return ValueMatch{clock.end, MentionKind::kTime, TimeKey(*time), 1.0F};
}

}  // namespace calque::internal
