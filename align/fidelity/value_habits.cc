#include "align/fidelity/value_habits.h"

#include <optional>

#include "align/entities/value_key.h"

namespace calque::internal {
namespace {

// `1990` and `the nineties`.
bool IsYearOfDecade(std::string_view year, std::string_view decade) {
  constexpr std::size_t kDigits = 4;
  return year.size() == kDigits && decade.size() == kDigits && decade.ends_with('X') &&
         !year.ends_with('X') && year.substr(0, kDigits - 1) == decade.substr(0, kDigits - 1);
}

// Whether `next` is the day of the week behind `day`.
bool IsNextDay(const ValueKey& day, const ValueKey& next) {
  constexpr int kDaysOfWeek = 7;
  return (next.value.front() - day.value.front() + kDaysOfWeek) % kDaysOfWeek == 1;
}

}  // namespace

bool IsHabit(std::string_view key, bool in_night, std::string_view other_key, bool other_in_night) {
  const std::optional<ValueKey> a = SplitKey(key);
  const std::optional<ValueKey> b = SplitKey(other_key);
  if (!a || !b || a->kind != b->kind) return false;
  if (a->kind == "weekday") {
    return (in_night && IsNextDay(*a, *b)) || (other_in_night && IsNextDay(*b, *a));
  }
  if (a->kind == "date") {
    return IsYearOfDecade(a->value, b->value) || IsYearOfDecade(b->value, a->value);
  }
  const bool vague = a->value.starts_with('~') && a->value.ends_with('s');
  return a->kind == "measure" && vague && a->value == b->value;
}

}  // namespace calque::internal
