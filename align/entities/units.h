// Units of measurement and currencies that no language owns: their codes, sizes and signs.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace calque::internal {

// One unit of `code` is `factor` of its dimension's base unit, from `offset` on (degrees).
// Factors: International System of Units, 9th edition; international yard and pound (1959).
struct MeasuringUnit {
  std::string_view code;       // `km`
  std::string_view dimension;  // `length`
  double factor = 1.0;
  double offset = 0.0;
};
[[nodiscard]] std::optional<MeasuringUnit> FindUnit(std::string_view code);

// The same for the units of durations; calendar months and years by their mean length.
[[nodiscard]] std::optional<MeasuringUnit> FindDurationUnit(std::string_view code);

struct CurrencySign {
  std::string_view sign;
  std::string_view code;  // ISO 4217
};
// Signs and ISO codes that stand before or behind amounts in newswire.
[[nodiscard]] std::span<const CurrencySign> CurrencySigns();

// Whether two codes are one, or may be of one currency: `crowns`, which has a code of its own or of
// the currency that it most often means, are Swedish or Czech, `krona` and `couronnes` both.
[[nodiscard]] bool MayBeOneCurrency(std::string_view code, std::string_view other);

// What one unit of a currency has been worth in US dollars since 1999, rounded outwards.
struct CurrencyWorth {
  double least = 0.0;
  double most = 0.0;
};
// Of a currency that is not listed, whatever any has been worth.
[[nodiscard]] CurrencyWorth WorthOf(std::string_view code);

}  // namespace calque::internal
