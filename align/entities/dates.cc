#include "align/entities/dates.h"

#include <optional>

#include "align/base/iso_date.h"
#include "align/entities/decades.h"
#include "align/entities/ratios.h"
#include "align/entities/year_part.h"

namespace calque::internal {
namespace {

constexpr int kFirstYear = 1400;
constexpr int kLastYear = 2100;
constexpr float kMonthProbability = 0.9F;
constexpr float kRelativeProbability = 0.7F;
constexpr float kPhraseOrdinalProbability = 0.4F;
constexpr float kAgeProbability = 0.4F;  // `la septuagénaire` for a name

// `2026-01-05`, with `-` for a year that is not given and nothing for a day that is not.
std::string DateKey(int year, int month, int day) {
  std::string key = "date:" + (year > 0 ? std::to_string(year) : std::string("-"));
  if (month > 0) key += "-" + TwoDigits(month);
  if (day > 0) key += "-" + TwoDigits(day);
  return key;
}

bool IsYear(int number) { return number >= kFirstYear && number <= kLastYear; }

// A day of the month, `5`, `5th`, `1er`; `end` lies behind it.
struct Part {
  int number = 0;
  std::uint32_t end = 0;
};
std::optional<Part> ParseDay(const LexemeReader& reader, std::uint32_t at) {
  const int day = reader.PlainNumber(at, 2);
  if (day < 1 || day > 31) return std::nullopt;
  const auto suffix = reader.FindGlued(at + 1, Role::kOrdinalSuffix);
  return Part{day, suffix ? suffix->end : at + 1};
}

std::optional<Part> ParseMonth(const LexemeReader& reader, std::uint32_t at) {
  auto found = reader.Find(at, Role::kMonth);
  const bool full = found.has_value();
  if (!found) found = reader.Find(at, Role::kMonthAbbreviation);
  if (!found) return std::nullopt;
  std::uint32_t end = found->end;
  if (!full && reader.IsSign(end, U'.') && reader.IsGlued(end)) ++end;
  return Part{static_cast<int>(found->term->number), end};
}

std::optional<Part> ParseYear(const LexemeReader& reader, std::uint32_t at) {
  const int year = reader.PlainNumber(at, 4);
  if (!IsYear(year)) return std::nullopt;
  return Part{year, at + 1};
}

std::uint32_t SkipOf(const LexemeReader& reader, std::uint32_t at) {
  const auto of = reader.Find(at, Role::kOf);
  return of ? of->end : at;
}

// The year behind a day and month, if there is one: `, 2012`, `de 2012`, `2012`.
std::optional<Part> ParseYearAfter(const LexemeReader& reader, std::uint32_t at) {
  if (reader.IsSign(at, U',')) ++at;
  return ParseYear(reader, SkipOf(reader, at));
}

// Behind the word or sign that joins two ends of a range; `at` itself where there is none.
std::uint32_t SkipRange(const LexemeReader& reader, std::uint32_t at) {
  if (const auto range = reader.Find(at, Role::kRange)) return range->end;
  return reader.IsDash(at) || reader.IsSign(at, U'/') ? at + 1 : at;
}

// A second day behind a range word: `5-12`.
std::optional<Part> ParseLastDay(const LexemeReader& reader, std::uint32_t after_first,
                                 std::uint32_t* begin) {
  *begin = SkipRange(reader, after_first);
  return *begin == after_first ? std::nullopt : ParseDay(reader, *begin);
}

// `5 January 2012`, `5-12 mai`, `1er mai`, `5 de enero de 2012`, `5. Januar`.
std::vector<DateMention> ParseDayMonth(const LexemeReader& reader, std::uint32_t at) {
  const std::optional<Part> first = ParseDay(reader, at);
  if (!first) return {};
  std::uint32_t last_begin = at;
  const std::optional<Part> last = ParseLastDay(reader, first->end, &last_begin);
  std::uint32_t next = last ? last->end : first->end;
  if (reader.IsSign(next, U'.') && reader.IsGlued(next)) ++next;
  next = reader.SkipHyphen(next);  // `le 11-Septembre`
  const std::optional<Part> month = ParseMonth(reader, SkipOf(reader, next));
  if (!month) return {};
  const std::optional<Part> year = ParseYearAfter(reader, month->end);
  const std::uint32_t end = year ? year->end : month->end;
  const int year_number = year ? year->number : 0;
  std::vector<DateMention> dates;
  if (last) {
    dates.push_back({at, first->end, DateKey(year_number, month->number, first->number)});
    dates.push_back({last_begin, end, DateKey(year_number, month->number, last->number)});
  } else {
    dates.push_back({at, end, DateKey(year_number, month->number, first->number)});
  }
  return dates;
}

// `January 5, 2012`, `Jan. 5-12`, `January 2012`; the month alone is ParseMonthAlone's.
std::vector<DateMention> ParseMonthDay(const LexemeReader& reader, std::uint32_t at) {
  const std::optional<Part> month = ParseMonth(reader, at);
  if (!month) return {};
  if (const auto year = ParseYearAfter(reader, month->end)) {
    return {{at, year->end, DateKey(year->number, month->number, 0)}};
  }
  if (reader.vocabulary.conventions.day_first) return {};
  const std::optional<Part> first = ParseDay(reader, month->end);
  if (!first) return {};
  std::uint32_t last_begin = at;
  const std::optional<Part> last = ParseLastDay(reader, first->end, &last_begin);
  const std::optional<Part> year = ParseYearAfter(reader, last ? last->end : first->end);
  const int year_number = year ? year->number : 0;
  const std::uint32_t last_end = last ? last->end : first->end;
  const std::uint32_t end = year ? year->end : last_end;
  if (!last) return {{at, end, DateKey(year_number, month->number, first->number)}};
  return {{at, first->end, DateKey(year_number, month->number, first->number)},
          {last_begin, end, DateKey(year_number, month->number, last->number)}};
}

std::vector<DateMention> ParseMonthAlone(const LexemeReader& reader, std::uint32_t at) {
  const auto month = reader.Find(at, Role::kMonth);
  if (!month) return {};
  // `May` may be a verb and `Mars` a planet; `mars` in small letters is a month.
  const bool doubtful = reader.lexemes[at].capital && reader.Find(at, Role::kAmbiguous).has_value();
  const bool joined = at > 0 && reader.SkipHyphen(at - 1) == at;  // `mid-March`
  if (doubtful && !reader.Follows(joined ? at - 1 : at, Role::kMonthLead)) return {};
  return {
      {at, month->end, DateKey(0, static_cast<int>(month->term->number), 0), kMonthProbability}};
}

// `2026-01-05`, `05/01/2026`, `5.1.2026`.
std::vector<DateMention> ParseNumeric(const LexemeReader& reader, std::uint32_t at) {
  const bool iso = reader.IsSign(at + 1, U'-') && reader.IsSign(at + 3, U'-');
  const bool local = (reader.IsSign(at + 1, U'/') && reader.IsSign(at + 3, U'/')) ||
                     (reader.IsSign(at + 1, U'.') && reader.IsSign(at + 3, U'.'));
  if (!iso && !local) return {};
  for (std::uint32_t i = 1; i <= 4; ++i) {
    if (!reader.IsGlued(at + i)) return {};
  }
  const int first = reader.PlainNumber(at, 4);
  const int second = reader.PlainNumber(at + 2, 2);
  const int third = reader.PlainNumber(at + 4, 4);
  // In the order of the language, but for what is no month.
  const bool day_first = first > 12 || (reader.vocabulary.conventions.day_first && second <= 12);
  const int year = iso && IsYear(first) ? first : third;
  int day = day_first ? first : second;
  int month = day_first ? second : first;
  if (iso && IsYear(first)) {
    month = second;
    day = third;
  }
  if (!IsYear(year) || month < 1 || month > 12 || day < 1 || day > 31) return {};
  return {{at, at + 5, DateKey(year, month, day)}};
}

std::string CenturyKey(std::int64_t century) {
  const std::string years = std::to_string(century - 1);
  return "date:" + std::string(years.size() < 2 ? "0" : "") + years + "XX";
}

// `21st century`, `XXIe siècle`, `siglo XXI`.
std::vector<DateMention> ParseCentury(const LexemeReader& reader, std::uint32_t at) {
  constexpr std::int64_t kLastCentury = 30;
  if (const auto noun = reader.Find(at, Role::kCentury)) {
    if (!reader.IsWord(noun->end)) return {};
    const std::int64_t century = RomanNumber(reader.TextOf(noun->end));
    if (century < 1 || century > kLastCentury) return {};
    return {{at, noun->end + 1, CenturyKey(century)}};
  }
  const std::optional<OrdinalMatch> ordinal = ParseOrdinal(reader, at);
  if (!ordinal || ordinal->number > kLastCentury || ordinal->number < 1) return {};
  const auto noun = reader.Find(reader.SkipHyphen(ordinal->end), Role::kCentury);
  if (!noun) return {};
  return {{at, noun->end, CenturyKey(ordinal->number)}};
}

// `first quarter`, `premier semestre`. `First half` is one of a year only where the year follows.
std::vector<DateMention> ParseYearPart(const LexemeReader& reader, std::uint32_t at) {
  const std::optional<OrdinalMatch> ordinal = ParseOrdinal(reader, at);
  if (!ordinal) return {};
  const std::uint32_t next = reader.SkipHyphen(ordinal->end);
  const auto part = reader.Find(next, Role::kYearPart);
  if (!part || ordinal->number < 1 || ordinal->number > part->term->number) return {};
  const auto half = reader.Find(next, Role::kHalf);
  if (half && half->end == part->end) {
    const auto of = reader.Find(part->end, Role::kOf);
    if (!of) return {};
    const auto year = reader.Find(of->end, Role::kKey);
    const bool named = year && year->term->text.ends_with(":year");
    if (!named && !ParseYear(reader, of->end)) return {};
  }
  const int months = kMonthsOfYear / static_cast<int>(part->term->number);
  const YearPart span{months, static_cast<int>(ordinal->number) - 1};
  return {{at, part->end, DateKey(0, MonthNumber(span), 0), kMonthProbability}};
}

// `2012`, `2011-2012`, `2011/12`.
std::vector<DateMention> ParseYears(const LexemeReader& reader, std::uint32_t at) {
  const std::optional<Part> first = ParseYear(reader, at);
  if (!first) return {};
  std::vector<DateMention> dates = {{at, first->end, DateKey(first->number, 0, 0)}};
  const std::uint32_t next = first->end + 1;
  const auto joins = [&](std::uint32_t sign) {
    return (reader.IsDash(sign) || reader.IsSign(sign, U'/')) && reader.IsGlued(sign) &&
           reader.IsGlued(sign + 1);
  };
  const int last = joins(first->end) ? reader.PlainNumber(next, 4) : -1;
  // `2012-13-45` is the number of a file or a telephone, `1974-75-76` and `2012/13-2014/15` are
  // not.
  if (joins(next + 1) && reader.IsNumber(next + 2) && !ParseYear(reader, next + 2) &&
      reader.PlainNumber(next + 2, 2) != last + 1) {
    return dates;
  }
  const bool short_form =
      last > first->number % 100 && last < 100 && reader.lexemes[next].digits == 2;
  if (short_form) {
    dates.push_back({next, next + 1, DateKey(first->number / 100 * 100 + last, 0, 0)});
  } else if (IsYear(last)) {
    dates.push_back({next, next + 1, DateKey(last, 0, 0)});
  }
  return dates;
}

std::vector<DateMention> ParseWord(const LexemeReader& reader, std::uint32_t at) {
  if (const auto phrase = reader.Find(at, Role::kKey)) {
    const std::string& key = phrase->term->text;
    float probability = kRelativeProbability;
    if (key.starts_with("ordinal:")) probability = kPhraseOrdinalProbability;  // `first half`
    if (key.starts_with("duration:~")) probability = kAgeProbability;
    return {{at, phrase->end, key, probability}};
  }
  const auto day = reader.Find(at, Role::kWeekday);
  if (!day) return {};
  return {{at, day->end, "weekday:" + std::to_string(day->term->number)}};
}

}  // namespace

std::vector<DateMention> ParseDates(const LexemeReader& reader, std::uint32_t at) {
  using Parser = std::vector<DateMention> (*)(const LexemeReader&, std::uint32_t);
  static constexpr Parser kParsers[] = {ParseNumeric, ParseDayMonth, ParseMonthDay,
                                        ParseDecade,  ParseCentury,  ParseYearPart,
                                        ParseYears,   ParseWord,     ParseMonthAlone};
  for (const Parser parse : kParsers) {
    std::vector<DateMention> dates = parse(reader, at);
    if (!dates.empty()) return dates;
  }
  return {};
}

}  // namespace calque::internal
