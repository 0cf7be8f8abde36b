// Words that deny what another says by their form: `inconnu` of `known`.
#pragma once

#include <cstdint>

#include "align/fidelity/scene.h"

namespace calque::internal {

// Whether a word there denies a word here: it has a prefix or a suffix that negates, and what is
// left without it renders the word here better than the whole does. Where no lexicon tells, the
// prefix or suffix decides.
[[nodiscard]] bool Denies(const View& view, std::uint32_t here, std::uint32_t there);

// Whether a word there begins with a prefix that may negate and a word here with another letter:
// `unprecedented` of `précédent`, not `intervention` of `intervention`.
[[nodiscard]] bool HasOtherPrefix(const View& view, std::uint32_t here, std::uint32_t there);

}  // namespace calque::internal
