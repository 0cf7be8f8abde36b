// The two sides decide together: names that one side alone recognised are carried to the other
// along word links, and linked names take each other's kind and extent.
#pragma once

#include "align/entities/entities.h"

namespace calque::internal {

// Expects mentions, links and word links; changes the mentions and links of names only. Without
// word links it only makes the kinds of linked names agree.
void DecodeJointly(const EntityGrammar& source, const EntityGrammar& target, Bitext* bitext);

}  // namespace calque::internal
