// Scores of games and votes: two small numbers with a sign or a word between them.
#pragma once

#include <cstdint>
#include <optional>

#include "align/entities/lexemes.h"
#include "align/entities/ratios.h"

namespace calque::internal {

// `3-1`, `5:2`, `102-98`, `2 à 1`, `141 voix contre 5`: key `score:3-1`.
[[nodiscard]] std::optional<ValueMatch> ParseScore(const LexemeReader& reader, std::uint32_t at);

}  // namespace calque::internal
