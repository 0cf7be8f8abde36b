#include "align/entities/quantities.h"

#include <algorithm>
#include <string_view>

#include "align/entities/numbers.h"

namespace calque::internal {
namespace {

using Form = NumberMatch::Form;
using Match = LexemeReader::Match;

constexpr float kSureProbability = 1.0F;
constexpr float kWordProbability = 0.9F;
constexpr float kVagueProbability = 0.7F;
constexpr float kOneProbability = 0.5F;  // `un an` for `a year`
constexpr float kWeakProbability = 0.3F;

float ProbabilityOf(const NumberMatch& number) {
  if (number.form == Form::kWeak) return kWeakProbability;
  if (number.form == Form::kOne) return kOneProbability;
  if (number.amount.precision == Precision::kVague) return kVagueProbability;
  return number.form == Form::kDigits ? kSureProbability : kWordProbability;
}

// ISO codes are words of some language (`TRY`, `ALL`): letters of a code must be capitals.
bool IsCurrencyWritten(const LexemeReader& reader, std::uint32_t at, const Match& match) {
  const std::string_view text = reader.TextOf(at);
  if (!reader.IsWord(at) || match.end != at + 1 || match.term->text.size() != text.size()) {
    return true;
  }
  return std::all_of(text.begin(), text.end(), [](char c) { return c < 'a' || c > 'z'; });
}

std::optional<Match> FindCurrency(const LexemeReader& reader, std::uint32_t at, Role role) {
  const std::optional<Match> found = reader.Find(at, role);
  if (!found || !IsCurrencyWritten(reader, at, *found)) return std::nullopt;
  return found;
}

struct UnitMatch {
  std::uint32_t end = 0;
  MentionKind kind = MentionKind::kNumber;
  std::string unit;
  Decimal factor = Decimal(1);  // of the unit: 10 years a decade
};

// `1 week` of the data: what one of the word is.
UnitMatch DurationOf(const Match& match) {
  const std::string_view text = match.term->text;
  const std::size_t blank = text.find(' ');
  UnitMatch unit{match.end, MentionKind::kDuration, std::string(text.substr(blank + 1)), {}};
  unit.factor = Decimal::FromString(text.substr(0, blank)).value_or(Decimal(1));
  return unit;
}

// `km`, or `0.01 point`.
UnitMatch MeasureOf(const Match& match) {
  const std::string_view text = match.term->text;
  const std::size_t blank = text.find(' ');
  UnitMatch unit{match.end, MentionKind::kMeasure, std::string(text), Decimal(1)};
  if (blank == std::string_view::npos) return unit;
  unit.unit = text.substr(blank + 1);
  unit.factor = Decimal::FromString(text.substr(0, blank)).value_or(Decimal(1));
  return unit;
}

// The longest unit of any kind at `at`; of equally long ones the first that is listed here.
std::optional<UnitMatch> FindUnitAt(const LexemeReader& reader, std::uint32_t at) {
  std::optional<UnitMatch> best;
  const auto offer = [&](UnitMatch unit) {
    if (!best || unit.end > best->end) best = std::move(unit);
  };
  if (const auto found = reader.Find(at, Role::kPercent)) {
    offer({found->end, MentionKind::kPercentage, {}, Decimal(1)});
  }
  if (const auto found = FindCurrency(reader, at, Role::kCurrency)) {
    offer({found->end, MentionKind::kMoney, found->term->text, Decimal(1)});
  }
  if (const auto found = FindCurrency(reader, at, Role::kCurrencySign)) {
    offer({found->end, MentionKind::kMoney, found->term->text, Decimal(1)});
  }
  if (const auto found = reader.Find(at, Role::kDuration)) offer(DurationOf(*found));
  if (const auto found = reader.Find(at, Role::kUnit)) offer(MeasureOf(*found));
  return best;
}

// The unit behind a number: next to it, behind `of`, or behind words such as `last`, `premières`.
std::optional<UnitMatch> FindUnitAfter(const LexemeReader& reader, const NumberMatch& number) {
  const std::uint32_t at = reader.SkipHyphen(number.end);
  if (auto unit = FindUnitAt(reader, at)) return unit;
  if (number.counts_of) {
    if (const auto of = reader.Find(at, Role::kOf)) {
      if (auto unit = FindUnitAt(reader, of->end)) return unit;
    }
  }
  constexpr int kMostFillers = 2;
  std::uint32_t next = at;
  for (int i = 0; i < kMostFillers; ++i) {
    const auto filler = reader.Find(next, Role::kFiller);
    if (!filler) return std::nullopt;
    next = filler->end;
    if (const auto found = reader.Find(next, Role::kDuration)) return DurationOf(*found);
  }
  return std::nullopt;
}

// `bn` and `Md` behind digits, where `m` is million only before or behind a currency.
void TakeScaleSign(const LexemeReader& reader, NumberMatch* number, bool money) {
  if (number->form != Form::kDigits || number->power > 0) return;
  const std::uint32_t at = reader.SkipHyphen(number->end);
  const auto found = reader.Find(at, Role::kScaleSign);
  if (!found) return;
  if (!money && reader.Find(at, Role::kUnit)) {
    const auto of = reader.Find(found->end, Role::kOf);
    const std::uint32_t next = of ? of->end : found->end;
    if (!FindCurrency(reader, next, Role::kCurrency) &&
        !FindCurrency(reader, next, Role::kCurrencySign)) {
      return;
    }
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

// `$2.5 bn`, `US$20`, `EUR 5 million`; a currency that is named again behind it belongs to it.
std::optional<Quantity> ParsePrefixed(const LexemeReader& reader, std::uint32_t at) {
  const auto sign = FindCurrency(reader, at, Role::kCurrencySign);
  if (!sign || !reader.IsNumber(sign->end)) return std::nullopt;
  std::optional<NumberMatch> number = ParseNumber(reader, sign->end);
  if (!number) return std::nullopt;
  TakeScaleSign(reader, &*number, true);
  Quantity quantity = MakeQuantity(at, *number);
  quantity.kind = MentionKind::kMoney;
  quantity.unit = sign->term->text;
  const std::optional<UnitMatch> again = FindUnitAfter(reader, *number);
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
  TakeScaleSign(reader, &*number, false);
  Quantity quantity = MakeQuantity(at, *number);
  const bool article = number->form == Form::kOne && reader.Find(at, Role::kArticle);
  std::optional<UnitMatch> unit =
      number->form == Form::kWeak || article ? std::nullopt : FindUnitAfter(reader, *number);
  if (unit) {
    const std::optional<Decimal> product = quantity.amount.number.Times(unit->factor);
    if (!product) return std::nullopt;
    quantity.amount.number = *product;
    quantity.kind = unit->kind;
    quantity.unit = unit->unit;
    quantity.end = unit->end;
    const auto half = reader.Find(quantity.end, Role::kAndFraction);  // `deux ans et demi`
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
  if (reader.IsNumber(at) && reader.IsGlued(quantity.end) && reader.IsWord(quantity.end)) {
    return std::nullopt;  // `4G`: not a number of anything
  }
  return quantity;
}

void ShareUnit(const LexemeReader& reader, Quantity* first, Quantity* second) {
  std::uint32_t between = first->end;
  if (const auto range = reader.Find(between, Role::kRange)) {
    between = range->end;
  } else if (reader.IsDash(between)) {
    ++between;
  }
  if (between == first->end || between != second->begin) return;
  const bool prefixed = first->kind == MentionKind::kMoney && second->IsBare();
  if (prefixed) {
    second->kind = first->kind;
    second->unit = first->unit;
  }
  if (first->power == 0 && second->power > 0 && (first->IsBare() || first->unit == second->unit) &&
      first->digits == second->digits && first->amount.number.ToDouble() < 1000) {
    first->amount.number = first->amount.number.Scaled(second->power);
    first->power = second->power;
  }
  if (first->IsBare() && !second->IsBare()) {
    first->kind = second->kind;
    first->unit = second->unit;
  }
}

}  // namespace calque::internal
