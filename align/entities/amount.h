// How many: a number, and whether it is meant exactly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "align/entities/decimal.h"

namespace calque::internal {

enum class Precision : std::uint8_t {
  kExact,
  kAbout,  // `une vingtaine`, written `~20`
  kVague,  // `hundreds`, written `~100s`: from this power of ten up to the next
};

struct Amount {
  Decimal number;
  Precision precision = Precision::kExact;

  [[nodiscard]] std::string ToString() const;
  [[nodiscard]] static std::optional<Amount> FromString(std::string_view text);
  friend bool operator==(const Amount&, const Amount&) = default;
};

}  // namespace calque::internal
