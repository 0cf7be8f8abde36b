// Values that are names of themselves: addresses, telephone numbers, tickers, model numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace calque::internal {

struct CodeMatch {
  std::size_t end = 0;  // offset behind the code
  std::string key;
};

// A code that starts at `at`, which follows no letter or digit: `url:…`, `phone:` and digits,
// `ticker:…`. Linear in its length. Precondition: at < text.size().
[[nodiscard]] std::optional<CodeMatch> ScanCode(std::string_view text, std::size_t at);

// Letters and then digits that start at `at`, `A320`, `F-16`: key `code:`, upper case, the hyphen
// left out. No value where `at` starts a plain word.
[[nodiscard]] std::optional<CodeMatch> ScanModelNumber(std::string_view text, std::size_t at);

}  // namespace calque::internal
