// Documents of one side that are versions of one text: an earlier and a later one, or the same
// story from two wires.
#pragma once

#include "align/archive/pairing_side.h"

namespace calque::internal {

// Gives equal `cluster` numbers to documents that share at least half of their runs of words
// (MinHash, Broder 1997; candidates by locality-sensitive hashing, Indyk & Motwani 1998). The
// number is the index of the first document of a cluster. Near-linear in the number of documents.
void FindVersions(const SketchStore& sketches, PairingSide* side);

// Whether `a` is a later version than `b`: by day, version number, then id.
[[nodiscard]] bool IsLater(const PairingDocument& a, const PairingDocument& b);

}  // namespace calque::internal
