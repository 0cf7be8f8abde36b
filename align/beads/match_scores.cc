#include "align/beads/match_scores.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "align/beads/ordered_scores.h"
#include "align/beads/word_scores.h"

namespace calque::internal {
namespace {

std::vector<BeadShape> Swapped(std::vector<BeadShape> shapes) {
  for (BeadShape& shape : shapes) std::swap(shape.source, shape.target);
  return shapes;
}

}  // namespace

BeadGrid ScoreWords(const SideWords& source, const SideWords& target, const WordTables& tables,
                    const Band& band, const std::vector<BeadShape>& shapes) {
  std::uint32_t longest = 1;
  for (const BeadShape& shape : shapes) longest = std::max({longest, shape.source, shape.target});
  const WordScores forward(source, target, tables.target_given_source, band, longest);
  const WordScores backward(target, source, tables.source_given_target, band.Transposed(), longest);

  BeadGrid grid{shapes.size(), std::vector<float>(band.size() * shapes.size(),
                                                  -std::numeric_limits<float>::infinity())};
  ForEachBead(band, shapes, [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
    float target_score = 0.0F;
    float source_score = 0.0F;
    for (std::uint32_t n = 0; n < shapes[k].target; ++n) {
      target_score += forward.At(i, shapes[k].source, j + n);
    }
    for (std::uint32_t n = 0; n < shapes[k].source; ++n) {
      source_score += backward.At(j, shapes[k].target, i + n);
    }
    grid.At(band.At(i, j), k) = (target_score + source_score) / 2.0F;
  });
  return grid;
}

void KeepWordOrder(const SideWords& source, const SideWords& target, const WordTables& tables,
                   const Band& band, const std::vector<BeadShape>& shapes, BeadGrid* grid) {
  ScoreInOrder(source, target, tables.target_given_source, band, shapes,
               [&](std::uint32_t i, std::uint32_t j, std::size_t k, float score) {
                 grid->At(band.At(i, j), k) = score / 2.0F;
               });
  ScoreInOrder(target, source, tables.source_given_target, band.Transposed(), Swapped(shapes),
               [&](std::uint32_t j, std::uint32_t i, std::size_t k, float score) {
                 grid->At(band.At(i, j), k) += score / 2.0F;
               });
}

}  // namespace calque::internal
