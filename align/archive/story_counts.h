// In how many stories a feature stands, where an archive is so small that the versions of one story
// would make all that is in it common.
#pragma once

#include "align/archive/pairing_side.h"
#include "align/archive/sketch_store.h"

namespace calque::internal {

// Lets the versions of a story (FindVersions()) count as one document in the counts of the side.
void CountVersionsOnce(const SketchStore& sketches, PairingSide* side);

}  // namespace calque::internal
