// Where a word is gone from a text, by its grammar alone.
#pragma once

#include <cstdint>
#include <vector>

#include "align/fidelity/scene.h"

namespace calque::internal {

// The tokens behind which a word is gone: an article or a preposition with nothing to govern
// (`l'avenir de la ,`, `de est`), a mark behind a comma, a vowel that an elision should have met
// (`le Portugal de entame`). In text order.
[[nodiscard]] std::vector<std::uint32_t> FindGaps(const SideView& side, IndexRange<Token> tokens);

[[nodiscard]] bool HasGap(const SideView& side, IndexRange<Token> tokens);

}  // namespace calque::internal
