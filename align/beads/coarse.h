// The band of a long document, found from coarse to fine (Thompson & Koehn 2019, section 3.2): time
// and memory grow with the number of sentences.
#pragma once

#include <cstdint>

#include "align/beads/band.h"
#include "align/beads/side_words.h"
#include "align/beads/word_table.h"

namespace calque::internal {

struct CoarseOptions {
  std::uint32_t full_size = 200;     // a lattice of this many sentences squared is searched whole
  std::uint32_t coarse_margin = 24;  // blocks kept on both sides of the path of the level above
  std::uint32_t margin = 12;         // sentences kept on both sides of the last path
};

// The whole lattice where it is small enough.
[[nodiscard]] Band FindBand(const SideWords& source, const SideWords& target,
                            const WordTables& tables, const CoarseOptions& options);

}  // namespace calque::internal
