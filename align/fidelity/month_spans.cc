#include "align/fidelity/month_spans.h"

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "align/base/iso_date.h"
#include "align/entities/value_key.h"
#include "align/entities/year_part.h"

namespace calque::internal {
namespace {

// `--07` of July alone, or of its last day, as balance sheets have it; 0 for other values.
int MonthOf(const ValueKey& key) {
  const std::optional<PartialDate> date = DateOf(key);
  if (!date || date->year != 0 || date->month < 1 || date->month > kMonthsOfYear) return 0;
  constexpr int kLeapYear = 2000;
  const auto last = std::chrono::year(kLeapYear) / date->month / std::chrono::last;
  const int days = static_cast<int>(static_cast<unsigned>(last.day()));
  return date->day == 0 || date->day >= days - 1 ? date->month : 0;
}

// How many months a duration has; 0 for other values.
int MonthsIn(const ValueKey& key) {
  if (key.kind != "duration" || key.unit != "month") return 0;
  const std::optional<Amount> amount = AmountOf(key);
  const std::int64_t months = amount ? amount->number.ToInteger().value_or(0) : 0;
  return months > 1 && months < kMonthsOfYear ? static_cast<int>(months) : 0;
}

// Quarters and halves of a year have keys of their own.
std::string SpanKey(int first, int months) {
  const int month = (first - 1 + kMonthsOfYear) % kMonthsOfYear;  // from 0
  if ((months == 3 || months == 6) && month % months == 0) {
    return "date:--" + std::to_string(MonthNumber(YearPart{months, month / months}));
  }
  return "date:--" + TwoDigits(month + 1) + "/" + std::to_string(months);
}

// Whether what stands between two mentions says that the second is the end of the first.
bool AreJoined(const SideView& side, const Mention& first, const Mention& second) {
  constexpr std::size_t kMostWords = 4;  // `allant jusqu'à la fin`
  if (second.span.begin < first.span.end) return false;
  const ByteSpan between{first.span.end, second.span.begin};
  const std::string_view text = side.Text(between);
  if (text == "-" || text == "/" || text == "–") return true;
  const IndexRange<Token> tokens = side.TokensIn(between);
  if (tokens.size() > kMostWords) return false;
  bool joined = false;
  for (const Word& word : side.words().subspan(tokens.begin, tokens.size())) {
    if (word.IsPunctuation()) return false;
    joined = joined || side.rules().until.Contains(word.folded);
  }
  return joined;
}

// The key of the span that two neighbours name; empty for none.
std::string KeyOfSpan(const SideView& side, const Mention& first, const Mention& second) {
  const std::optional<ValueKey> begin = SplitKey(first.key);
  const std::optional<ValueKey> end = SplitKey(second.key);
  if (!begin || !end) return {};
  if (begin->kind == "ordinal" && begin->value == "1") {  // `the first six months`
    const int months = MonthsIn(*end);
    const bool beside =
        first.span.end < second.span.begin && side.Text({first.span.end, second.span.begin}) == " ";
    return beside && (months == 3 || months == 6) ? SpanKey(1, months) : std::string();
  }
  const int last_month = MonthOf(*end);
  if (last_month == 0 || !AreJoined(side, first, second)) return {};
  if (const int months = MonthsIn(*begin); months > 0) {
    return SpanKey(last_month - months + 1, months);
  }
  const int first_month = MonthOf(*begin);
  if (first_month == 0 || first_month == last_month) return {};
  const int months = (last_month - first_month + kMonthsOfYear) % kMonthsOfYear + 1;
  return SpanKey(first_month, months);
}

// Whether a span was found; see PairWithMonthSpans.
bool MergeMonths(const SideView& side, std::vector<Mention>* mentions) {
  bool merged = false;
  for (std::size_t i = 0; i + 1 < mentions->size(); ++i) {
    std::string key = KeyOfSpan(side, (*mentions)[i], (*mentions)[i + 1]);
    if (key.empty()) continue;
    (*mentions)[i].key.clear();
    (*mentions)[i + 1].key = std::move(key);
    merged = true;
  }
  return merged;
}

}  // namespace

ValuePairs PairWithMonthSpans(const SideView& source, std::vector<Mention>* source_mentions,
                              const SideView& target, std::vector<Mention>* target_mentions,
                              const std::optional<Date>& reference) {
  ValuePairs pairs = PairValues(*source_mentions, *target_mentions, reference);
  const auto loose = [](const ValuePairs& some) {
    return some.unpaired_source.size() + some.unpaired_target.size();
  };
  if (loose(pairs) == 0) return pairs;
  std::vector<Mention> ours = *source_mentions;
  std::vector<Mention> theirs = *target_mentions;
  const bool merged = MergeMonths(source, &ours);
  if (!MergeMonths(target, &theirs) && !merged) return pairs;
  ValuePairs by_span = PairValues(ours, theirs, reference);
  if (loose(by_span) >= loose(pairs)) return pairs;
  *source_mentions = std::move(ours);
  *target_mentions = std::move(theirs);
  return by_span;
}

}  // namespace calque::internal
