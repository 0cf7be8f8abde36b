// Quarters and halves of a year, which date keys have in the place of months (EDTF 2019, level 2):
// `date:--33` to `date:--36`, `date:--40` and `date:--41`.
#pragma once

#include <optional>

namespace calque::internal {

inline constexpr int kMonthsOfYear = 12;

struct YearPart {
  int months = 0;  // 3 of a quarter, 6 of a half
  int index = 0;   // from 0
};

inline constexpr int kFirstQuarter = 33;
inline constexpr int kFirstHalf = 40;

[[nodiscard]] constexpr int MonthNumber(const YearPart& part) {
  return (part.months == 3 ? kFirstQuarter : kFirstHalf) + part.index;
}

// No value for a month of the calendar, and for what is none.
[[nodiscard]] constexpr std::optional<YearPart> YearPartOf(int month) {
  if (month >= kFirstQuarter && month < kFirstQuarter + 4)
    return YearPart{3, month - kFirstQuarter};
  if (month >= kFirstHalf && month < kFirstHalf + 2) return YearPart{6, month - kFirstHalf};
  return std::nullopt;
}

}  // namespace calque::internal
