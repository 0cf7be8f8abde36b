// Beads that are no sentences.
#pragma once

#include <algorithm>
#include <cstdint>

#include "calque/bitext.h"

namespace calque::internal {

// Tokens of a side. A run of text this long without a sentence end is no sentence, and comparing
// each of its words with each of the other side would not end: what does so leaves it alone.
inline constexpr std::uint32_t kLongestSide = 1000;

[[nodiscard]] inline bool IsTooLong(const Bitext& bitext, const Bead& bead) {
  return std::max(bitext.source.TokensOf(bead.source).size(),
                  bitext.target.TokensOf(bead.target).size()) > kLongestSide;
}

}  // namespace calque::internal
