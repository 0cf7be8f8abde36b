// Bitexts for tests: one of our own writing, and random ones with hostile text.
#pragma once

#include <cstdint>

#include "calque/bitext.h"

namespace calque::test {

// An invented dispatch, English and French: 1-1, 2-1 and null beads, a dateline, credits on both
// sides with places and an organisation, word links, mentions, entity links, a finding.
[[nodiscard]] Bitext FerryBitext();

// Documents of up to a few dozen sentences of random code points: controls, line ends of all kinds,
// markup, quotes, tabs, right-to-left and astral characters. Every span and index is valid; strings
// and numbers are arbitrary within the types' contracts. The same seed gives the same bitext.
[[nodiscard]] Bitext HostileBitext(std::uint64_t seed);

}  // namespace calque::test
