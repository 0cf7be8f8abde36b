// Words that deny what another says by their form: `inconnu` of `known`.
#pragma once

#include <cstdint>

#include "align/fidelity/scene.h"

namespace calque::internal {

// Whether a word there denies a word here: it has a prefix or a suffix that negates, and what is
// left without it renders the word here better than the whole does. Where no lexicon tells, the
// prefix or suffix decides.
[[nodiscard]] bool Denies(const View& view, std::uint32_t here, std::uint32_t there);

// Whether a word there is one that the lexicon knows behind a prefix that may negate, and a word
// here begins with another letter: `inachevé` of `finish`, not `intervention` of `intervention`,
// nor `démissionné` of `resign`.
[[nodiscard]] bool HasOtherPrefix(const View& view, std::uint32_t here, std::uint32_t there);

// Whether a word may deny by its form: `incapable`, `unresolved`, `useless`, not `interview`.
[[nodiscard]] bool MayDeny(const SideView& side, std::uint32_t token);

}  // namespace calque::internal
