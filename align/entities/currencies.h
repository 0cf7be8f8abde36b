// Currencies that no language owns: their signs and codes, and what they have been worth.
#pragma once

#include <span>
#include <string_view>

namespace calque::internal {

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
