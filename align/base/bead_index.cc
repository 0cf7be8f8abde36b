#include "align/base/bead_index.h"

#include <algorithm>

namespace calque::internal {

std::vector<std::uint32_t> BeadsOfSentences(const std::vector<Bead>& beads,
                                            IndexRange<Sentence> Bead::*side,
                                            std::size_t sentences) {
  std::vector<std::uint32_t> result(sentences, kInNoBead);
  for (std::uint32_t b = 0; b < beads.size(); ++b) {
    const IndexRange<Sentence> range = beads[b].*side;
    for (std::uint32_t s = range.begin; s < range.end; ++s) result[s] = b;
  }
  return result;
}

std::vector<Bead> InSourceOrder(std::vector<Bead> beads) {
  const auto before = [](const Bead& a, const Bead& b) {
    if (a.source != b.source) return a.source < b.source;
    return a.target < b.target;
  };
  std::stable_sort(beads.begin(), beads.end(), before);
  return beads;
}

}  // namespace calque::internal
