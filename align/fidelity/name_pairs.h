// Which loose names of the two sides of a bead may stand for each other.
#pragma once

#include <cstddef>
#include <vector>

#include "align/fidelity/side_names.h"

namespace calque::internal {

// When a pair is made: those that StandForEachOther first, but at last where a place that nothing
// stands for may have taken the place of one of them.
enum class Turn { kOnePlace, kOther, kOnePlaceAtLast };

// Indices are those of SideNames::loose().
struct LooseNamePair {
  std::size_t source = 0;
  std::size_t target = 0;
  Turn turn = Turn::kOther;
  float cost = 0.0F;  // in [-1.3, 1]
};

// All loose names of the one side with all of the other that may stand in its place, what most
// likely stand for each other first.
[[nodiscard]] std::vector<LooseNamePair> NamePairsByCost(const SideNames& source,
                                                         const SideNames& target);

// The most likely link between a word of `ours`, of the side `view` looks from, and one of
// `theirs`; 0 where there is none.
[[nodiscard]] float LinkBetween(const View& view, const LooseName& ours, const LooseName& theirs);

// Between their places along the sides, in [0, 1].
[[nodiscard]] float DistanceBetween(const SideNames& source, const LooseName& ours,
                                    const SideNames& target, const LooseName& theirs);

}  // namespace calque::internal
