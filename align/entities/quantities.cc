#include "align/entities/quantities.h"

#include <string_view>

#include "align/entities/numbers.h"
#include "align/entities/unit_matches.h"
#include "align/entities/units.h"

namespace calque::internal {
namespace {

using Form = NumberMatch::Form;

constexpr float kSureProbability = 1.0F;
constexpr float kWordProbability = 0.9F;
constexpr float kVagueProbability = 0.7F;
constexpr float kFewProbability = 0.7F;  // `two` for `both`, `a pair`, `bi-`
constexpr float kOneProbability = 0.5F;  // `un an` for `a year`
constexpr float kWeakProbability = 0.3F;
constexpr float kCorrelativeProbability = 0.15F;

float ProbabilityOf(const NumberMatch& number) {
  const double value = number.amount.number.ToDouble();
  if (number.form == Form::kWeak) return kWeakProbability;
  if (number.form == Form::kOne) return kOneProbability;
  if (number.amount.precision == Precision::kVague) return kVagueProbability;
  if (number.form == Form::kWords) return value <= 3.0 ? kFewProbability : kWordProbability;
  return value == 1.0 ? kFewProbability : kSureProbability;
}

// Whether the word at `at` only announces an `and`: `both in Paris and in London`.
bool IsCorrelative(const LexemeReader& reader, std::uint32_t at) {
  constexpr std::uint32_t kReach = 6;  // words
  const auto found = reader.Find(at, Role::kCorrelative);
  if (!found) return false;
  for (std::uint32_t i = found->end; i < found->end + kReach && reader.IsWord(i); ++i) {
    if (reader.Find(i, Role::kAnd)) return true;
  }
  return false;
}

// Whether `people` and the like stand at `at`, or one word further on: `2.4m new customers`.
bool IsCounted(const LexemeReader& reader, std::uint32_t at) {
  return reader.Find(at, Role::kCounted) ||
         (reader.IsWord(at) && reader.Find(at + 1, Role::kCounted));
}

enum class Money { kUnknown, kNamedBefore };

// `bn` and `Md` behind digits; a single letter is one beside a currency, another unit or what is
// counted by the million only, `10k` excepted.
void TakeScaleSign(const LexemeReader& reader, Money money, NumberMatch* number) {
  if (number->form != Form::kDigits || number->power > 0) return;
  const std::uint32_t at = reader.SkipHyphen(number->end);
  const auto found = reader.Find(at, Role::kScaleSign);
  if (!found) return;
  const bool one_letter = reader.TextOf(at).size() == 1;
  if (money == Money::kUnknown && one_letter && !(reader.IsGlued(at) && found->term->number == 3)) {
    const auto of = reader.Find(found->end, Role::kOf);
    const std::uint32_t next = of ? of->end : found->end;
    const bool counts = reader.Find(next, Role::kUnit) || IsCounted(reader, next);
    if (!counts && !reader.Find(next, Role::kCurrency) && !FindCurrencySign(reader, next)) return;
  }
  number->power = static_cast<int>(found->term->number);
  number->amount.number = number->amount.number.Scaled(number->power);
  number->end = found->end;
  number->counts_of = true;
}

Quantity MakeQuantity(std::uint32_t begin, const NumberMatch& number) {
  Quantity quantity;
  quantity.begin = begin;
  quantity.end = number.end;
  quantity.amount = number.amount;
  quantity.power = number.power;
  quantity.digits = number.form == Form::kDigits;
  quantity.probability = ProbabilityOf(number);
  return quantity;
}

// Whether a sign or a word for it stands before `at`; elsewhere the word is part of another (`au
// moins`), the dash one of a range or of a sentence.
bool IsNegative(const LexemeReader& reader, std::uint32_t at) {
  if (at == 0) return false;
  const auto word = reader.Find(at - 1, Role::kMinus);
  if (word && word->end == at) return !reader.Follows(at, Role::kKey);
  return reader.IsDash(at - 1) && !reader.IsGlued(at - 1) && (at == 1 || !reader.IsNumber(at - 2));
}

// `minus five degrees`, `- 5 °C`; `-0.5 percent`, where a dash with a blank behind it is no sign.
void TakeMinus(const LexemeReader& reader, Quantity* quantity) {
  if (!IsNegative(reader, quantity->begin)) return;
  const std::optional<MeasuringUnit> unit = FindUnit(quantity->unit);
  const bool degrees =
      quantity->kind == MentionKind::kMeasure && unit && unit->dimension == "temperature";
  const std::uint32_t before = quantity->begin - 1;
  const bool percent = quantity->kind == MentionKind::kPercentage &&
                       (!reader.IsDash(before) || reader.IsGlued(quantity->begin));
  if (!degrees && !percent) return;
  quantity->amount.number = quantity->amount.number.Negated();
  quantity->begin = before;
}

// `millions` of `440$ millions`: a sign that was left behind its figure.
void TakeScaleBehind(const LexemeReader& reader, const NumberMatch& number, Quantity* quantity) {
  if (quantity->kind != MentionKind::kMoney || number.power > 0 || !quantity->digits) return;
  const auto scale = reader.Find(quantity->end, Role::kScale);
  if (!scale) return;
  quantity->power = static_cast<int>(scale->term->number);
  quantity->amount.number = quantity->amount.number.Scaled(quantity->power);
  quantity->end = scale->end;
}

// `$2.5 bn`, `US$20`, `EUR 5 million`; a currency that is named again behind it belongs to it.
std::optional<Quantity> ParsePrefixed(const LexemeReader& reader, std::uint32_t at) {
  const auto sign = FindCurrencySign(reader, at);
  if (!sign || !reader.IsNumber(sign->end)) return std::nullopt;
  std::optional<NumberMatch> number = ParseNumber(reader, sign->end);
  if (!number) return std::nullopt;
  TakeScaleSign(reader, Money::kNamedBefore, &*number);
  Quantity quantity = MakeQuantity(at, *number);
  quantity.kind = MentionKind::kMoney;
  quantity.unit = sign->term->text;
  const std::optional<UnitMatch> again = FindUnitAfter(reader, sign->end, *number);
  if (again && again->kind == MentionKind::kMoney) {
    quantity.end = again->end;
    if (sign->term->text == "USD") quantity.unit = again->unit;
  }
  return quantity;
}

}  // namespace

std::string Quantity::Key() const {
  const std::string number = amount.ToString();
  switch (kind) {
    case MentionKind::kPercentage:
      return "percentage:" + number;
    case MentionKind::kMoney:
      return "money:" + number + ":" + unit;
    case MentionKind::kMeasure:
      return "measure:" + number + ":" + unit;
    case MentionKind::kDuration:
      return "duration:" + number + ":" + unit;
    default:
      return "number:" + number;
  }
}

std::optional<Quantity> ParseQuantity(const LexemeReader& reader, std::uint32_t at) {
  if (auto prefixed = ParsePrefixed(reader, at)) return prefixed;
  std::optional<NumberMatch> number = ParseNumber(reader, at);
  if (!number) return std::nullopt;
  TakeScaleSign(reader, Money::kUnknown, &*number);
  Quantity quantity = MakeQuantity(at, *number);
  if (IsCorrelative(reader, at)) quantity.probability = kCorrelativeProbability;
  const bool article = number->form == Form::kOne && reader.Find(at, Role::kArticle) &&
                       !reader.Find(at, Role::kCardinal);
  std::optional<UnitMatch> unit =
      number->form == Form::kWeak ? std::nullopt : FindUnitAfter(reader, at, *number);
  // `a decade` or `a year and a half`, never `a year`.
  const bool one = unit && article && unit->factor == Decimal(1);
  if (one && !reader.Find(unit->end, Role::kAndFraction)) unit.reset();
  const std::uint32_t next = reader.SkipHyphen(number->end);  // `thirty-second`, `une seconde`
  const bool ordinal_too = number->form != Form::kDigits && reader.Find(next, Role::kDuration) &&
                           reader.Find(next, Role::kOrdinal);
  if (unit && !ordinal_too) {
    if (number->form == Form::kWords || one) quantity.probability = kWordProbability;
    const std::optional<Decimal> product = quantity.amount.number.Times(unit->factor);
    if (!product) return std::nullopt;
    quantity.amount.number = *product;
    quantity.kind = unit->kind;
    quantity.unit = unit->unit;
    quantity.factor = unit->factor;
    quantity.end = unit->end;
    TakeScaleBehind(reader, *number, &quantity);
    TakeMinus(reader, &quantity);
    auto half = reader.Find(quantity.end, Role::kAndFraction);  // `deux ans et demi`
    // `… heures et un quart de la ville` is two values, `… ans et demi de prison` one.
    if (half && half->term->text != "0.5" && reader.Find(half->end, Role::kOf)) half.reset();
    const auto part = half ? Decimal::FromString(half->term->text) : std::nullopt;
    const auto scaled = part ? part->Times(unit->factor) : std::nullopt;
    const auto sum = scaled ? quantity.amount.number.Plus(*scaled) : std::nullopt;
    if (sum && number->power == 0) {
      quantity.amount.number = *sum;
      quantity.end = half->end;
    }
    return quantity;
  }
  if (number->form == Form::kOne || number->form == Form::kPartial) return std::nullopt;
  const bool by_another = reader.IsGlued(quantity.end + 1) && reader.IsNumber(quantity.end + 1);
  const bool joined = reader.IsNumber(at) && reader.IsGlued(quantity.end) &&
                      reader.IsWord(quantity.end) && !by_another;  // `50x60`
  if (joined && !reader.Find(quantity.end, Role::kDecadeSuffix)) {
    return std::nullopt;  // `4G` is not a number of anything; `747s` is
  }
  return quantity;
}

// `trois` of `trois quatre mille`: two numbers in a row, in words, of one scale.
static bool IsNext(const Quantity& first, const Quantity& second) {
  const auto last = second.amount.number.Scaled(-second.power);
  return !first.digits && !second.digits && first.IsBare() && first.power == 0 &&
         first.amount.number.Plus(Decimal(1)) == last;
}

void ShareUnit(const LexemeReader& reader, Quantity* first, Quantity* second) {
  std::uint32_t between = first->end;
  if (const auto range = reader.Find(between, Role::kRange)) {
    between = range->end;
  } else if (reader.IsDash(between) || reader.IsSign(between, U'/')) {
    ++between;
  }
  if (between != second->begin || (between == first->end && !IsNext(*first, *second))) return;
  const bool prefixed = first->kind == MentionKind::kMoney && second->IsBare();
  if (prefixed) {
    second->kind = first->kind;
    second->unit = first->unit;
  }
  if (first->power == 0 && second->power > 0 && (first->IsBare() || first->unit == second->unit) &&
      first->digits == second->digits && first->amount.number.ToDouble() < 1000) {
    const Decimal scaled = first->amount.number.Scaled(second->power);
    // `multiplié par 12 à 1,2 milliard`: no range goes down, unless it says so: `from 5 to 3`.
    const bool down = scaled.ToDouble() > second->amount.number.ToDouble();
    if (down && !reader.Follows(first->begin, Role::kRangeLead)) return;
    first->amount.number = scaled;
    first->power = second->power;
  }
  if (first->IsBare() && !second->IsBare()) {
    const std::optional<Decimal> product = first->amount.number.Times(second->factor);
    if (!product) return;
    first->amount.number = *product;
    first->kind = second->kind;
    first->unit = second->unit;
    TakeMinus(reader, first);
  }
}

}  // namespace calque::internal
