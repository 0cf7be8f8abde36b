// Exact decimal numbers: a mantissa of up to 18 digits times a power of ten. Values that are
// compared across languages never pass through a binary fraction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace calque::internal {

class Decimal {
 public:
  static constexpr int kMaxDigits = 18;

  constexpr Decimal() = default;
  explicit Decimal(std::int64_t integer, int exponent = 0);

  // `integer` and `fraction` are ASCII digits, either may be empty. No value above 18 significant
  // digits, or further than 60 places from the decimal point.
  static std::optional<Decimal> FromDigits(std::string_view integer, std::string_view fraction);
  // The inverse of ToString().
  static std::optional<Decimal> FromString(std::string_view text);

  // This number times ten to the `power`.
  [[nodiscard]] Decimal Scaled(int power) const;
  [[nodiscard]] Decimal Negated() const { return Decimal(-mantissa_, exponent_); }
  // No value where the result needs more than 18 digits.
  [[nodiscard]] std::optional<Decimal> Plus(Decimal other) const;
  [[nodiscard]] std::optional<Decimal> Times(Decimal other) const;

  [[nodiscard]] bool IsInteger() const { return exponent_ >= 0; }
  [[nodiscard]] bool IsZero() const { return mantissa_ == 0; }
  // No value where this is not an integer of 64 bits.
  [[nodiscard]] std::optional<std::int64_t> ToInteger() const;
  [[nodiscard]] double ToDouble() const;  // for tolerances only
  // Digits of the mantissa: 3 for 1.82 and for 182000.
  [[nodiscard]] int SignificantDigits() const;
  // Rounded half away from zero to that many significant digits (at least 1).
  [[nodiscard]] Decimal Rounded(int significant_digits) const;
  // Plain notation without trailing zeros: `1820000000`, `-0.5`.
  [[nodiscard]] std::string ToString() const;

  // One number has one representation, so equality of members is equality of numbers.
  friend bool operator==(const Decimal&, const Decimal&) = default;

 private:
  std::int64_t mantissa_ = 0;  // not divisible by ten, unless 0
  int exponent_ = 0;           // 0 where the mantissa is 0
};

}  // namespace calque::internal
