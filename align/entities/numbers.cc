#include "align/entities/numbers.h"

#include <array>

#include "align/entities/number_builder.h"

namespace calque::internal {
namespace {

using Form = NumberMatch::Form;
using Match = LexemeReader::Match;

struct NumberWord {
  Match match;
  Role role;
};

// The longest phrase at `at` that is a part of a number.
std::optional<NumberWord> FindNumberWord(const LexemeReader& reader, std::uint32_t at) {
  static constexpr std::array kParts = {Role::kCardinal, Role::kHundred, Role::kScale, Role::kAnd};
  std::optional<NumberWord> best;
  for (const Role role : kParts) {
    const std::optional<Match> found = reader.Find(at, role);
    if (found && (!best || found->end > best->match.end)) best = NumberWord{*found, role};
  }
  return best;
}

bool Add(const LexemeReader& reader, std::uint32_t at, const NumberWord& word,
         NumberBuilder* builder) {
  const auto bareness = [&] {
    const std::optional<Match> bare = reader.Find(at, Role::kBare);
    return bare && bare->end == word.match.end ? Bare::kAllowed : Bare::kRefused;
  };
  switch (word.role) {
    case Role::kCardinal:
      return builder->AddCardinal(word.match.term->number);
    case Role::kHundred:
      return builder->AddHundred(bareness());
    case Role::kScale:
      return builder->AddScale(static_cast<int>(word.match.term->number), bareness());
    default:
      return builder->AddAnd();
  }
}

// A number spelled out: `deux cent mille`, `a hundred and one`. A scale that does not fit begins
// no number: `two million three million` are two.
std::optional<NumberMatch> ParseWords(const LexemeReader& reader, std::uint32_t at) {
  NumberBuilder builder(reader.vocabulary.conventions);
  const std::optional<Match> article = reader.Find(at, Role::kArticle);
  if (article) {
    const std::uint32_t next = reader.SkipHyphen(article->end);
    const bool multiplies = reader.Find(next, Role::kHundred) || reader.Find(next, Role::kScale);
    if (multiplies && builder.AddCardinal(1)) at = next;
  }
  std::optional<NumberMatch> best;
  std::optional<NumberMatch> scaled;  // the best that ends in a scale
  for (std::uint32_t next = at; reader.Has(next);) {
    const std::optional<NumberWord> word = FindNumberWord(reader, next);
    const Lexeme& lexeme = reader.lexemes[next];
    const bool added = lexeme.compound ? builder.AddCompound(lexeme.number.ToInteger().value_or(0))
                                       : word && Add(reader, next, *word, &builder);
    if (!added) break;
    next = lexeme.compound ? next + 1 : word->match.end;
    if (const std::optional<std::int64_t> value = builder.Value()) {
      const bool ends_in_scale = !lexeme.compound && word->role == Role::kScale;
      best = NumberMatch{next,
                         {Decimal(*value), Precision::kExact},
                         ends_in_scale ? builder.last_scale() : 0,
                         ends_in_scale,
                         *value == 1 ? Form::kOne : Form::kWords};
      if (ends_in_scale) scaled = best;
    }
    next = reader.SkipHyphen(next);
  }
  const bool cut = best && reader.Find(reader.SkipHyphen(best->end), Role::kScale);
  return cut && scaled ? scaled : best;
}

// `1/2` behind `5` or `5-`, where it has an exact decimal.
void TakeMixedFraction(const LexemeReader& reader, NumberMatch* match) {
  const bool hyphen = reader.IsSign(match->end, U'-') && reader.IsGlued(match->end) &&
                      reader.IsGlued(match->end + 1);
  const std::uint32_t at = match->end + (hyphen ? 1 : 0);
  const int numerator = reader.PlainNumber(at, 2);
  const int denominator = reader.PlainNumber(at + 2, 2);
  if (!reader.IsSign(at + 1, U'/') || !reader.IsGlued(at + 1) || !reader.IsGlued(at + 2)) return;
  constexpr std::int64_t kScale = 1000;
  if (numerator <= 0 || denominator <= numerator || numerator * kScale % denominator != 0) return;
  const auto sum = match->amount.number.Plus(Decimal(numerator * kScale / denominator, -3));
  if (!sum || !match->amount.number.IsInteger()) return;
  match->amount.number = *sum;
  match->end = at + 3;
}

std::optional<NumberMatch> ParseDigits(const LexemeReader& reader, std::uint32_t at) {
  const bool minus_sign = (reader.IsSign(at, U'-') || reader.IsSign(at, U'\u2212')) &&
                          !reader.IsGlued(at) && reader.IsGlued(at + 1);
  if (minus_sign) ++at;
  if (!reader.IsNumber(at)) return std::nullopt;
  NumberMatch match;
  match.end = at + 1;
  match.amount.number = reader.lexemes[at].number;
  TakeMixedFraction(reader, &match);
  if (minus_sign) match.amount.number = match.amount.number.Negated();
  return match;
}

std::optional<NumberMatch> FromTerm(const std::optional<Match>& found, Form form) {
  if (!found) return std::nullopt;
  NumberMatch match;
  match.end = found->end;
  match.form = form;
  if (found->term->text.empty()) {
    match.amount.number = Decimal(found->term->number);
  } else {
    match.amount = Amount::FromString(found->term->text).value_or(Amount{});
  }
  return match;
}

// `hundreds`, `des centaines`; a further scale behind `of` multiplies it.
std::optional<NumberMatch> ParseVague(const LexemeReader& reader, std::uint32_t at) {
  const std::optional<Match> found = reader.Find(at, Role::kVague);
  if (!found) return std::nullopt;
  NumberMatch match;
  match.end = found->end;
  match.form = Form::kWords;
  match.counts_of = true;
  int power = static_cast<int>(found->term->number);
  if (const auto of = reader.Find(match.end, Role::kOf)) {
    if (const auto more = reader.Find(of->end, Role::kVague)) {
      power += static_cast<int>(more->term->number);
      match.end = more->end;
    }
  }
  match.amount = {Decimal(1, power), Precision::kVague};
  return match;
}

std::optional<NumberMatch> ParseBase(const LexemeReader& reader, std::uint32_t at) {
  if (auto match = ParseDigits(reader, at)) return match;
  if (auto match = FromTerm(reader.Find(at, Role::kPartial), Form::kPartial)) return match;
  if (auto match = ParseWords(reader, at)) return match;
  if (auto match = FromTerm(reader.Find(at, Role::kDecimalWord), Form::kWords)) return match;
  if (auto match = ParseVague(reader, at)) return match;
  if (auto match = FromTerm(reader.Find(at, Role::kArticle), Form::kOne)) {
    match->amount.number = Decimal(1);
    return match;
  }
  return FromTerm(reader.Find(at, Role::kWeak), Form::kWeak);
}

// `point five`, `virgule vingt-cinq`: decimals spelled out, one by one or as a number.
void TakeSpelledDecimals(const LexemeReader& reader, NumberMatch* match) {
  constexpr std::int64_t kTen = 10;
  constexpr int kMostDigits = 6;
  const bool spelled = match->form == Form::kWords || match->form == Form::kOne;
  const std::optional<Match> point = reader.Find(match->end, Role::kDecimalPoint);
  if (!spelled || !point) return;
  std::int64_t digits = 0;
  int count = 0;
  std::uint32_t end = point->end;
  while (count < kMostDigits) {
    const std::optional<Match> digit = reader.Find(end, Role::kCardinal);
    const std::int64_t value = digit ? digit->term->number : kTen;
    if (value >= kTen) break;
    digits = digits * kTen + value;
    ++count;
    end = digit->end;
  }
  if (count == 0) {
    const std::optional<NumberMatch> rest = ParseWords(reader, point->end);
    const auto value = rest ? rest->amount.number.ToInteger() : std::nullopt;
    if (!value || *value >= kTen * kTen) return;
    digits = *value;
    count = 2;
    end = rest->end;
  }
  const auto sum = match->amount.number.Plus(Decimal(digits, -count));
  if (!sum) return;
  match->amount.number = *sum;
  match->end = end;
  match->form = Form::kWords;
}

// `and a half`: half of what the last scale word stands for.
void TakeFraction(const LexemeReader& reader, NumberMatch* match) {
  const std::optional<Match> found = reader.Find(reader.SkipHyphen(match->end), Role::kAndFraction);
  if (!found) return;
  const std::optional<Decimal> part = Decimal::FromString(found->term->text);
  const std::optional<Decimal> sum =
      part ? match->amount.number.Plus(part->Scaled(match->power)) : std::nullopt;
  if (!sum) return;
  match->amount.number = *sum;
  match->end = found->end;
  if (match->form == Form::kOne) match->form = Form::kWords;
}

// `million` behind `2.5`, `milliards` behind `mille`, and behind `100 autres`; `quintillion` behind
// `ten`, which an integer of ParseWords() does not hold.
void TakeScales(const LexemeReader& reader, NumberMatch* match) {
  constexpr int kMostPower = 24;
  const auto scale = [&] {
    const std::uint32_t next = reader.SkipHyphen(match->end);
    const auto filler = reader.Find(next, Role::kFiller);
    return reader.Find(filler && match->power == 0 ? filler->end : next, Role::kScale);
  };
  while (const auto found = scale()) {
    const int power = static_cast<int>(found->term->number);
    if (match->power + power > kMostPower) return;
    match->amount.number = match->amount.number.Scaled(power);
    match->power += power;
    match->end = found->end;
    match->counts_of = true;
    if (match->form != Form::kDigits) match->form = Form::kWords;
  }
}

// `352` behind `5 mille`, `143 mille` behind `5 millions`: what is left below the scale.
void TakeRemainder(const LexemeReader& reader, NumberMatch* match) {
  if (match->form != Form::kDigits || match->power < 3 || match->amount.number.IsZero()) return;
  while (match->power >= 3 && reader.PlainNumber(match->end, 3) >= 0) {
    const std::uint32_t at = match->end;
    const auto scale = reader.Find(at + 1, Role::kScale);
    const int power = scale ? static_cast<int>(scale->term->number) : 0;
    const bool fits = power + 3 <= match->power && (power > 0 || match->power == 3);
    const auto sum = match->amount.number.Plus(reader.lexemes[at].number.Scaled(power));
    if (!fits || !sum) return;
    match->amount.number = *sum;
    match->power = power;
    match->end = scale ? scale->end : at + 1;
    match->counts_of = scale.has_value();
  }
}

// `dozen` behind a number, an article or nothing; `milliers` behind `une vingtaine de`.
void TakeCollective(const LexemeReader& reader, NumberMatch* match) {
  const std::optional<Match> found = reader.Find(reader.SkipHyphen(match->end), Role::kCollective);
  if (!found || match->power > 0 || match->form == Form::kWeak) return;
  const std::optional<Amount> unit = Amount::FromString(found->term->text);
  const std::optional<Decimal> product =
      unit ? match->amount.number.Times(unit->number) : std::nullopt;
  if (!product) return;
  match->amount = {*product, unit->precision};
  match->end = found->end;
  match->form = Form::kWords;
  match->counts_of = true;
  const auto of = reader.Find(match->end, Role::kOf);
  const auto more = of ? reader.Find(of->end, Role::kVague) : std::nullopt;
  if (!more) return;
  match->amount.number = match->amount.number.Scaled(static_cast<int>(more->term->number));
  match->end = more->end;
}

// What a number may begin with; a hyphen may stand before any of it. Most words are told here that
// they begin none.
constexpr Roles kOpeners = RoleBit(Role::kPartial) | RoleBit(Role::kArticle) |
                           RoleBit(Role::kCardinal) | RoleBit(Role::kHundred) |
                           RoleBit(Role::kScale) | RoleBit(Role::kAnd) |
                           RoleBit(Role::kDecimalWord) | RoleBit(Role::kVague) |
                           RoleBit(Role::kWeak) | RoleBit(Role::kCollective);

bool MayBegin(const LexemeReader& reader, std::uint32_t at) {
  if (!reader.Has(at)) return false;
  const Lexeme& lexeme = reader.lexemes[at];
  return reader.IsNumber(at) || reader.IsDash(at) || lexeme.compound ||
         reader.vocabulary.MayStart(lexeme.word, kOpeners);
}

}  // namespace

std::optional<NumberMatch> ParseNumber(const LexemeReader& reader, std::uint32_t at) {
  if (!MayBegin(reader, at)) return std::nullopt;
  std::optional<NumberMatch> match = ParseBase(reader, at);
  if (!match) {
    NumberMatch bare;
    bare.end = at;
    bare.amount.number = Decimal(1);
    TakeCollective(reader, &bare);
    if (bare.end == at) return std::nullopt;
    return bare;
  }
  if (match->amount.precision == Precision::kVague || match->form == Form::kWeak) return match;
  TakeSpelledDecimals(reader, &*match);
  TakeFraction(reader, &*match);
  TakeScales(reader, &*match);
  TakeFraction(reader, &*match);
  TakeRemainder(reader, &*match);
  TakeCollective(reader, &*match);
  return match;
}

}  // namespace calque::internal
