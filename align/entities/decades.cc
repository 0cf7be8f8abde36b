#include "align/entities/decades.h"

#include <optional>
#include <string>
#include <utility>

#include "align/entities/numbers.h"
#include "align/entities/quantities.h"

namespace calque::internal {
namespace {

constexpr float kAgeProbability = 0.8F;

// The first year of a decade; of two digits, in the 20th century.
struct Decade {
  std::int64_t year = 0;
  std::uint32_t end = 0;
};

std::string DecadeKey(std::int64_t year) { return "date:" + std::to_string(year / 10) + "X"; }

bool IsDecade(std::int64_t year) {
  constexpr std::int64_t kFirst = 1400;
  constexpr std::int64_t kLast = 2100;
  return year % 10 == 0 && ((year >= 10 && year < 100) || (year >= kFirst && year <= kLast));
}

std::int64_t WholeYear(std::int64_t year) { return year < 100 ? year + 1900 : year; }

// The years of a decade behind `années`: `90`, `'90`, `1990`, `quatre-vingt-dix`.
std::optional<Decade> ParseLedYears(const LexemeReader& reader, std::uint32_t at) {
  if (reader.IsSign(at, U'\'')) ++at;
  const std::optional<NumberMatch> number = ParseNumber(reader, at);
  const auto year = number ? number->amount.number.ToInteger() : std::nullopt;
  if (!year || number->power != 0 || !IsDecade(*year)) return std::nullopt;
  return Decade{WholeYear(*year), number->end};
}

// The next decade of a list, `, 70 et 80`: later than the one before it, and followed by no comma
// but before another.
std::optional<std::pair<std::uint32_t, Decade>> ParseNextYears(const LexemeReader& reader,
                                                               const Decade& last) {
  std::uint32_t begin = last.end;
  const bool comma = reader.IsSign(begin, U',');
  if (const auto joint = reader.Find(begin, Role::kRange)) {
    begin = joint->end;
  } else if (comma || reader.IsDash(begin) || reader.IsSign(begin, U'/')) {
    ++begin;
  }
  if (begin == last.end) return std::nullopt;
  const std::optional<Decade> next = ParseLedYears(reader, begin);
  if (!next || next->year <= last.year) return std::nullopt;
  const std::optional<Quantity> counted = ParseQuantity(reader, begin);
  if (counted && !counted->IsBare()) return std::nullopt;  // `années 50 et 60 ans plus tard`
  if (comma && !ParseNextYears(reader, *next)) return std::nullopt;  // `années 60, 80 personnes`
  return std::pair{begin, *next};
}

std::vector<DateMention> ParseLed(const LexemeReader& reader, std::uint32_t at) {
  const auto lead = reader.Find(at, Role::kDecadeLead);
  if (!lead) return {};
  std::optional<Decade> decade = ParseLedYears(reader, lead->end);
  if (!decade) return {};
  std::vector<DateMention> decades = {{at, decade->end, DecadeKey(decade->year)}};
  while (const auto next = ParseNextYears(reader, *decade)) {
    decades.push_back({next->first, next->second.end, DecadeKey(next->second.year)});
    decade = next->second;
  }
  return decades;
}

// Whether `his` or `her mid-` stands before it.
bool IsAge(const LexemeReader& reader, std::uint32_t at) {
  const bool hyphen = at > 0 && reader.IsSign(at - 1, U'-');
  return reader.Follows(hyphen ? at - 1 : at, Role::kAgeLead);
}

// Ages are said by their decade, too: `une soixantaine d'années` is about 60, `his 60s` about 65.
DateMention MentionOf(const LexemeReader& reader, std::uint32_t at, std::uint32_t end,
                      std::int64_t year) {
  constexpr std::int64_t kMiddle = 5;
  const std::int64_t age = year % 100;
  if (age == 0 || !IsAge(reader, at)) return {at, end, DecadeKey(WholeYear(year))};
  return {at, end, "duration:~" + std::to_string(age + kMiddle) + ":year", kAgeProbability};
}

}  // namespace

std::vector<DateMention> ParseDecade(const LexemeReader& reader, std::uint32_t at) {
  if (const auto word = reader.Find(at, Role::kDecade)) {
    return {MentionOf(reader, at, word->end, word->term->number)};
  }
  if (std::vector<DateMention> led = ParseLed(reader, at); !led.empty()) return led;
  const int year = reader.PlainNumber(at, 4);
  const auto suffix = reader.Find(at + 1, Role::kDecadeSuffix);
  if (year < 10 || !IsDecade(year) || !suffix || !reader.IsGlued(at + 1)) return {};
  if (year >= 100) return {{at, suffix->end, DecadeKey(year)}};
  return {MentionOf(reader, at, suffix->end, year)};
}

}  // namespace calque::internal
