// Word alignment inside the beads of a bitext.
#pragma once

#include <vector>

#include "align/model/lexicon.h"
#include "calque/bitext.h"

namespace calque::internal {

struct WordOptions {
  float threshold = 0.35F;  // links of lower probability are left out (possible links)
};

// Links between tokens of the two sides of each bead, by source token, then target token. Expects
// `bitext.beads`. `lexicon` may be null.
[[nodiscard]] std::vector<WordLink> AlignWords(const Bitext& bitext, const Lexicon* lexicon,
                                               const WordOptions& options);

}  // namespace calque::internal
