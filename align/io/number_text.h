// Numbers to and from text, the same in every locale.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace calque::internal {

// The shortest decimal that reads back as the same float: `0.97`, `1`.
[[nodiscard]] inline std::string FloatText(float value) {
  char buffer[32];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
  return {buffer, result.ptr};
}

// With `decimals` of them (at most 9), rounded: `0.125` is `0.13` with two, as is a sum or a share.
[[nodiscard]] inline std::string FixedText(double value, int decimals) {
  char buffer[400];  // the longest double has 309 digits
  const auto result =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals);
  return {buffer, result.ptr};
}

// The whole of `text` as a number; nothing where it is not one or does not fit.
template <typename Number>
[[nodiscard]] std::optional<Number> ParseNumber(std::string_view text) {
  Number value{};
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}
// The double with the decimals of FloatText(): .97 for a float that is .9700000286102295.
[[nodiscard]] inline double ShortDouble(float value) {
  return ParseNumber<double>(FloatText(value)).value_or(value);
}
// Neither `nan` nor `inf` is a number here: nothing that calque reads means one.
[[nodiscard]] inline std::optional<float> ParseFloat(std::string_view text) {
  const auto value = ParseNumber<float>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}
[[nodiscard]] inline std::optional<std::uint32_t> ParseUnsigned(std::string_view text) {
  return ParseNumber<std::uint32_t>(text);
}

}  // namespace calque::internal
