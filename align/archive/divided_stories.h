// Stories that are one document on one side and two on the other, neither of which looks like a
// translation of the whole.
#pragma once

#include <vector>

#include "align/archive/merged_strength.h"
#include "align/archive/pair_decision.h"
#include "align/archive/workers.h"

namespace calque::internal {

// Pairs a document that was left alone with the two of the other side, left alone too, that
// together fit it best, where their probability is high enough and the two fit it better than the
// better one alone; versions of one text are not two parts. `pairs` is as DecidePairs() gives it;
// the weaker part is marked as a take. Order is kept.
void AddDividedStories(const std::vector<ScoredCandidate>& candidates, const TakeContext& context,
                       double least_probability, Workers* workers,
                       std::vector<DocumentPair>* pairs);

}  // namespace calque::internal
