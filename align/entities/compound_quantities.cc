#include "align/entities/compound_quantities.h"

#include <array>
#include <string_view>

namespace calque::internal {
namespace {

struct ClockUnit {
  std::string_view name;
  std::int64_t seconds;
};
constexpr std::array<ClockUnit, 3> kClockUnits{{{"hour", 3600}, {"minute", 60}, {"second", 1}}};

// The place of the unit of an exact duration in kClockUnits; their number for any other quantity.
std::size_t RankOf(const Quantity& quantity) {
  if (quantity.kind != MentionKind::kDuration) return kClockUnits.size();
  if (quantity.amount.precision != Precision::kExact) return kClockUnits.size();
  std::size_t rank = 0;
  while (rank < kClockUnits.size() && kClockUnits[rank].name != quantity.unit) ++rank;
  return rank;
}

// `, `, ` and ` or nothing between two parts.
std::uint32_t SkipJoint(const LexemeReader& reader, std::uint32_t at) {
  if (reader.IsSign(at, U',')) ++at;
  const auto joint = reader.Find(at, Role::kAnd);
  return joint ? joint->end : at;
}

// Whether what stands at `at` can be nothing that a number before it counts.
bool EndsCount(const LexemeReader& reader, std::uint32_t at) {
  return !reader.IsWord(at) || reader.Find(at, Role::kCountEnd) || reader.Find(at, Role::kWeekday);
}

// `81/100e`, `81/100`, or with nothing counted behind it `81`, hundredths of a second, and `8`,
// tenths.
std::optional<Decimal> ReadParts(const LexemeReader& reader, std::uint32_t* at) {
  const int parts = reader.PlainNumber(*at, 3);
  if (parts < 0) return std::nullopt;
  if (!reader.IsSign(*at + 1, U'/')) {
    const int digits = reader.lexemes[*at].digits;
    if (digits > 2 || !EndsCount(reader, *at + 1)) return std::nullopt;
    ++*at;
    return Decimal(parts, -digits);
  }
  const int whole = reader.PlainNumber(*at + 2, 4);
  if (whole != 10 && whole != 100 && whole != 1000) return std::nullopt;
  *at += 3;
  const auto suffix = reader.Find(*at, Role::kOrdinalSuffix);
  if (suffix && reader.IsGlued(*at)) *at = suffix->end;
  return Decimal(parts, whole == 10 ? -1 : whole == 100 ? -2 : -3);
}

// Two digits, with decimals or without; `57.940` is 57.94 here, though its point may part
// thousands elsewhere.
std::optional<Decimal> ReadSeconds(const LexemeReader& reader, std::uint32_t at) {
  constexpr std::size_t kPoint = 2;
  constexpr std::uint8_t kGrouped = 5;
  if (!reader.IsNumber(at)) return std::nullopt;
  const std::string_view text = reader.TextOf(at);
  const Lexeme& lexeme = reader.lexemes[at];
  if (lexeme.digits == 2) return lexeme.number;
  const bool grouped = lexeme.digits == kGrouped && text.size() == kGrouped + 1 &&
                       (text[kPoint] == '.' || text[kPoint] == ',');
  if (!grouped) return std::nullopt;
  return lexeme.number.Scaled(-3);
}

// Two digits below 60 that a sign joins to what stands before it: `:03`, `'15`, `:57.940`.
std::optional<Decimal> ReadSixtieths(const LexemeReader& reader, std::uint32_t at) {
  const bool joined = reader.IsSign(at, U':') || reader.IsSign(at, U'\'');
  if (!joined || !reader.IsGlued(at) || !reader.IsGlued(at + 1)) return std::nullopt;
  const std::optional<Decimal> number = ReadSeconds(reader, at + 1);
  if (!number || number->ToDouble() >= 60) return std::nullopt;
  return number;
}

Quantity MakeSeconds(std::uint32_t begin, std::uint32_t end, Decimal seconds) {
  Quantity quantity;
  quantity.begin = begin;
  quantity.end = end;
  quantity.kind = MentionKind::kDuration;
  quantity.amount.number = seconds;
  quantity.unit = "second";
  quantity.digits = true;
  return quantity;
}

// `2:03.45`, minutes and seconds; `2:04:15`, `2h04:15`, `2h04'15` with hours.
std::optional<Quantity> ParsePointed(const LexemeReader& reader, std::uint32_t at) {
  constexpr std::uint32_t kSignAndDigits = 2;
  const int first = reader.PlainNumber(at, 2);
  if (first < 0) return std::nullopt;
  const auto hours = reader.Find(at + 1, Role::kHour);
  int minutes = hours ? reader.PlainNumber(hours->end, 2) : -1;
  std::uint32_t end = hours ? hours->end + 1 : at + 1;
  const std::optional<Decimal> second = ReadSixtieths(reader, end);
  if (!second || (hours && (minutes < 0 || minutes >= 60))) return std::nullopt;
  end += kSignAndDigits;
  std::optional<Decimal> third = hours ? second : ReadSixtieths(reader, end);
  if (!third) {
    if (second->IsInteger()) return std::nullopt;  // `2:03` is a time of day, a score
    const auto total = Decimal(first * kClockUnits[1].seconds).Plus(*second);
    return total ? std::optional(MakeSeconds(at, end, *total)) : std::nullopt;
  }
  if (!hours) {
    minutes = static_cast<int>(second->ToInteger().value_or(-1));
    end += kSignAndDigits;
  }
  if (minutes < 0) return std::nullopt;
  const auto whole = first * kClockUnits[0].seconds + minutes * kClockUnits[1].seconds;
  const auto total = Decimal(whole).Plus(*third);
  return total ? std::optional(MakeSeconds(at, end, *total)) : std::nullopt;
}

// Adds the seconds of `part`, whose unit is that of `rank`.
bool Add(const Quantity& part, std::size_t rank, Quantity* sum) {
  const auto scaled = part.amount.number.Times(Decimal(kClockUnits[rank].seconds));
  const auto total = scaled ? sum->amount.number.Plus(*scaled) : std::nullopt;
  if (!total) return false;
  sum->amount.number = *total;
  sum->end = part.end;
  return true;
}

// The hundredths behind whole seconds.
bool AddParts(const LexemeReader& reader, Quantity* sum) {
  if (!sum->amount.number.IsInteger()) return false;
  std::uint32_t end = sum->end;
  const auto parts = ReadParts(reader, &end);
  const auto total = parts ? sum->amount.number.Plus(*parts) : std::nullopt;
  if (!total) return false;
  sum->amount.number = *total;
  sum->end = end;
  return true;
}

// The units must go down: hours, minutes, seconds.
std::optional<Quantity> ParseDuration(const LexemeReader& reader, const Quantity& first) {
  constexpr std::size_t kMinute = 1;
  constexpr std::size_t kSecond = 2;
  std::size_t rank = RankOf(first);
  if (rank > kSecond) return std::nullopt;
  Quantity sum = first;
  sum.amount.number = Decimal(0);
  if (!Add(first, rank, &sum)) return std::nullopt;
  bool compound = false;
  while (rank < kSecond) {
    const auto part = ParseQuantity(reader, SkipJoint(reader, sum.end));
    const std::size_t next = part ? RankOf(*part) : kClockUnits.size();
    if (next > kSecond || next <= rank || !Add(*part, next, &sum)) break;
    rank = next;
    compound = true;
  }
  if (rank == kSecond && AddParts(reader, &sum)) compound = true;
  if (!compound) return std::nullopt;
  if (rank == kMinute) {
    const auto minutes = sum.amount.number.ToInteger();
    if (!minutes || *minutes % kClockUnits[kMinute].seconds != 0) return std::nullopt;
    sum.amount.number = Decimal(*minutes / kClockUnits[kMinute].seconds);
  }
  sum.unit = kClockUnits[rank].name;
  return sum;
}

bool IsLength(const Quantity& quantity, std::string_view unit) {
  return quantity.kind == MentionKind::kMeasure && quantity.unit == unit &&
         quantity.amount.precision == Precision::kExact && quantity.amount.number.IsInteger();
}

// `6ft 2in`, `six feet two inches`, `5 foot 11`: inches.
std::optional<Quantity> ParseFeet(const LexemeReader& reader, const Quantity& feet) {
  constexpr std::int64_t kInches = 12;
  Quantity sum = feet;
  std::int64_t inches = 0;
  const auto part = ParseQuantity(reader, feet.end);
  if (part && IsLength(*part, "in")) {
    inches = part->amount.number.ToInteger().value_or(kInches);
    sum.end = part->end;
  } else {
    const bool symbol = reader.IsGlued(feet.end + 1) && reader.TextOf(feet.end + 1) == "in";
    inches = symbol || !reader.IsWord(feet.end + 1) ? reader.PlainNumber(feet.end, 2) : -1;
    sum.end = feet.end + (symbol ? 2 : 1);
  }
  const auto whole = feet.amount.number.Times(Decimal(kInches));
  const auto total = whole ? whole->Plus(Decimal(inches)) : std::nullopt;
  if (inches < 0 || inches >= kInches || !total) return std::nullopt;
  sum.amount.number = *total;
  sum.unit = "in";
  return sum;
}

// `1m88`, `1 mètre 88`: metres.
std::optional<Quantity> ParseMetres(const LexemeReader& reader, const Quantity& metres) {
  const int centimetres = reader.PlainNumber(metres.end, 2);
  if (centimetres < 0 || reader.lexemes[metres.end].digits != 2) return std::nullopt;
  const bool counts = !reader.IsGlued(metres.end) && reader.IsWord(metres.end + 1) &&
                      !reader.Find(metres.end + 1, Role::kOf);
  const auto total = metres.amount.number.Plus(Decimal(centimetres, -2));
  if (counts || !total) return std::nullopt;
  Quantity sum = metres;
  sum.amount.number = *total;
  sum.end = metres.end + 1;
  return sum;
}

}  // namespace

std::optional<Quantity> ParseCompoundQuantity(const LexemeReader& reader, std::uint32_t at) {
  if (auto pointed = ParsePointed(reader, at)) return pointed;
  const std::optional<Quantity> first = ParseQuantity(reader, at);
  if (!first) return std::nullopt;
  if (IsLength(*first, "ft")) return ParseFeet(reader, *first);
  if (IsLength(*first, "m")) return ParseMetres(reader, *first);
  return ParseDuration(reader, *first);
}

}  // namespace calque::internal
