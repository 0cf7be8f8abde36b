// Further documents of a story beside its pair: a French item made of two English takes, a long
// dispatch rendered by two short ones.
#pragma once

#include <vector>

#include "align/archive/merged_strength.h"
#include "align/archive/pair_decision.h"
#include "align/archive/workers.h"

namespace calque::internal {

// Pairs each document that was left alone with a paired one where the two on its own side together
// fit that one better, by all evidence, than its partner alone does. Versions of the partner are no
// takes. `pairs` is as DecidePairs() gives it; takes are added and the order kept.
void AddTakes(const std::vector<ScoredCandidate>& candidates, const TakeContext& context,
              double least_probability, Workers* workers, std::vector<DocumentPair>* pairs);

}  // namespace calque::internal
