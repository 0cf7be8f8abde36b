// Faces made of marks, which end no sentence and close no bracket.
#pragma once

#include <cstdint>
#include <string_view>

namespace calque::internal {

// The end of the emoticon (`:-)`, `;)`, `:P`) that stands alone at `at`, or `at`.
[[nodiscard]] std::uint32_t EmoticonEnd(std::string_view text, std::uint32_t at, std::uint32_t end);

}  // namespace calque::internal
