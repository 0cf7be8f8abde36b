// Words of the two sides that look alike: equal strings, equal numbers, near-cognates.
#pragma once

#include <vector>

#include "align/model/lexicon.h"
#include "align/model/vocabulary.h"

namespace calque::internal {

struct StringMatch {
  TypeId source;
  TypeId target;
  float weight;  // how sure the likeness is, in (0, 1]
};

// By source type, then target type. Near-linear in the number of types.
[[nodiscard]] std::vector<StringMatch> MatchStrings(const Vocabulary& source,
                                                    const Vocabulary& target);

}  // namespace calque::internal
