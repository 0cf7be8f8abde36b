// Short vectors whose inner products say how likely two stretches of text translate each other.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "align/beads/side_words.h"
#include "align/beads/word_table.h"

namespace calque::internal {

// Every word has a random direction (Johnson & Lindenstrauss 1984); a sentence is the sum over its
// words, a source word also as the sum of its translations and the other way round, so that the
// sketches of both sides lie in one space. Frequent words weigh little (Arora et al. 2017).
struct Sketch {
  static constexpr std::size_t kHalf = 48;  // one half for each direction of translation
  using Vector = std::array<float, 2 * kHalf>;
};

// Sketches of the sentences of one side or, further up, of blocks of 2, 4, 8 … sentences.
using SketchLevel = std::vector<Sketch::Vector>;

struct SketchPair {
  SketchLevel source;
  SketchLevel target;
};

// Sentences of both sides, the mean of each side taken off.
[[nodiscard]] SketchPair SketchSentences(const SideWords& source, const SideWords& target,
                                         const WordTables& tables);
// Sums of two neighbours; the last may stand alone.
[[nodiscard]] SketchLevel Halve(const SketchLevel& level);
// To length 1 (or 0 where there is nothing).
[[nodiscard]] SketchLevel Normalised(const SketchLevel& level);

}  // namespace calque::internal
