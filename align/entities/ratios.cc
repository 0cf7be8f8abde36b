#include "align/entities/ratios.h"

#include <algorithm>

#include "align/base/utf8.h"
#include "align/entities/number_builder.h"
#include "align/entities/numbers.h"
#include "align/entities/quantities.h"

namespace calque::internal {
namespace {

using Match = LexemeReader::Match;

constexpr float kFirstProbability = 0.4F;   // `first` for `d'abord`
constexpr float kSecondProbability = 0.6F;  // `second` for `other`, `again`
constexpr float kOrdinalProbability = 0.8F;
constexpr float kFractionProbability = 0.87F;
constexpr float kHalfProbability = 0.5F;
constexpr float kMultipleProbability = 0.67F;

float ProbabilityOf(std::int64_t ordinal) {
  if (ordinal == 1) return kFirstProbability;
  return ordinal == 2 ? kSecondProbability : kOrdinalProbability;
}

// `21st`: digits and a suffix that touches them.
std::optional<OrdinalMatch> ParseDigitOrdinal(const LexemeReader& reader, std::uint32_t at) {
  constexpr int kMostDigits = 4;
  const int number = reader.PlainNumber(at, kMostDigits);
  if (number <= 0) return std::nullopt;
  const auto suffix = reader.FindGlued(at + 1, Role::kOrdinalSuffix);
  if (!suffix || reader.lexemes[at + 1].capital) return std::nullopt;
  return OrdinalMatch{suffix->end, number, 1.0F};
}

// `XXIe`: Roman digits in capitals and a suffix in small letters, one word.
std::optional<OrdinalMatch> ParseRomanOrdinal(const LexemeReader& reader, std::uint32_t at) {
  if (!reader.IsWord(at) || !reader.lexemes[at].capital) return std::nullopt;
  const std::string_view text = reader.TextOf(at);
  const std::size_t suffix = text.find_first_not_of("IVX");
  if (suffix == 0) return std::nullopt;
  const std::int64_t number = RomanNumber(text.substr(0, suffix));
  if (suffix == std::string_view::npos) {  // `XX e siècle`
    const auto apart = reader.Find(at + 1, Role::kOrdinalSuffix);
    const bool century = apart && reader.Find(apart->end, Role::kCentury);
    if (number == 0 || !century) return std::nullopt;
    return OrdinalMatch{apart->end, number, kOrdinalProbability};
  }
  const std::uint32_t node =
      reader.vocabulary.Next(0, reader.vocabulary.WordId(Fold(text.substr(suffix))));
  const Term* term = reader.vocabulary.Find(node, Role::kOrdinalSuffix);
  if (number == 0 || term == nullptr) return std::nullopt;
  if (term->number != 0 && term->number != number) return std::nullopt;
  return OrdinalMatch{at + 1, number, kOrdinalProbability};
}

// `twenty-first`, `deux centième`: number words, the last of them an ordinal.
std::optional<OrdinalMatch> ParseWordOrdinal(const LexemeReader& reader, std::uint32_t at) {
  NumberBuilder builder(reader.vocabulary.conventions);
  std::uint32_t next = at;
  constexpr int kMostWords = 12;
  for (int i = 0; i < kMostWords; ++i) {
    if (const auto last = reader.Find(next, Role::kOrdinal)) {
      const std::int64_t value = last->term->number;
      bool fits = false;
      if (value < 100) fits = builder.AddCardinal(value);
      if (value == 100) fits = builder.AddHundred(Bare::kAllowed);
      if (value == 1000) fits = builder.AddScale(3, Bare::kAllowed);
      const std::optional<std::int64_t> number = fits ? builder.Value() : std::nullopt;
      if (!number) return std::nullopt;
      return OrdinalMatch{last->end, *number, ProbabilityOf(*number)};
    }
    std::optional<Match> word = reader.Find(next, Role::kCardinal);
    bool fits = word && builder.AddCardinal(word->term->number);
    if (!word && (word = reader.Find(next, Role::kHundred)))
      fits = builder.AddHundred(Bare::kAllowed);
    if (!word && (word = reader.Find(next, Role::kScale))) {
      fits = builder.AddScale(static_cast<int>(word->term->number), Bare::kAllowed);
    }
    if (!word && (word = reader.Find(next, Role::kAnd))) fits = builder.AddAnd();
    if (!fits) return std::nullopt;
    next = reader.SkipHyphen(word->end);
  }
  return std::nullopt;
}

std::string FractionKey(std::int64_t numerator, std::int64_t denominator) {
  if (numerator * 2 == denominator) return "fraction:1/2";
  return "fraction:" + std::to_string(numerator) + "/" + std::to_string(denominator);
}

// The numerator at `at`. Of `three quarters of a ship` no more than the number: nothing that the
// phrase `three quarters of a` could multiply stands behind it.
std::optional<NumberMatch> ParseNumerator(const LexemeReader& reader, std::uint32_t at) {
  std::optional<NumberMatch> number = ParseNumber(reader, at);
  if (!number || number->form == NumberMatch::Form::kWeak) return std::nullopt;
  if (number->form != NumberMatch::Form::kPartial) return number;
  const auto cardinal = reader.Find(at, Role::kCardinal);
  const auto word = cardinal ? cardinal : reader.Find(at, Role::kArticle);
  if (!word) return std::nullopt;
  number->amount.number = Decimal(cardinal ? cardinal->term->number : 1);
  number->end = word->end;
  return number;
}

// `two thirds`, `un tiers`; a word that is also an ordinal (`a third man`) is a fraction only
// behind one, before `of` or at the end of a phrase.
std::optional<ValueMatch> ParseFraction(const LexemeReader& reader, std::uint32_t at) {
  if (const auto half = reader.Find(at, Role::kHalf)) {
    if (reader.SkipHyphen(half->end) != half->end) return std::nullopt;  // `half-brother`
    return ValueMatch{half->end, MentionKind::kNumber, "fraction:1/2", kHalfProbability};
  }
  const std::optional<NumberMatch> number = ParseNumerator(reader, at);
  if (!number) return std::nullopt;
  const std::uint32_t next = reader.SkipHyphen(number->end);
  const auto denominator = reader.Find(next, Role::kDenominator);
  const auto numerator = number->amount.number.ToInteger();
  if (!denominator || !numerator || *numerator >= denominator->term->number) return std::nullopt;
  const bool ordinal_too = reader.Find(next, Role::kOrdinal).has_value();
  const bool share = reader.Follows(at, Role::kShareLead) &&
                     reader.Find(denominator->end, Role::kShareTail);  // `by a third since`
  const bool ends =
      share || !reader.IsWord(denominator->end) || reader.Find(denominator->end, Role::kOf);
  if (ordinal_too && (*numerator > 1 || !ends)) return std::nullopt;  // `two hundredth`
  return ValueMatch{denominator->end, MentionKind::kNumber,
                    FractionKey(*numerator, denominator->term->number), kFractionProbability};
}

// `one in three`, `six out of ten`, `un patient sur trois`: some words may say of what.
std::optional<ValueMatch> ParseShare(const LexemeReader& reader, std::uint32_t at) {
  constexpr std::uint32_t kMostWords = 3;
  constexpr std::int64_t kMostWhole = 1000;
  const auto count = [&](std::uint32_t place) -> std::optional<Quantity> {
    auto quantity = ParseQuantity(reader, place);
    if (!quantity || !quantity->IsBare() || quantity->power > 0) return std::nullopt;
    return quantity;
  };
  const std::optional<NumberMatch> part = ParseNumber(reader, at);
  if (!part || part->form == NumberMatch::Form::kWeak || part->power > 0) return std::nullopt;
  std::uint32_t next = part->end;
  auto joint = reader.Find(next, Role::kOutOfNear);
  while (!joint && !(joint = reader.Find(next, Role::kOutOf))) {
    if (next == part->end + kMostWords || !reader.IsWord(next)) return std::nullopt;
    // A `couple` may be what is counted.
    if (!reader.Find(next, Role::kWeak) && count(next)) return std::nullopt;
    ++next;
  }
  const std::optional<Quantity> whole = count(joint->end);
  if (!whole) return std::nullopt;
  const std::int64_t numerator = part->amount.number.ToInteger().value_or(0);
  const std::int64_t denominator = whole->amount.number.ToInteger().value_or(0);
  const bool exact =
      part->amount.precision == Precision::kExact && whole->amount.precision == Precision::kExact;
  if (!exact || numerator < 1 || numerator >= denominator || denominator > kMostWhole) {
    return std::nullopt;
  }
  return ValueMatch{whole->end, MentionKind::kNumber, FractionKey(numerator, denominator),
                    kFractionProbability};
}

// `2/3` in digits.
std::optional<ValueMatch> ParseDigitFraction(const LexemeReader& reader, std::uint32_t at) {
  constexpr int kMostDigits = 2;
  if (!reader.IsSign(at + 1, U'/') || !reader.IsGlued(at + 1) || !reader.IsGlued(at + 2)) {
    return std::nullopt;
  }
  const int numerator = reader.PlainNumber(at, kMostDigits);
  const int denominator = reader.PlainNumber(at + 2, kMostDigits);
  constexpr int kMostDenominator = 20;  // `21/34 cm` is a range
  const bool fits = numerator > 0 && numerator < denominator && denominator <= kMostDenominator;
  const auto counted = ParseQuantity(reader, at + 2);
  const bool has_unit = counted && !counted->IsBare();
  if (!fits || has_unit || reader.IsGlued(at + 3)) return std::nullopt;
  return ValueMatch{at + 3, MentionKind::kNumber, FractionKey(numerator, denominator),
                    kFractionProbability};
}

// `twice`, `three times`, `deux fois`.
std::optional<ValueMatch> ParseMultiple(const LexemeReader& reader, std::uint32_t at) {
  if (const auto found = reader.Find(at, Role::kMultiple)) {
    return ValueMatch{found->end, MentionKind::kNumber,
                      "multiple:" + std::to_string(found->term->number), kMultipleProbability};
  }
  const std::optional<NumberMatch> number = ParseNumber(reader, at);
  if (!number || number->form == NumberMatch::Form::kOne) return std::nullopt;
  const auto times = reader.Find(reader.SkipHyphen(number->end), Role::kTimes);
  if (!times || number->amount.precision != Precision::kExact) return std::nullopt;
  ValueMatch match{times->end, MentionKind::kNumber, {}, kOrdinalProbability};
  Decimal times_over = number->amount.number;
  const auto half = reader.Find(times->end, Role::kAndFraction);  // `deux fois et demie`
  const auto part = half ? Decimal::FromString(half->term->text) : std::nullopt;
  const auto sum = part ? times_over.Plus(*part) : std::nullopt;
  if (sum) {
    times_over = *sum;
    match.end = half->end;
  }
  match.key = "multiple:" + times_over.ToString();
  return match;
}

}  // namespace

std::int64_t RomanNumber(std::string_view text) {
  constexpr std::int64_t kLargest = 39;
  std::int64_t total = 0;
  std::int64_t previous = 0;
  for (auto at = text.rbegin(); at != text.rend(); ++at) {
    if (*at != 'I' && *at != 'V' && *at != 'X') return 0;
    const std::int64_t value = *at == 'I' ? 1 : (*at == 'V' ? 5 : 10);
    total += value < previous ? -value : value;
    previous = std::max(previous, value);
  }
  return total <= kLargest ? total : 0;
}

std::optional<OrdinalMatch> ParseOrdinal(const LexemeReader& reader, std::uint32_t at) {
  if (auto found = ParseDigitOrdinal(reader, at)) return found;
  if (auto found = ParseRomanOrdinal(reader, at)) return found;
  return ParseWordOrdinal(reader, at);
}

std::optional<ValueMatch> ParseRatio(const LexemeReader& reader, std::uint32_t at) {
  if (auto found = ParseShare(reader, at)) return found;
  if (auto found = ParseDigitFraction(reader, at)) return found;
  if (auto found = ParseFraction(reader, at)) return found;
  if (auto found = ParseMultiple(reader, at)) return found;
  const std::optional<OrdinalMatch> ordinal = ParseOrdinal(reader, at);
  if (!ordinal) return std::nullopt;
  return ValueMatch{ordinal->end, MentionKind::kOrdinal,
                    "ordinal:" + std::to_string(ordinal->number), ordinal->probability};
}

}  // namespace calque::internal
