// Value keys taken apart: the kind, how many, of what.
#pragma once

#include <optional>
#include <string_view>

#include "align/entities/amount.h"

namespace calque::internal {

struct ValueKey {
  std::string_view kind;   // `money`
  std::string_view value;  // `20` of `money:20:USD`; all behind the kind for `date`, `time`, codes
  std::string_view unit;   // `USD`; empty where the kind has none
};
// No value where `key` is not that of a value.
[[nodiscard]] std::optional<ValueKey> SplitKey(std::string_view key);

// How many the key says; no value for dates, times and codes. A fraction with no exact decimal and
// a vague amount come back as about so many.
[[nodiscard]] std::optional<Amount> AmountOf(const ValueKey& key);

// `2/3` of `fraction:2/3`.
struct FractionParts {
  int numerator = 0;
  int denominator = 0;
};
[[nodiscard]] std::optional<FractionParts> FractionOf(const ValueKey& key);

// A date of any precision: parts that are not given are 0.
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;
};
// No value for decades, centuries and what is no date; parts of a year count as months, see
// year_part.h.
[[nodiscard]] std::optional<PartialDate> DateOf(const ValueKey& key);

}  // namespace calque::internal
