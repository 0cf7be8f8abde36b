#include "align/fidelity/value_facts.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/entities/currencies.h"
#include "align/entities/value_key.h"
#include "align/entities/year_part.h"
#include "align/fidelity/form.h"

namespace calque::internal {
namespace {

constexpr double kSmall = 3;
constexpr float kFaint = 0.5F;     // probability of mentions
constexpr float kMisprint = 0.6F;  // a year of which one digit is wrong may be no year any more

bool IsAmountKind(std::string_view kind) {
  static constexpr std::string_view kKinds[] = {"number",   "fraction",   "multiple",
                                                "ordinal",  "money",      "measure",
                                                "duration", "percentage", "score"};
  return std::find(std::begin(kKinds), std::end(kKinds), kind) != std::end(kKinds);
}
bool IsCalendarKind(std::string_view kind) {
  return kind == "date" || kind == "weekday" || kind == "relative";
}

bool IsBareMonth(const std::optional<PartialDate>& date) {
  return date && date->month != 0 && date->year == 0 && date->day == 0;
}

std::optional<double> AmountOf(std::string_view text) {
  if (text.starts_with('~')) text.remove_prefix(1);
  double amount = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return amount;
}

bool SameAmount(double a, double b) {
  constexpr double kTolerance = 1e-6;
  return std::abs(a - b) <= kTolerance * std::max(std::abs(a), std::abs(b));
}

std::string_view FigureOf(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t begin = std::min(text.find_first_of(kDigits), text.size());
  const std::string_view rest = text.substr(begin);
  const std::string_view run = rest.substr(0, rest.find_first_not_of("0123456789.,"));
  return run.substr(0, run.find_last_of(kDigits) + 1);
}

bool IsOfOneUnit(const ValueFacts& a, const ValueFacts& b) {
  return a.kind == b.kind && a.unit == b.unit;
}

// Whether the amounts differ by a thousand, a million, …
bool DiffersInScale(double a, double b) {
  if (a <= 0 || b <= 0 || SameAmount(a, b)) return false;
  constexpr double kStep = 3;
  const double thousands = std::log10(a / b) / kStep;
  return std::abs(thousands - std::round(thousands)) < 1e-6;
}

}  // namespace

ValueFacts FactsOf(const Mention& mention, std::string_view text) {
  ValueFacts facts;
  const ValueKey key = SplitKey(mention.key).value_or(ValueKey());
  facts.kind = key.kind;
  if (IsAmountKind(key.kind)) {
    facts.unit = key.unit;
    facts.amount = AmountOf(key.value);
    facts.fuzzy = key.value.starts_with('~') || key.kind == "fraction" || key.kind == "multiple";
  }
  facts.vague = facts.amount && key.value.starts_with('~') && key.value.ends_with('s');
  facts.small = facts.amount && *facts.amount <= kSmall;
  for (const char c : mention.span.In(text)) {
    if (IsAsciiDigit(c)) facts.digits_text += c;
  }
  facts.figure = FigureOf(mention.span.In(text));
  facts.digit_count = static_cast<int>(facts.digits_text.size());
  facts.digits = facts.digit_count > 0;
  facts.faint = !facts.digits && mention.probability <= kFaint && key.kind != "fraction";
  const std::optional<PartialDate> date = DateOf(key);
  facts.month = !facts.digits && IsBareMonth(date);
  facts.year_part = date && YearPartOf(date->month);
  facts.spells_month =
      date && date->month != 0 && std::ranges::any_of(mention.span.In(text), IsAsciiLetter);
  return facts;
}

bool OpensCompound(std::string_view text, ByteSpan value) {
  return value.end + 1 < text.size() && text[value.end] == '-' &&
         IsLetter(DecodeAt(text, value.end + 1).value);
}

bool Comparable(const ValueFacts& a, const ValueFacts& b) {
  const auto is_other_word = [&](const ValueFacts& word, const ValueFacts& figure) {
    return word.faint && figure.digits && (word.kind == "number" || !IsOfOneUnit(a, b));
  };
  if (is_other_word(a, b) || is_other_word(b, a)) return false;
  return a.kind == b.kind || (IsAmountKind(a.kind) && IsAmountKind(b.kind)) ||
         (IsCalendarKind(a.kind) && IsCalendarKind(b.kind)) || LooksMisprinted(a, b) ||
         AreMonthsOfYear(a, b);
}

bool AreOfOneKind(const ValueFacts& a, const ValueFacts& b) {
  const auto are = [&](std::string_view one, std::string_view other) {
    return (a.kind == one && b.kind == other) || (a.kind == other && b.kind == one);
  };
  return a.kind == b.kind || are("multiple", "number") || are("fraction", "percentage") ||
         AreMonthsOfYear(a, b);
}

bool AreMonthsOfYear(const ValueFacts& a, const ValueFacts& b) {
  const auto fits = [](const ValueFacts& months, const ValueFacts& part) {
    return part.year_part && months.kind == "duration" && months.unit == "month";
  };
  return fits(a, b) || fits(b, a);
}

float DigitSimilarity(const ValueFacts& a, const ValueFacts& b) {
  if (!a.digits || !b.digits) return 0.0F;
  // FormSimilarity leaves short words alone; two digits are a number.
  return FormSimilarity("##" + a.digits_text, "##" + b.digits_text);
}

bool AreMisprints(const ValueFacts& a, const ValueFacts& b) {
  return IsOfOneUnit(a, b) && a.kind != "time" && !a.fuzzy && !b.fuzzy && a.digit_count > 1 &&
         a.digit_count == b.digit_count && a.digits_text != b.digits_text;
}

bool LooksMisprinted(const ValueFacts& a, const ValueFacts& b) {
  return a.digit_count == b.digit_count && DigitSimilarity(a, b) >= kMisprint;
}

bool IsScaleStep(const ValueFacts& a, const ValueFacts& b) {
  if (!a.amount || !b.amount || !DiffersInScale(*a.amount, *b.amount)) return false;
  if (a.vague && b.vague)
    return MayBeOneCurrency(a.unit, b.unit) || a.unit.empty() || b.unit.empty();
  return a.digits && a.digits_text == b.digits_text && MayBeOneCurrency(a.unit, b.unit);
}

bool IsCopied(const ValueFacts& a, const ValueFacts& b) {
  constexpr std::size_t kGroup = 4;  // a sign and three digits
  if (a.figure != b.figure || a.figure.size() <= kGroup) return false;
  const char sign = a.figure[a.figure.size() - kGroup];
  return sign == '.' || sign == ',';
}

std::string_view ChangedCategory(const ValueFacts& a, const ValueFacts& b) {
  if (a.kind == "weekday" && b.kind == "weekday") return "weekday-changed";
  if (IsCalendarKind(a.kind) || AreMonthsOfYear(a, b)) return "date-changed";
  if (a.kind == "time") return "time-changed";
  if (!a.amount || !b.amount) return "number-changed";
  if (a.kind == "money" && b.kind == "money" && !MayBeOneCurrency(a.unit, b.unit) &&
      SameAmount(*a.amount, *b.amount)) {
    return "currency-changed";
  }
  if (a.kind == b.kind && !MayBeOneCurrency(a.unit, b.unit) && SameAmount(*a.amount, *b.amount))
    return "unit-changed";
  if (DiffersInScale(*a.amount, *b.amount)) return "scale-changed";
  if (a.kind == "percentage" || b.kind == "percentage") return "percentage-changed";
  return "number-changed";
}

}  // namespace calque::internal
