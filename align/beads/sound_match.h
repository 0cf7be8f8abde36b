// Words of two scripts that sound alike: names above all (Παγγλώσσης, 清扬 and Qingyang).
#pragma once

#include <vector>

#include "align/beads/side_words.h"
#include "align/beads/string_match.h"

namespace calque::internal {

// Compares words as ICU writes them in Latin letters, with spellings of one sound made equal; a
// name that its script writes as several words is joined first. Only pairs of which one side at
// least is written in another script, so that Latin texts have none. By source type, then target
// type.
[[nodiscard]] std::vector<StringMatch> MatchSounds(const SideWords& source,
                                                   const SideWords& target);

}  // namespace calque::internal
