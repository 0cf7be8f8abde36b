#include "align/entities/conversion.h"

#include <algorithm>
#include <cmath>

#include "align/entities/currencies.h"
#include "align/entities/time_agreement.h"
#include "align/entities/units.h"

namespace calque::internal {

double Distance(double a, double b) {
  const double larger = std::max(std::abs(a), std::abs(b));
  return larger == 0.0 ? 0.0 : std::abs(a - b) / larger;
}

namespace {

// `quinze jours` are two weeks, `huit jours` one: the day they begin on is counted, too.
bool IsWeeksInDays(const ValueKey& days, const Amount& days_amount, const ValueKey& weeks,
                   const Amount& weeks_amount) {
  constexpr double kMostWeeks = 2.0;
  const double count = weeks_amount.number.ToDouble();
  return days.unit == "day" && weeks.unit == "week" && count <= kMostWeeks &&
         days_amount.number.ToDouble() == 7 * count + 1;
}

// A round number of pounds as half as many kilograms, as bombs are counted.
bool IsHalfOfPounds(const ValueKey& pounds, const Amount& pounds_amount, const ValueKey& kilograms,
                    const Amount& kilograms_amount) {
  constexpr int kMostDigits = 2;
  return pounds.unit == "lb" && kilograms.unit == "kg" &&
         pounds_amount.number.SignificantDigits() <= kMostDigits &&
         pounds_amount.number == kilograms_amount.number.Times(Decimal(2));
}

// How far a conversion may be off, by the fewer digits of the two: `10 miles` are `16 km`, `29,032
// feet` no more than a few metres from `8.849 m`.
double ToleranceOf(const Amount& a, const Amount& b) {
  constexpr double kLeast = 0.005;
  constexpr double kMost = 0.05;
  const int digits = std::min(a.number.SignificantDigits(), b.number.SignificantDigits());
  return std::clamp(std::pow(10.0, 1 - digits), kLeast, kMost);
}

// `2,735 km` may mean thousands, whatever the language.
constexpr double kThousand = 1000.0;
bool HasThreeDecimals(const Amount& amount) {
  return !amount.number.IsInteger() && amount.number.Scaled(3).IsInteger() &&
         !amount.number.Scaled(2).IsInteger();
}

// Whether some rate of the past decades makes the one amount of money the other.
bool MayBeExchanged(const ValueKey& a, const ValueKey& b) {
  constexpr double kSlack = 1.1;  // of rounded amounts
  const std::optional<Amount> ours = AmountOf(a);
  const std::optional<Amount> theirs = AmountOf(b);
  if (!ours || !theirs) return false;
  const double amount = ours->number.ToDouble();
  const double other = theirs->number.ToDouble();
  if (amount <= 0.0 || other <= 0.0) return false;
  const CurrencyWorth worth = WorthOf(a.unit);
  const CurrencyWorth other_worth = WorthOf(b.unit);
  return amount * worth.most * kSlack >= other * other_worth.least &&
         amount * worth.least <= other * other_worth.most * kSlack;
}

// `1.5 million tonnes (1.65 million tons)`: who says `tons` may mean short ones.
bool AreTonsOfTwoKinds(const ValueKey& a, const ValueKey& b) {
  constexpr double kShortTons = 1.10231131;  // a tonne
  constexpr double kTolerance = 0.005;
  const std::optional<Amount> ours = AmountOf(a);
  const std::optional<Amount> theirs = AmountOf(b);
  if (!ours || !theirs || a.unit != "t" || b.unit != "t") return false;
  const double amount = ours->number.ToDouble();
  const double other = theirs->number.ToDouble();
  return Distance(std::min(amount, other) * kShortTons, std::max(amount, other)) <= kTolerance;
}

// Whether it counts something of a unit that others are converted into.
bool Counts(const ValueKey& key) { return key.kind == "money" || key.kind == "measure"; }

}  // namespace

Agreement CompareConverted(const ValueKey& a, const ValueKey& b) {
  constexpr double kDegreesTolerance = 1.0;
  const Amount a_amount = AmountOf(a).value_or(Amount{});
  const Amount b_amount = AmountOf(b).value_or(Amount{});
  const bool duration = a.kind == "duration";
  if (IsWeeksInDays(a, a_amount, b, b_amount) || IsWeeksInDays(b, b_amount, a, a_amount)) {
    return Agreement::kNear;
  }
  if (IsHalfOfPounds(a, a_amount, b, b_amount) || IsHalfOfPounds(b, b_amount, a, a_amount)) {
    return Agreement::kNear;
  }
  const auto find = [&](std::string_view code) {
    return duration ? FindDurationUnit(code) : FindUnit(code);
  };
  const std::optional<MeasuringUnit> a_unit = find(a.unit);
  const std::optional<MeasuringUnit> b_unit = find(b.unit);
  if (!a_unit || !b_unit || a_unit->dimension != b_unit->dimension) return Agreement::kNone;
  const double a_size = a_amount.number.ToDouble() * a_unit->factor + a_unit->offset;
  const double b_size = b_amount.number.ToDouble() * b_unit->factor + b_unit->offset;
  const bool degrees = a_unit->offset != 0.0 || b_unit->offset != 0.0;
  const auto is_near = [&](double ours, double theirs) {
    return degrees ? std::abs(ours - theirs) <= kDegreesTolerance
                   : Distance(ours, theirs) <= ToleranceOf(a_amount, b_amount);
  };
  const bool near = is_near(a_size, b_size) ||
                    (HasThreeDecimals(a_amount) && is_near(a_size * kThousand, b_size)) ||
                    (HasThreeDecimals(b_amount) && is_near(a_size, b_size * kThousand));
  return near ? Agreement::kNear : Agreement::kNone;
}

bool MayBeConverted(std::string_view key, std::string_view other_key) {
  const std::optional<ValueKey> a = SplitKey(key);
  const std::optional<ValueKey> b = SplitKey(other_key);
  if (!a || !b) return false;
  if (a->kind == "time" && b->kind == "time") {
    return IsSameMoment(TimeOf(a->value), TimeOf(b->value));
  }
  if (MayBeOneCurrency(a->unit, b->unit)) return false;
  if (a->kind == "money" && b->kind == "money") return MayBeExchanged(*a, *b);
  return Counts(*a) && Counts(*b) && ValuesAgree(key, other_key);
}

bool StandsAsConversion(std::string_view text, std::span<const Mention> values, std::size_t index) {
  if (index == 0 || index >= values.size()) return false;
  const Mention& before = values[index - 1];
  const Mention& value = values[index];
  const std::optional<ValueKey> first = SplitKey(before.key);
  const std::optional<ValueKey> second = SplitKey(value.key);
  if (!first || !second) return false;
  const bool times = first->kind == "time" && second->kind == "time";
  const bool amounts = (Counts(*first) || first->kind == "number") && Counts(*second);
  const bool differ = first->unit != second->unit || AreTonsOfTwoKinds(*first, *second);
  if (!times && (!amounts || !differ)) return false;
  const std::string_view gap = text.substr(before.span.end, value.span.begin - before.span.end);
  if (gap.find_first_of(")\n") != std::string_view::npos) return false;
  // `(430 millions de dollars, 370 millions d'euros)`: one conversion behind another.
  return gap.find('(') != std::string_view::npos || StandsAsConversion(text, values, index - 1);
}

bool IsConversion(std::string_view text, std::span<const Mention> values, std::size_t index) {
  if (!StandsAsConversion(text, values, index)) return false;
  // The unit of the first may be a word with another sense, `95 millions de livres`; of two that
  // have one unit no others stand so.
  return SplitKey(values[index - 1].key)->unit == SplitKey(values[index].key)->unit ||
         values[index - 1].key.starts_with("number:") ||
         MayBeConverted(values[index - 1].key, values[index].key);
}

}  // namespace calque::internal
