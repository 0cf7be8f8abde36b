// Words that begin alike taken as one: what stands in for a word that training never saw, and
// lends counts to one it seldom saw (`augmenterait` → `augm…`).
#pragma once

#include <string>
#include <string_view>

namespace calque::internal {

// The first four letters and a blank, which no token has; empty for words of four letters or fewer
// and for words with a digit, which stand for themselves only.
[[nodiscard]] std::string PrefixClass(std::string_view folded);

}  // namespace calque::internal
