// Words beside a copied name that were copied with it.
#pragma once

#include "align/entities/bead_words.h"
#include "align/entities/side_mentions.h"

namespace calque::internal {

// Grows a name of the source that both sides of a bead have, accents apart, over the neighbours
// that they share and no other mention has: `Sixth Street Prep` of `Street Prep`. Does nothing
// where the target does not have mention `m`.
void GrowOverNeighbours(std::size_t m, BeadWords* words, SideMentions* source,
                        SideMentions* target);

}  // namespace calque::internal
