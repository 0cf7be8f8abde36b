// What two documents have in common, for people to read.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "align/archive/document_sketch.h"
#include "align/archive/pairing_side.h"
#include "align/model/lexicon.h"

namespace calque::internal {

// The most telling first, no more than eight of a kind.
struct SharedEvidence {
  std::vector<std::string> values;  // keys: `money:1000000000:USD`
  std::vector<std::string> names;   // keys of names, and words that stand the same in both
  std::vector<std::pair<std::string, std::string>> words;  // folded, with their translation
};

// Expects sketches with surfaces. `lexicon` may be null.
[[nodiscard]] SharedEvidence FindSharedEvidence(const DocumentSketch& source,
                                                const DocumentSketch& target,
                                                const PairingSide& source_side,
                                                const PairingSide& target_side,
                                                const Lexicon* lexicon);

}  // namespace calque::internal
