// What the words say about each bead of a band.
#pragma once

#include <vector>

#include "align/beads/band.h"
#include "align/beads/bead_prior.h"
#include "align/beads/side_words.h"
#include "align/beads/word_table.h"

namespace calque::internal {

// A number for each bead with two sides inside a band: by cut where it starts, then by shape.
struct BeadGrid {
  std::size_t shape_count = 0;
  std::vector<float> values;  // −∞ (weights) or 0 (posteriors) where the bead leaves the band

  [[nodiscard]] float At(std::size_t cut, std::size_t shape) const {
    return values[cut * shape_count + shape];
  }
  [[nodiscard]] float& At(std::size_t cut, std::size_t shape) {
    return values[cut * shape_count + shape];
  }
};

// Calls `visit(i, j, shape index)` for every bead with two sides inside the band, in order.
template <typename Visit>
void ForEachBead(const Band& band, const std::vector<BeadShape>& shapes, const Visit& visit) {
  for (std::uint32_t i = 0; i < band.source_count(); ++i) {
    for (std::uint32_t j = band.first[i]; j <= band.last[i]; ++j) {
      for (std::size_t k = 0; k < shapes.size(); ++k) {
        const std::uint32_t end = i + shapes[k].source;
        if (end <= band.source_count() && band.Contains(end, j + shapes[k].target)) visit(i, j, k);
      }
    }
  }
}

// The same for the beads that have `least`, more than 0, or more in a grid of posteriors: where few
// have, looking for them there is quicker.
template <typename Visit>
void ForEachBeadFrom(float least, const BeadGrid& posteriors, const Band& band,
                     const Visit& visit) {
  for (std::uint32_t i = 0; i < band.source_count(); ++i) {
    for (std::uint32_t j = band.first[i]; j <= band.last[i]; ++j) {
      const std::size_t cut = band.At(i, j);
      for (std::size_t k = 0; k < posteriors.shape_count; ++k) {
        if (posteriors.At(cut, k) >= least) visit(i, j, k);
      }
    }
  }
}

// The mean of log p(target words | source words) and log p(source words | target words), each
// against chance (Moore 2002).
[[nodiscard]] BeadGrid ScoreWords(const SideWords& source, const SideWords& target,
                                  const WordTables& tables, const Band& band,
                                  const std::vector<BeadShape>& shapes);

// Scores beads with several sentences on both sides anew, now with regard to word order
// (ordered_scores.h): slower, and needed only where beads compete.
void KeepWordOrder(const SideWords& source, const SideWords& target, const WordTables& tables,
                   const Band& band, const std::vector<BeadShape>& shapes, BeadGrid* grid);

}  // namespace calque::internal
