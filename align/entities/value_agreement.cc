// How far two value keys say the same thing.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "align/entities/calendar.h"
#include "align/entities/units.h"
#include "align/entities/value_key.h"
#include "align/entities/values.h"

namespace calque::internal {
namespace {

double Distance(double a, double b) {
  const double larger = std::max(std::abs(a), std::abs(b));
  return larger == 0.0 ? 0.0 : std::abs(a - b) / larger;
}

// `1.82` and `1.8`, `1,823,400` and `1.82 million`, `81.5` and `82`; never `21` and `20`.
bool IsRounding(Decimal fine, Decimal coarse) {
  const int digits = coarse.SignificantDigits();
  if (fine.SignificantDigits() <= digits) return false;
  const bool whole_part_kept = !fine.IsInteger() && std::abs(coarse.ToDouble()) >= 10.0;
  if (digits < 2 && !whole_part_kept) return false;
  if (fine.Rounded(digits) == coarse) return true;
  const double step =
      std::pow(10.0, std::floor(std::log10(std::abs(coarse.ToDouble()))) - (digits - 1));
  const double gap = std::abs(fine.ToDouble()) - std::abs(coarse.ToDouble());
  return gap >= 0 && gap < step && !fine.IsInteger();  // cut off, not rounded
}

// One of them names a power of ten: `hundreds` holds 300.
bool IsWithinVague(const Amount& vague, const Amount& other) {
  const double low = vague.number.ToDouble();
  const double value = std::abs(other.number.ToDouble());
  if (other.precision == Precision::kVague) return Distance(low, value) < 0.01;
  return value >= low && value < low * 10.0;
}

Agreement CompareAmounts(const Amount& a, const Amount& b) {
  constexpr double kAboutTolerance = 0.2;
  if (a == b) return Agreement::kEqual;
  if (a.precision == Precision::kVague) {
    return IsWithinVague(a, b) ? Agreement::kNear : Agreement::kNone;
  }
  if (b.precision == Precision::kVague) {
    return IsWithinVague(b, a) ? Agreement::kNear : Agreement::kNone;
  }
  if (a.number == b.number) return Agreement::kNear;
  const bool about = a.precision == Precision::kAbout || b.precision == Precision::kAbout;
  const double distance = Distance(a.number.ToDouble(), b.number.ToDouble());
  if (about && distance <= kAboutTolerance) return Agreement::kNear;
  if (IsRounding(a.number, b.number) || IsRounding(b.number, a.number)) return Agreement::kNear;
  // `1.200` reads as a decimal in one language and as thousands in the other.
  if (a.number.Scaled(3) == b.number || b.number.Scaled(3) == a.number) {
    const bool decimal = !a.number.IsInteger() || !b.number.IsInteger();
    if (decimal && a.precision == b.precision) return Agreement::kNear;
  }
  const bool sign_only = a.number.Times(Decimal(-1)) == b.number;
  return sign_only ? Agreement::kNear : Agreement::kNone;
}

// `quinze jours` are two weeks, `huit jours` one: the day they begin on is counted, too.
bool IsWeeksInDays(const ValueKey& days, const Amount& days_amount, const ValueKey& weeks,
                   const Amount& weeks_amount) {
  constexpr double kMostWeeks = 2.0;
  const double count = weeks_amount.number.ToDouble();
  return days.unit == "day" && weeks.unit == "week" && count <= kMostWeeks &&
         days_amount.number.ToDouble() == 7 * count + 1;
}

// `10 miles` and `16 km`, `2 weeks` and `14 days`: equal when converted, within rounding.
Agreement CompareConverted(const ValueKey& a, const Amount& a_amount, const ValueKey& b,
                           const Amount& b_amount) {
  constexpr double kTolerance = 0.05;
  constexpr double kDegreesTolerance = 1.0;
  const bool duration = a.kind == "duration";
  if (IsWeeksInDays(a, a_amount, b, b_amount) || IsWeeksInDays(b, b_amount, a, a_amount)) {
    return Agreement::kNear;
  }
  const auto find = [&](std::string_view code) {
    return duration ? FindDurationUnit(code) : FindUnit(code);
  };
  const std::optional<Unit> a_unit = find(a.unit);
  const std::optional<Unit> b_unit = find(b.unit);
  if (!a_unit || !b_unit || a_unit->dimension != b_unit->dimension) return Agreement::kNone;
  const double a_size = a_amount.number.ToDouble() * a_unit->factor + a_unit->offset;
  const double b_size = b_amount.number.ToDouble() * b_unit->factor + b_unit->offset;
  const bool near = a_unit->offset != 0.0 || b_unit->offset != 0.0
                        ? std::abs(a_size - b_size) <= kDegreesTolerance
                        : Distance(a_size, b_size) <= kTolerance;
  return near ? Agreement::kNear : Agreement::kNone;
}

// `half` and `50 %`, `a quarter` and `0.25`.
bool IsShareOf(const ValueKey& share, const Amount& share_amount, const ValueKey& percentage,
               const Amount& percent_amount) {
  if (share.kind != "fraction" || percentage.kind != "percentage") return false;
  return Distance(share_amount.number.ToDouble() * 100, percent_amount.number.ToDouble()) < 0.03;
}

// `7.5m` is millions of voters, or metres.
bool IsMillionOfMetre(const ValueKey& number, const Amount& number_amount, const ValueKey& measure,
                      const Amount& measure_amount) {
  return number.kind == "number" && measure.unit == "m" &&
         measure_amount.number.Scaled(6) == number_amount.number;
}

// `three quarters` of a year and `trois trimestres`, `one in four` and `un quart`.
bool IsPartOfFraction(const ValueKey& number, const ValueKey& fraction) {
  if (number.kind != "number" || fraction.kind != "fraction") return false;
  const std::size_t slash = fraction.value.find('/');
  const std::string_view numerator = fraction.value.substr(0, slash);
  return numerator == number.value ||
         (numerator == "1" && fraction.value.substr(slash + 1) == number.value);
}

Agreement CompareQuantities(const ValueKey& a, const ValueKey& b) {
  const std::optional<Amount> a_amount = AmountOf(a);
  const std::optional<Amount> b_amount = AmountOf(b);
  if (!a_amount || !b_amount) return Agreement::kNone;
  if (a.kind == "fraction" && b.kind == "fraction") {
    return a.value == b.value ? Agreement::kEqual : Agreement::kNone;  // `2/3` is not about `3/4`
  }
  const Agreement amounts = CompareAmounts(*a_amount, *b_amount);
  if (a.kind == b.kind && a.unit == b.unit) {
    // No verb says that degrees are below zero, as one says that a share fell.
    const bool sign = a.kind == "measure" && a_amount->number.ToDouble() < 0.0;
    const bool other_sign = b.kind == "measure" && b_amount->number.ToDouble() < 0.0;
    return sign == other_sign ? amounts : Agreement::kNone;
  }
  if (IsPartOfFraction(a, b) || IsPartOfFraction(b, a)) return Agreement::kNear;
  if (IsMillionOfMetre(a, *a_amount, b, *b_amount) ||
      IsMillionOfMetre(b, *b_amount, a, *a_amount)) {
    return Agreement::kNear;
  }
  if (IsShareOf(a, *a_amount, b, *b_amount) || IsShareOf(b, *b_amount, a, *a_amount)) {
    return Agreement::kNear;
  }
  if (a.kind == b.kind) {
    const Agreement converted = CompareConverted(a, *a_amount, b, *b_amount);
    if (converted != Agreement::kNone) return converted;
  }
  if (amounts == Agreement::kNone) return amounts;
  static constexpr std::array<std::string_view, 4> kUnitless = {"number", "fraction", "multiple",
                                                                "ordinal"};
  const auto is_unitless = [](const ValueKey& key) {
    return std::find(kUnitless.begin(), kUnitless.end(), key.kind) != kUnitless.end();
  };
  return is_unitless(a) || is_unitless(b) ? Agreement::kNear : Agreement::kAmount;
}

// Parts that both dates give are equal, and there is one.
bool IsSameDate(const PartialDate& a, const PartialDate& b) {
  const auto fits = [](int one, int other) { return one == 0 || other == 0 || one == other; };
  const bool share = (a.year != 0 && b.year != 0) || (a.month != 0 && b.month != 0);
  return share && fits(a.year, b.year) && fits(a.month, b.month) && fits(a.day, b.day);
}

// `date:2012` is also the number 2012, `date:--05-12` may be found as 12 elsewhere.
bool IsNumberOfDate(const ValueKey& number, const PartialDate& date) {
  const std::optional<Amount> amount = AmountOf(number);
  if (!amount || !amount->number.IsInteger()) return false;
  const std::int64_t value = amount->number.ToInteger().value_or(-1);
  return value == (date.day != 0 ? date.day : date.year);
}

int MinutesOf(std::string_view time) {
  if (time.size() < 5) return -1;
  return std::atoi(std::string(time.substr(0, 2)).c_str()) * 60 +
         std::atoi(std::string(time.substr(3, 2)).c_str());
}

// Minutes east of Greenwich of `14:30+02:00`; no value where the time names no zone.
std::optional<int> OffsetOf(std::string_view time) {
  if (time.size() < 11) return std::nullopt;
  const int offset = MinutesOf(time.substr(6));
  return time[5] == '-' ? -offset : offset;
}

// Equal clocks, clocks twelve hours apart (`at 3` in the afternoon), one moment in two zones, or a
// whole number of hours apart where one of them names no zone.
bool IsSameTime(std::string_view a, std::string_view b) {
  constexpr int kHalfDay = 12 * 60;
  const std::optional<int> a_offset = OffsetOf(a);
  const std::optional<int> b_offset = OffsetOf(b);
  const int apart = MinutesOf(a) - MinutesOf(b);
  if (a_offset && b_offset) return (apart - *a_offset + *b_offset) % (2 * kHalfDay) == 0;
  return apart % kHalfDay == 0;
}

bool IsHoursOfTime(const ValueKey& quantity, std::string_view time) {
  const std::optional<Amount> amount = AmountOf(quantity);
  if (!amount) return false;
  const int minutes = MinutesOf(time);
  const double value = amount->number.ToDouble();
  if (quantity.kind == "duration" && quantity.unit == "minute") return value == minutes;
  if (quantity.kind == "duration" && quantity.unit == "second") {
    return minutes * 60 <= value && value < (minutes + 1) * 60;  // `2 h 04 min 15 sec` and `2h04`
  }
  if (quantity.kind == "duration" && quantity.unit != "hour") return false;
  const double hours = minutes / 60.0;
  const int clock = minutes / 60 * 100 + minutes % 60;  // 1430
  return value == hours || value + 12 == hours || value == clock;
}

// `fin XIXème` for the end of the 19th century, `date:18XX`.
bool IsOrdinalOfCentury(const ValueKey& ordinal, const ValueKey& date) {
  if (ordinal.kind != "ordinal" || date.kind != "date" || !date.value.ends_with("XX")) return false;
  const std::optional<Decimal> years = Decimal::FromString(date.value.substr(0, 2));
  return years && years->Plus(Decimal(1)) == Decimal::FromString(ordinal.value);
}

Agreement CompareDifferentKinds(const ValueKey& a, const ValueKey& b) {
  if (const std::optional<PartialDate> date = DateOf(a)) {
    return IsNumberOfDate(b, *date) ? Agreement::kNear : Agreement::kNone;
  }
  if (a.kind == "time") {
    return IsHoursOfTime(b, a.value) ? Agreement::kNear : Agreement::kNone;
  }
  if (IsOrdinalOfCentury(a, b) || IsOrdinalOfCentury(b, a)) return Agreement::kNear;
  if (a.kind == "score" || b.kind == "score") {
    return Agreement::kNone;  // ComponentsOf gives what may be compared
  }
  return CompareQuantities(a, b);
}

}  // namespace

Agreement CompareValues(std::string_view key, std::string_view other_key,
                        const std::optional<Date>& reference) {
  if (key == other_key) return Agreement::kEqual;
  const std::optional<ValueKey> a = SplitKey(key);
  const std::optional<ValueKey> b = SplitKey(other_key);
  if (!a || !b) return Agreement::kNone;
  if (reference && IsSameDay(*a, *b, *reference)) return Agreement::kNear;
  const std::optional<PartialDate> a_date = DateOf(*a);
  const std::optional<PartialDate> b_date = DateOf(*b);
  if (a_date && b_date) {
    return IsSameDate(*a_date, *b_date) ? Agreement::kNear : Agreement::kNone;
  }
  if (a->kind == "time" && b->kind == "time") {
    return IsSameTime(a->value, b->value) ? Agreement::kNear : Agreement::kNone;
  }
  if (b_date || b->kind == "time") return CompareDifferentKinds(*b, *a);
  return CompareDifferentKinds(*a, *b);
}

bool ValuesAgree(std::string_view key, std::string_view other_key,
                 const std::optional<Date>& reference) {
  return CompareValues(key, other_key, reference) >= Agreement::kNear;
}

bool IsValueKey(std::string_view key) { return SplitKey(key).has_value(); }

std::vector<std::string> ComponentsOf(std::string_view key) {
  const std::optional<ValueKey> split = SplitKey(key);
  if (!split || split->kind != "score") return {std::string(key)};
  const std::size_t dash = split->value.find('-');
  if (dash == std::string_view::npos) return {std::string(key)};
  return {"number:" + std::string(split->value.substr(0, dash)),
          "number:" + std::string(split->value.substr(dash + 1))};
}

bool IsConversion(std::string_view text, const std::vector<Mention>& values, std::size_t index) {
  if (index == 0 || index >= values.size()) return false;
  const Mention& before = values[index - 1];
  const Mention& value = values[index];
  const std::string_view gap = text.substr(before.span.end, value.span.begin - before.span.end);
  const std::optional<ValueKey> first = SplitKey(before.key);
  const std::optional<ValueKey> second = SplitKey(value.key);
  // The unit of the first may be a word with another sense, `95 millions de livres`.
  const auto converts = [](const std::optional<ValueKey>& key, bool unit) {
    return key &&
           (key->kind == "money" || key->kind == "measure" || (!unit && key->kind == "number"));
  };
  const bool amounts = converts(first, false) && converts(second, true);
  if (!amounts || first->unit == second->unit) return false;
  return gap.find('(') != std::string_view::npos && gap.find(')') == std::string_view::npos &&
         gap.find('\n') == std::string_view::npos;
}

}  // namespace calque::internal
