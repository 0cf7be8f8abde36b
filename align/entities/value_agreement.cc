// How far two value keys say the same thing.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "align/entities/calendar.h"
#include "align/entities/conversion.h"
#include "align/entities/currencies.h"
#include "align/entities/time_agreement.h"
#include "align/entities/units.h"
#include "align/entities/value_key.h"
#include "align/entities/values.h"
#include "align/entities/year_part.h"

namespace calque::internal {
namespace {

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

// One of them names a power of ten: `hundreds` holds 300, `billions` also tens of them.
bool IsWithinVague(const Amount& vague, const Amount& other) {
  constexpr double kSame = 0.01;
  const double low = vague.number.ToDouble();
  const double value = std::abs(other.number.ToDouble());
  if (other.precision == Precision::kVague) {
    const bool scale = std::lround(std::log10(low)) % 3 == 0;
    return Distance(low, value) < kSame || (scale && Distance(low * 10.0, value) < kSame);
  }
  return value >= low && value < low * 10.0;
}

Agreement CompareAmounts(const Amount& a, const Amount& b) {
  constexpr double kAboutTolerance = 0.2;
  if (a == b) return Agreement::kEqual;
  if (a.precision == Precision::kVague) {
    const bool holds = IsWithinVague(a, b) || (a.precision == b.precision && IsWithinVague(b, a));
    return holds ? Agreement::kNear : Agreement::kNone;
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
  return a.number.Negated() == b.number ? Agreement::kNear : Agreement::kNone;
}

// `half` and `50 %`, `a quarter` and `0.25`.
bool IsShareOf(const ValueKey& share, const Amount& share_amount, const ValueKey& percentage,
               const Amount& percent_amount) {
  if (share.kind != "fraction" || percentage.kind != "percentage") return false;
  return Distance(share_amount.number.ToDouble() * 100, percent_amount.number.ToDouble()) < 0.03;
}

// `deux fois moins` is half, or `50 %` less; what has doubled has grown by `100 %`.
bool IsMultipleOf(const ValueKey& multiple, const ValueKey& share) {
  constexpr std::string_view kTwice = "2";
  if (multiple.kind != "multiple") return false;
  if (share.kind == "fraction") return share.value == "1/" + std::string(multiple.value);
  return share.kind == "percentage" && multiple.value == kTwice &&
         (share.value == "50" || share.value == "100");
}

// `7.5m` is millions of voters, or metres.
bool IsMillionOfMetre(const ValueKey& number, const Amount& number_amount, const ValueKey& measure,
                      const Amount& measure_amount) {
  return number.kind == "number" && measure.unit == "m" &&
         measure_amount.number.Scaled(6) == number_amount.number;
}

// `50 milles soldats` are misspelt thousands, or miles.
bool IsThousandOfMile(const Amount& amount, const ValueKey& measure, const Amount& measure_amount) {
  return measure.kind == "measure" && measure.unit == "mi" &&
         measure_amount.number.Scaled(3) == amount.number;
}

// `six out of ten` and `three fifths`.
bool IsSameFraction(const ValueKey& a, const ValueKey& b) {
  const std::optional<FractionParts> ours = FractionOf(a);
  const std::optional<FractionParts> theirs = FractionOf(b);
  return ours && theirs &&
         std::int64_t{ours->numerator} * theirs->denominator ==
             std::int64_t{theirs->numerator} * ours->denominator;
}

// `three quarters` of a year and `trois trimestres`, `one in four` and `un quart`.
bool IsPartOfFraction(const ValueKey& number, const ValueKey& fraction) {
  if (number.kind != "number" || fraction.kind != "fraction") return false;
  const std::size_t slash = fraction.value.find('/');
  const std::string_view numerator = fraction.value.substr(0, slash);
  return numerator == number.value ||
         (numerator == "1" && fraction.value.substr(slash + 1) == number.value);
}

// `three quarters` and `neuf mois`.
bool IsQuartersOfYear(const ValueKey& fraction, const ValueKey& duration) {
  if (fraction.kind != "fraction" || duration.unit != "month") return false;
  const std::optional<FractionParts> parts = FractionOf(fraction);
  const std::optional<Amount> amount = AmountOf(duration);
  return parts && amount && 4 % parts->denominator == 0 &&
         amount->number ==
             Decimal(std::int64_t{kMonthsOfYear} * parts->numerator / parts->denominator);
}

// `220 pounds` are a weight, or money.
bool IsPoundsOfWeight(const ValueKey& money, const ValueKey& weight) {
  if (money.kind != "money" || money.unit != "GBP" || weight.kind != "measure") return false;
  // `hundreds of pounds` are `des centaines de kilos`, roughly.
  const std::optional<Amount> amount = AmountOf(weight);
  const bool vague =
      amount && amount->precision == Precision::kVague && money.value == weight.value;
  if (vague) return FindUnit(weight.unit) && FindUnit(weight.unit)->dimension == "mass";
  return CompareConverted({"measure", money.value, "lb"}, weight) != Agreement::kNone;
}

Agreement CompareQuantities(const ValueKey& a, const ValueKey& b) {
  const std::optional<Amount> a_amount = AmountOf(a);
  const std::optional<Amount> b_amount = AmountOf(b);
  if (!a_amount || !b_amount) return Agreement::kNone;
  if (a.kind == "fraction" && b.kind == "fraction") {  // `2/3` is not about `3/4`
    return IsSameFraction(a, b) ? Agreement::kEqual : Agreement::kNone;
  }
  const Agreement amounts = CompareAmounts(*a_amount, *b_amount);
  if (a.kind == b.kind && MayBeOneCurrency(a.unit, b.unit)) {
    // No verb says that degrees are below zero, as one says that a share fell.
    const bool sign = a.kind == "measure" && a_amount->number.ToDouble() < 0.0;
    const bool other_sign = b.kind == "measure" && b_amount->number.ToDouble() < 0.0;
    return sign == other_sign ? amounts : Agreement::kNone;
  }
  if (IsPartOfFraction(a, b) || IsPartOfFraction(b, a)) return Agreement::kNear;
  if (IsQuartersOfYear(a, b) || IsQuartersOfYear(b, a)) return Agreement::kNear;
  if (IsMillionOfMetre(a, *a_amount, b, *b_amount) ||
      IsMillionOfMetre(b, *b_amount, a, *a_amount)) {
    return Agreement::kNear;
  }
  if (IsThousandOfMile(*a_amount, b, *b_amount) || IsThousandOfMile(*b_amount, a, *a_amount)) {
    return Agreement::kNear;
  }
  if (IsPoundsOfWeight(a, b) || IsPoundsOfWeight(b, a)) return Agreement::kNear;
  if (IsMultipleOf(a, b) || IsMultipleOf(b, a)) return Agreement::kNear;
  if (IsShareOf(a, *a_amount, b, *b_amount) || IsShareOf(b, *b_amount, a, *a_amount)) {
    return Agreement::kNear;
  }
  if (a.kind == b.kind) {
    const Agreement converted = CompareConverted(a, b);
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
  return value > 0 && value == (date.day != 0 ? date.day : date.year);
}

// `fin XIXème` for the end of the 19th century, `date:18XX`.
bool IsOrdinalOfCentury(const ValueKey& ordinal, const ValueKey& date) {
  if (ordinal.kind != "ordinal" || date.kind != "date" || !date.value.ends_with("XX")) return false;
  const std::optional<Decimal> years = Decimal::FromString(date.value.substr(0, 2));
  return years && years->Plus(Decimal(1)) == Decimal::FromString(ordinal.value);
}

// `first` of a quarter or half of a year, which some language has no word for here.
bool IsOrdinalOfYearPart(const ValueKey& ordinal, const PartialDate& date) {
  const std::optional<YearPart> part = YearPartOf(date.month);
  return part && ordinal.kind == "ordinal" && ordinal.value == std::to_string(part->index + 1);
}

// A desk gives the site for the page.
bool IsSiteOfPage(const ValueKey& site, const ValueKey& page) {
  return site.kind == "url" && page.kind == "url" && page.value.starts_with(site.value);
}

// `Stuttgart 21` is `S21`, `depuis1993` lacks a blank, `JO-92` are those of 1992.
bool IsNumberOfCode(const ValueKey& number, const ValueKey& code) {
  if ((number.kind != "number" && number.kind != "date") || code.kind != "code") return false;
  const std::size_t letters = code.value.find_first_of("0123456789");
  if (letters == std::string_view::npos) return false;
  const std::string_view digits = code.value.substr(letters);
  const bool year = number.kind == "date" && number.value.size() == 4 && digits.size() == 2;
  return digits == (year ? number.value.substr(2) : number.value);
}

Agreement CompareDifferentKinds(const ValueKey& a, const ValueKey& b) {
  if (IsSiteOfPage(a, b) || IsSiteOfPage(b, a)) return Agreement::kNear;
  if (IsNumberOfCode(a, b) || IsNumberOfCode(b, a)) return Agreement::kNear;
  if (const std::optional<PartialDate> date = DateOf(a)) {
    if (IsOrdinalOfYearPart(b, *date)) return Agreement::kNear;
    return IsNumberOfDate(b, *date) ? Agreement::kNear : Agreement::kNone;
  }
  if (a.kind == "time") {
    return IsHoursOfTime(b, TimeOf(a.value)) ? Agreement::kNear : Agreement::kNone;
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
    return IsSameTime(TimeOf(a->value), TimeOf(b->value)) ? Agreement::kNear : Agreement::kNone;
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

}  // namespace calque::internal
