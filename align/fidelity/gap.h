// Places where a word is gone: `au en mai`, `the of`, `l'université de.`
#pragma once

#include "align/fidelity/scene.h"

namespace calque::internal {

// Whether an article or a preposition of `tokens` has nothing behind it to belong to: a mark that
// ends a part of the sentence follows or, behind an article, a preposition.
[[nodiscard]] bool HasGap(const SideView& side, IndexRange<Token> tokens);

}  // namespace calque::internal
