#include "align/entities/decimal.h"

#include <cmath>
#include <cstdlib>

#include "align/io/number_text.h"

namespace calque::internal {
namespace {

constexpr int kMaxPlaces = 60;  // so that no key is long, whatever a text has of zeros

int DigitCount(std::int64_t value) {
  int count = 1;
  while ((value /= 10) != 0) ++count;
  return count;
}

// `value` times ten to the `power` where it still has at most 18 digits.
std::optional<std::int64_t> Shifted(std::int64_t value, int power) {
  if (value != 0 && DigitCount(value) + power > Decimal::kMaxDigits) return std::nullopt;
  for (int i = 0; value != 0 && i < power; ++i) value *= 10;
  return value;
}

std::optional<Decimal> IfItFits(Decimal number) {
  if (number.SignificantDigits() > Decimal::kMaxDigits) return std::nullopt;
  return number;
}

}  // namespace

Decimal::Decimal(std::int64_t integer, int exponent) : mantissa_(integer), exponent_(exponent) {
  if (mantissa_ == 0) exponent_ = 0;
  while (mantissa_ != 0 && mantissa_ % 10 == 0) {
    mantissa_ /= 10;
    ++exponent_;
  }
}

std::optional<Decimal> Decimal::FromDigits(std::string_view integer, std::string_view fraction) {
  std::string digits(integer);
  digits += fraction;
  digits.erase(digits.find_last_not_of('0') + 1);
  const int exponent = static_cast<int>(integer.size()) - static_cast<int>(digits.size());
  digits.erase(0, digits.find_first_not_of('0'));
  if (digits.empty()) return Decimal();
  if (digits.size() > kMaxDigits || std::abs(exponent) > kMaxPlaces) return std::nullopt;
  const std::optional<std::int64_t> value = ParseNumber<std::int64_t>(digits);
  if (!value) return std::nullopt;
  return Decimal(*value, exponent);
}

std::optional<Decimal> Decimal::FromString(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t point = text.find('.');
  std::optional<Decimal> value = point == std::string_view::npos
                                     ? FromDigits(text, {})
                                     : FromDigits(text.substr(0, point), text.substr(point + 1));
  return value && negative ? value->Negated() : value;
}

Decimal Decimal::Scaled(int power) const { return Decimal(mantissa_, exponent_ + power); }

std::optional<Decimal> Decimal::Plus(Decimal other) const {
  if (IsZero()) return other;
  if (other.IsZero()) return *this;
  const int exponent = exponent_ < other.exponent_ ? exponent_ : other.exponent_;
  const auto a = Shifted(mantissa_, exponent_ - exponent);
  const auto b = Shifted(other.mantissa_, other.exponent_ - exponent);
  if (!a || !b) return std::nullopt;
  return IfItFits(Decimal(*a + *b, exponent));
}

std::optional<Decimal> Decimal::Times(Decimal other) const {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(mantissa_, other.mantissa_, &product)) return std::nullopt;
  return IfItFits(Decimal(product, exponent_ + other.exponent_));
}

std::optional<std::int64_t> Decimal::ToInteger() const {
  if (!IsInteger()) return std::nullopt;
  return Shifted(mantissa_, exponent_);
}

double Decimal::ToDouble() const {
  return static_cast<double>(mantissa_) * std::pow(10.0, exponent_);
}

int Decimal::SignificantDigits() const { return DigitCount(mantissa_); }

Decimal Decimal::Rounded(int significant_digits) const {
  const int drop = SignificantDigits() - significant_digits;
  if (drop <= 0) return *this;
  std::int64_t unit = 1;
  for (int i = 0; i < drop; ++i) unit *= 10;
  const std::int64_t half = mantissa_ < 0 ? -unit / 2 : unit / 2;
  return Decimal((mantissa_ + half) / unit, exponent_ + drop);
}

std::string Decimal::ToString() const {
  std::string digits = std::to_string(mantissa_ < 0 ? -mantissa_ : mantissa_);
  if (exponent_ >= 0) {
    digits.append(static_cast<std::size_t>(exponent_), '0');
  } else {
    const auto decimals = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
  }
  if (mantissa_ < 0) digits.insert(0, 1, '-');
  return digits;
}

}  // namespace calque::internal
