// Units of measurement that no language owns: their codes and sizes.
#pragma once

#include <optional>
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

}  // namespace calque::internal
