#include "align/fidelity/relative_times.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/entities/value_key.h"

namespace calque::internal {
namespace {

constexpr int kDaysOfWeek = 7;

// A weekday, 1 to 7, or a year by itself; 0 for what is neither.
struct Place {
  int day = 0;
  int year = 0;
};
Place PlaceOf(const Mention& mention) {
  const std::optional<ValueKey> key = SplitKey(mention.key);
  if (!key) return {};
  if (key->kind == "weekday") return {std::atoi(std::string(key->value).c_str()), 0};
  const std::optional<PartialDate> date = DateOf(*key);
  const bool whole_year = date && date->month == 0 && date->day == 0;
  return whole_year ? Place{0, date->year} : Place{};
}

}  // namespace

bool IsToldRelatively(const View& view, const Mention& value, IndexRange<Token> there) {
  const Place wanted = PlaceOf(value);
  if (wanted.day == 0 && wanted.year == 0) return false;
  const SideView& side = view.there();
  const std::vector<std::string_view> tokens = side.Folded(there);
  const FidelityRules& rules = side.rules();
  const bool day = wanted.day != 0;
  const bool before = (day ? rules.day_before : rules.year_before).OccursIn(tokens);
  const bool after = (day ? rules.day_after : rules.year_after).OccursIn(tokens);
  if (!before && !after) return false;
  const IndexRange<Mention> mentions = side.MentionsIn(side.SpanOf(there));
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    const Place named = PlaceOf(side.mentions()[m]);
    if (day ? named.day == 0 : named.year == 0) continue;
    const int apart =
        day ? (wanted.day - named.day + kDaysOfWeek) % kDaysOfWeek : wanted.year - named.year;
    if (before && apart == (day ? kDaysOfWeek - 1 : -1)) return true;
    if (after && apart == 1) return true;
  }
  return false;
}

}  // namespace calque::internal
