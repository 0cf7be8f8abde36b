// Words that deny what another says by their form: `inconnu` of `known`.
#pragma once

#include <cstdint>

#include "align/fidelity/scene.h"

namespace calque::internal {

// Whether a word there denies a word here: it has a prefix that negates, and what is left without
// the prefix renders the word here better than the whole does. Where no lexicon tells, the prefix
// decides.
[[nodiscard]] bool Denies(const View& view, std::uint32_t here, std::uint32_t there);

}  // namespace calque::internal
