// The band of a long document, found from coarse to fine (Thompson & Koehn 2019, section 3.2): time
// and memory grow with the number of sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/beads/band.h"
#include "align/beads/bead_prior.h"
#include "align/beads/lattice.h"
#include "align/beads/side_words.h"
#include "align/beads/word_table.h"

namespace calque::internal {

struct CoarseOptions {
  std::uint32_t full_size = 200;     // a lattice of this many sentences squared is searched whole
  std::uint32_t coarse_margin = 24;  // blocks kept on both sides of the path of the level above
  std::uint32_t margin = 12;         // sentences kept on both sides of the last path
  // Without a model the path may be blind to words; then the way by lengths is looked at too.
  std::uint32_t length_margin = 40;      // sentences on both sides of it, and
  double length_margin_share = 0.05;     // this share of the sentences
  std::size_t length_cells = 3'000'000;  // most cuts of that band
};

// The whole lattice where it is small enough.
[[nodiscard]] Band FindBand(const SideWords& source, const SideWords& target,
                            const WordTables& tables, const CoarseOptions& options);

// Both ways: where the words lead, and where lengths alone lead. The first alone where both
// together are too large.
[[nodiscard]] Band FindBandByLengths(const SideWords& source, const SideWords& target,
                                     const WordTables& tables, const CoarseOptions& options);

// The cuts that beads of at least `least_posterior` begin or end at, what lies between them, and
// `margin` sentences on both sides. Precondition: margin ≥ 1, so that the corners of what lies
// between two cuts are kept.
[[nodiscard]] Band LikelyPart(const Band& band, const std::vector<BeadShape>& shapes,
                              const BeadPosteriors& posteriors, float least_posterior,
                              std::uint32_t margin);

}  // namespace calque::internal
