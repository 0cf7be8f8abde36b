// How many bytes one string must lose, gain or change to become the other (Levenshtein 1966).
#pragma once

#include <cstddef>
#include <string_view>

namespace calque::internal {

[[nodiscard]] std::size_t EditDistance(std::string_view a, std::string_view b);

}  // namespace calque::internal
