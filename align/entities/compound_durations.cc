#include "align/entities/compound_durations.h"

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
std::size_t RankOf(const std::optional<Quantity>& quantity) {
  if (!quantity || quantity->kind != MentionKind::kDuration) return kClockUnits.size();
  if (quantity->amount.precision != Precision::kExact) return kClockUnits.size();
  std::size_t rank = 0;
  while (rank < kClockUnits.size() && kClockUnits[rank].name != quantity->unit) ++rank;
  return rank;
}

// `, `, ` and ` or nothing between two parts.
std::uint32_t SkipJoint(const LexemeReader& reader, std::uint32_t at) {
  if (reader.IsSign(at, U',')) ++at;
  const auto joint = reader.Find(at, Role::kAnd);
  return joint ? joint->end : at;
}

// `81/100e`, `81/100`, or `81` with no word behind it: hundredths of a second.
std::optional<Decimal> ReadParts(const LexemeReader& reader, std::uint32_t* at) {
  const int parts = reader.PlainNumber(*at, 3);
  if (parts < 0) return std::nullopt;
  if (!reader.IsSign(*at + 1, U'/')) {
    if (reader.lexemes[*at].digits != 2 || reader.IsWord(*at + 1)) return std::nullopt;
    ++*at;
    return Decimal(parts, -2);
  }
  const int whole = reader.PlainNumber(*at + 2, 4);
  if (whole != 10 && whole != 100 && whole != 1000) return std::nullopt;
  *at += 3;
  const auto suffix = reader.Find(*at, Role::kOrdinalSuffix);
  if (suffix && reader.IsGlued(*at)) *at = suffix->end;
  return Decimal(parts, whole == 10 ? -1 : whole == 100 ? -2 : -3);
}

// `2:03.45`, minutes and seconds.
std::optional<Quantity> ParsePointed(const LexemeReader& reader, std::uint32_t at) {
  const int minutes = reader.PlainNumber(at, 2);
  const bool joined =
      reader.IsSign(at + 1, U':') && reader.IsGlued(at + 1) && reader.IsGlued(at + 2);
  if (minutes < 0 || !joined || !reader.IsNumber(at + 2)) return std::nullopt;
  const Lexeme& seconds = reader.lexemes[at + 2];
  if (seconds.digits != 2 || seconds.number.IsInteger() || seconds.number.ToDouble() >= 60) {
    return std::nullopt;
  }
  const std::optional<Decimal> total =
      Decimal(minutes * kClockUnits[1].seconds).Plus(seconds.number);
  if (!total) return std::nullopt;
  Quantity quantity;
  quantity.begin = at;
  quantity.end = at + 3;
  quantity.kind = MentionKind::kDuration;
  quantity.amount.number = *total;
  quantity.unit = "second";
  quantity.digits = true;
  return quantity;
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

}  // namespace

std::optional<Quantity> ParseCompoundDuration(const LexemeReader& reader, std::uint32_t at) {
  if (auto pointed = ParsePointed(reader, at)) return pointed;
  constexpr std::size_t kMinute = 1;
  constexpr std::size_t kSecond = 2;
  std::optional<Quantity> first = ParseQuantity(reader, at);
  std::size_t rank = RankOf(first);
  if (rank > kSecond) return std::nullopt;
  Quantity sum = *first;
  sum.amount.number = Decimal(0);
  if (!Add(*first, rank, &sum)) return std::nullopt;
  bool compound = false;
  while (rank < kSecond) {
    const auto part = ParseQuantity(reader, SkipJoint(reader, sum.end));
    const std::size_t next = RankOf(part);
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

}  // namespace calque::internal
