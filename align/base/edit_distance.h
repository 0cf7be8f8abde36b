// How many bytes one string must lose, gain or change to become the other (Levenshtein 1966).
#pragma once

#include <cstddef>
#include <string_view>

namespace calque::internal {

// Of strings that differ over more bytes than any name or word has, the greater size stands for it.
inline constexpr std::size_t kMostEditedBytes = 1024;

[[nodiscard]] std::size_t EditDistance(std::string_view a, std::string_view b);

}  // namespace calque::internal
