#include "align/fidelity/value_habits.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "align/entities/year_part.h"

namespace calque::internal {
namespace {

// `1990` and `the nineties`.
bool IsYearOfDecade(std::string_view year, std::string_view decade) {
  constexpr std::size_t kDigits = 4;
  return year.size() == kDigits && decade.size() == kDigits && decade.ends_with('X') &&
         !year.ends_with('X') && year.substr(0, kDigits - 1) == decade.substr(0, kDigits - 1);
}

// `a third` of three men is `un troisième` or `un tiers`.
bool IsFractionOrOrdinal(const ValueKey& fraction, const ValueKey& ordinal) {
  return fraction.kind == "fraction" && ordinal.kind == "ordinal" &&
         fraction.value.starts_with("1/") && fraction.value.substr(2) == ordinal.value;
}

// `three months` of a quarter, `six months` of a half of a year.
bool ArePartOfYear(const ValueKey& duration, const ValueKey& part) {
  if (duration.kind != "duration" || duration.unit != "month" || part.kind != "date") return false;
  const std::optional<PartialDate> date = DateOf(part);
  const std::optional<YearPart> span = date ? YearPartOf(date->month) : std::nullopt;
  return span && duration.value == std::to_string(span->months);
}

// `the first half` of a year, an ordinal with its noun, is `les six premiers mois`.
bool IsHalfOfYear(const Mention& phrase, const ValueKey& ordinal, const SideView& side,
                  const ValueKey& duration) {
  const bool half = ordinal.kind == "ordinal" && (ordinal.value == "1" || ordinal.value == "2") &&
                    side.Text(phrase.span).find(' ') != std::string_view::npos;
  return half && duration.kind == "duration" && duration.unit == "month" && duration.value == "6";
}

// `last year` of the twelve months past.
bool MayBeLastYear(const ValueKey& relative, const ValueKey& duration) {
  if (relative.kind != "relative" || relative.unit != "year" || relative.value != "-1")
    return false;
  if (duration.kind != "duration") return false;
  return (duration.unit == "year" && duration.value == "1") ||
         (duration.unit == "month" && duration.value == "12");
}

// Whether `next` is the day of the week behind `day`.
bool IsNextDay(const ValueKey& day, const ValueKey& next) {
  constexpr int kDaysOfWeek = 7;
  return (next.value.front() - day.value.front() + kDaysOfWeek) % kDaysOfWeek == 1;
}

// `Thursday` of a date without a year, of which nobody can tell the weekday.
bool MayBeDayOf(const ValueKey& weekday, const ValueKey& date) {
  if (weekday.kind != "weekday" || date.kind != "date") return false;
  const std::optional<PartialDate> day = DateOf(date);
  return day && day->day != 0 && day->year == 0;
}

// Whether a word for a night stands near.
bool IsInNight(const SideView& side, const Mention& mention) {
  constexpr std::uint32_t kReach = 3;  // tokens: `dans la nuit de samedi`
  const IndexRange<Token> at = side.TokensIn(mention.span);
  const std::uint32_t begin = at.begin - std::min(at.begin, kReach);
  const auto end = std::min<std::size_t>(at.end + kReach, side.words().size());
  const auto words = side.words().subspan(begin, end - begin);
  return std::ranges::any_of(
      words, [&](const Word& word) { return side.rules().nights.Contains(word.folded); });
}

// Whether a word for a night stands right behind the day: `Sunday night` begins on it, `dans la
// nuit de dimanche` may have ended on it.
bool BeginsNight(const SideView& side, const Mention& day) {
  constexpr std::uint32_t kReach = 3;  // tokens: `samedi vers la nuit`
  const IndexRange<Token> at = side.TokensIn(day.span);
  const auto end = std::min<std::size_t>(at.end + kReach, side.words().size());
  const auto words = side.words().subspan(at.end, end - at.end);
  return std::ranges::any_of(
      words, [&](const Word& word) { return side.rules().nights.Contains(word.folded); });
}

// Whether one of them is the day of a month, and nothing but a comma or blanks parts them.
bool AreOneDay(const SideView& side, const Mention& first, const Mention& second) {
  const auto has_day = [](const Mention& mention) {
    const std::optional<ValueKey> key = SplitKey(mention.key);
    const std::optional<PartialDate> date = key ? DateOf(*key) : std::nullopt;
    return date && date->day != 0;
  };
  if (second.span.begin < first.span.end || (!has_day(first) && !has_day(second))) return false;
  const std::string_view gap = side.Text({first.span.end, second.span.begin});
  return gap.find_first_not_of(", ") == std::string_view::npos;
}

// `last month` of March, `this year` of 2025.
bool MayBeRelative(const ValueKey& relative, const ValueKey& key) {
  if (relative.kind != "relative" || key.kind != "date") return false;
  const std::optional<PartialDate> date = DateOf(key);
  if (!date) return false;
  if (date->day != 0) return false;
  if (relative.unit == "month") return date->month != 0;
  return relative.unit == "year" && date->month == 0;
}

}  // namespace

bool IsHabit(const SideView& side, const Mention& value, const SideView& other_side,
             const Mention& other) {
  const std::optional<ValueKey> a = SplitKey(value.key);
  const std::optional<ValueKey> b = SplitKey(other.key);
  if (!a || !b) return false;
  if (MayBeDayOf(*a, *b) || MayBeDayOf(*b, *a)) return true;
  if (IsFractionOrOrdinal(*a, *b) || IsFractionOrOrdinal(*b, *a)) return true;
  if (ArePartOfYear(*a, *b) || ArePartOfYear(*b, *a)) return true;
  if (MayBeLastYear(*a, *b) || MayBeLastYear(*b, *a)) return true;
  if (IsHalfOfYear(value, *a, side, *b) || IsHalfOfYear(other, *b, other_side, *a)) return true;
  if (a->kind != b->kind) return false;
  if (a->kind == "weekday") {
    return (IsNextDay(*a, *b) && IsInNight(side, value) && !BeginsNight(other_side, other)) ||
           (IsNextDay(*b, *a) && IsInNight(other_side, other) && !BeginsNight(side, value));
  }
  if (a->kind == "date") {
    return IsYearOfDecade(a->value, b->value) || IsYearOfDecade(b->value, a->value);
  }
  const bool vague = a->value.starts_with('~') && a->value.ends_with('s');
  return a->kind == "measure" && vague && a->value == b->value;
}

bool MayBeOneTime(const Mention& value, const Mention& other) {
  const std::optional<ValueKey> a = SplitKey(value.key);
  const std::optional<ValueKey> b = SplitKey(other.key);
  return a && b && (MayBeRelative(*a, *b) || MayBeRelative(*b, *a));
}

bool StandsByItsDate(const SideView& side, std::span<const Mention> values, std::size_t index) {
  const Mention& value = values[index];
  if (!value.key.starts_with("weekday:")) return false;
  return (index + 1 < values.size() && AreOneDay(side, value, values[index + 1])) ||
         (index > 0 && AreOneDay(side, values[index - 1], value));
}

std::optional<std::size_t> OtherDayOfNight(const SideView& side, std::span<const Mention> values,
                                           std::size_t index) {
  const auto are_night = [&](std::size_t first) {
    const std::optional<ValueKey> day = SplitKey(values[first].key);
    const std::optional<ValueKey> next = SplitKey(values[first + 1].key);
    return day && next && day->kind == "weekday" && next->kind == "weekday" &&
           IsNextDay(*day, *next) && IsInNight(side, values[first]);
  };
  if (index + 1 < values.size() && are_night(index)) return index + 1;
  if (index > 0 && are_night(index - 1)) return index - 1;
  return std::nullopt;
}

bool SaysLess(const Mention& value, const Mention& partner) {
  const std::optional<ValueKey> key = SplitKey(value.key);
  const std::optional<ValueKey> other = SplitKey(partner.key);
  if (!key || !other || key->kind != other->kind) return false;
  const std::optional<PartialDate> date = DateOf(*key);
  const std::optional<PartialDate> less = DateOf(*other);
  if (date && less) {
    if (date->day != 0) return less->day == 0;  // of a day, a desk may leave the year to the reader
    return date->year != 0 && less->year == 0;
  }
  const auto vague = [](const ValueKey& k) {
    return k.value.starts_with('~') && k.value.ends_with('s');
  };
  return vague(*other) && !vague(*key);
}

bool IsSpareRound(const Mention& value, std::span<const ValueKey> keys_there) {
  constexpr std::string_view kRound = "round";
  return value.key.starts_with(kRound) &&
         std::ranges::count(keys_there, kRound, &ValueKey::kind) == 0;
}

bool IsSpareDatelineDate(const View& view, ByteSpan span) {
  const auto date = [](const SideView& side) {
    const std::optional<Dateline>& dateline = side.document().dateline;
    return dateline ? dateline->date : ByteSpan();
  };
  return !date(view.here()).empty() && date(view.there()).empty() &&
         date(view.here()).Contains(span);
}

}  // namespace calque::internal
