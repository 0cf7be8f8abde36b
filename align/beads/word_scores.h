// How much better sentences are explained by overlaps of the other side than by chance: sums of
// IBM Model 1 (Brown et al. 1993) against unigrams, as in Moore (2002).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/beads/band.h"
#include "align/beads/side_words.h"
#include "align/beads/word_table.h"

namespace calque::internal {

// log p(sentence j | given sentences [i, i + size)) − log p(sentence j by chance), for all that
// beads inside a band may ask for.
class WordScores {
 public:
  // `band` has the given side as its source.
  WordScores(const SideWords& given, const SideWords& words, const WordTable& table,
             const Band& band, std::uint32_t max_size);

  // Precondition: the cuts (i, j) and (i + size, j + 1) lie between rows of the band.
  [[nodiscard]] float At(std::uint32_t i, std::uint32_t size, std::uint32_t j) const {
    return scores_[row_begin_[i] + (size - 1) * row_width_[i] + (j - row_first_[i])];
  }

 private:
  std::vector<float> scores_;
  std::vector<std::size_t> row_begin_;
  std::vector<std::uint32_t> row_first_;
  std::vector<std::uint32_t> row_width_;
};

}  // namespace calque::internal
