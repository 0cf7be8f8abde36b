#include "align/entities/unit_matches.h"

#include <string_view>
#include <utility>

namespace calque::internal {
namespace {

using Match = LexemeReader::Match;

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

// `$4.8` of `$4.6-$4.8 billion`: the sign belongs to the number behind it, as it does not in
// `20€50`.
bool IsSignOfNext(const LexemeReader& reader, std::uint32_t at, const Match& sign) {
  const bool before = reader.IsNumber(sign.end) && reader.IsGlued(sign.end);
  return before && (!reader.IsGlued(at) || reader.IsDash(at - 1));
}

// Whether the words around say that `pounds`, which end at `end`, are a weight: `weighs about 210
// pounds`, `a 500-pound bomb`, `50 pounds of explosives`.
bool IsWeight(const LexemeReader& reader, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kMostBetween = 2;  // `more than`, `près de`
  for (std::uint32_t i = 0; i <= kMostBetween && i < begin; ++i) {
    if (reader.Follows(begin - i, Role::kWeighLead)) return true;
    if (!reader.IsWord(begin - i - 1)) break;
  }
  const auto of = reader.Find(end, Role::kOf);
  return reader.Find(of ? of->end : end, Role::kWeighed).has_value();
}

// The longest unit of any kind at `at`, behind a number that starts at `begin`; of equally long
// ones the first that is listed here.
std::optional<UnitMatch> FindUnitAt(const LexemeReader& reader, std::uint32_t begin,
                                    std::uint32_t at) {
  std::optional<UnitMatch> best;
  const auto offer = [&](UnitMatch unit) {
    if (!best || unit.end > best->end) best = std::move(unit);
  };
  if (const auto found = reader.Find(at, Role::kPercent)) {
    offer({found->end, MentionKind::kPercentage, {}, Decimal(1)});
  }
  const auto is_apart = [&](const Match& found) {  // `812 p`
    return found.end == at + 1 && reader.TextOf(at).size() == 1 && !reader.IsGlued(at);
  };
  if (const auto found = reader.Find(at, Role::kCurrency); found && !is_apart(*found)) {
    offer({found->end, MentionKind::kMoney, found->term->text, Decimal(1)});
  }
  if (const auto found = FindCurrencySign(reader, at); found && !IsSignOfNext(reader, at, *found)) {
    offer({found->end, MentionKind::kMoney, found->term->text, Decimal(1)});
  }
  if (const auto found = reader.Find(at, Role::kDuration)) offer(DurationOf(*found));
  if (const auto found = reader.Find(at, Role::kUnit)) {
    const bool either = best && best->kind == MentionKind::kMoney && best->end == found->end;
    if (either && IsWeight(reader, begin, found->end)) best.reset();
    offer(MeasureOf(*found));
  }
  return best;
}

// Whether a year, or a phrase for one, follows `of`.
bool IsOfYear(const LexemeReader& reader, std::uint32_t at) {
  constexpr int kDigits = 4;
  const auto of = reader.Find(at, Role::kOf);
  if (!of) return false;
  const auto phrase = reader.Find(of->end, Role::kKey);
  return (phrase && phrase->term->text.ends_with(":year")) ||
         reader.PlainNumber(of->end, kDigits) >= 1000;
}

// Whether a word for a part of a year is a share: `three quarters of the budget`, not `the first
// three quarters`, `three quarters in a row`, `three quarters of 2025`.
bool IsShare(const LexemeReader& reader, std::uint32_t begin, const NumberMatch& number,
             std::uint32_t at) {
  const auto denominator = reader.Find(at, Role::kDenominator);
  if (!denominator ||
      number.amount.number.ToDouble() >= static_cast<double>(denominator->term->number)) {
    return false;
  }
  const std::uint32_t end = denominator->end;
  return !reader.Follows(begin, Role::kPeriodLead) && !reader.Find(end, Role::kPeriodTail) &&
         !IsOfYear(reader, end);
}

}  // namespace

std::optional<Match> FindCurrencySign(const LexemeReader& reader, std::uint32_t at) {
  const std::optional<Match> found = reader.Find(at, Role::kCurrencySign);
  if (!found) return std::nullopt;
  for (std::uint32_t i = at + 1; i < found->end; ++i) {
    if (!reader.IsGlued(i)) return std::nullopt;
  }
  return found;
}

std::optional<UnitMatch> FindUnitAfter(const LexemeReader& reader, std::uint32_t begin,
                                       const NumberMatch& number) {
  const std::uint32_t at = reader.SkipHyphen(number.end);
  if (auto unit = FindUnitAt(reader, begin, at)) {
    const bool share = unit->kind == MentionKind::kDuration && IsShare(reader, begin, number, at);
    return share ? std::nullopt : std::move(unit);
  }
  if (number.counts_of) {
    if (const auto of = reader.Find(at, Role::kOf)) {
      if (auto unit = FindUnitAt(reader, begin, of->end)) return unit;
    }
  }
  constexpr int kMostFillers = 2;
  std::uint32_t next = number.end;
  for (int i = 0; i < kMostFillers; ++i) {
    const auto filler = reader.Find(next, Role::kFiller);
    if (!filler || reader.Find(next, Role::kKey)) return std::nullopt;  // `142 to 97 last month`
    next = filler->end;
    if (const auto found = reader.Find(next, Role::kDuration)) return DurationOf(*found);
  }
  return std::nullopt;
}

}  // namespace calque::internal
