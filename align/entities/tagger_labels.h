// Labels of a tagger: BILOU (Ratinov & Roth 2009), which says more about a name's ends than IOB.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "align/entities/crf.h"

namespace calque::internal {

// `O`, then B, I, L, U of each type.
[[nodiscard]] std::vector<std::string> LabelsOf(const std::vector<std::string>& types);
// BILOU labels of IOB2 tags.
[[nodiscard]] std::vector<std::string> LabelsOfTags(const std::vector<std::string>& tags);
// Whether `next` may follow `label`; either may be `O`. The edge of a sentence is as `O`.
[[nodiscard]] bool MayFollow(const std::string& label, const std::string& next);

// Take the probability from what is no BILOU: steps of `transitions` [x * labels + y], and labels
// that cannot begin or end a sentence.
void ForbidTransitions(const std::vector<std::string>& labels, std::span<double> transitions);
void ForbidEdges(const std::vector<std::string>& labels, CrfLattice* lattice);

}  // namespace calque::internal
