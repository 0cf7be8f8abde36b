// Beads by their sentences. Beads of an Engine are in source order; those of other origin may come
// in any, and leave sentences out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

inline constexpr std::uint32_t kInNoBead = std::numeric_limits<std::uint32_t>::max();

// By sentence of a side (`&Bead::source`): the bead that has it; kInNoBead for those of none.
[[nodiscard]] std::vector<std::uint32_t> BeadsOfSentences(const std::vector<Bead>& beads,
                                                          IndexRange<Sentence> Bead::*side,
                                                          std::size_t sentences);

// The same beads in source order, those without source before the sentence they stand at.
[[nodiscard]] std::vector<Bead> InSourceOrder(std::vector<Bead> beads);

}  // namespace calque::internal
