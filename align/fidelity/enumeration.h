// Names in a list: `Khartoum, Omdurman and Bahri`.
#pragma once

#include <cstdint>
#include <vector>

#include "align/fidelity/scene.h"

namespace calque::internal {

// The words right before and right behind the name in a list of names that a conjunction ends, each
// the word of its neighbour that stands nearest; none where it stands in no such list. Marks,
// articles and prepositions between the names count for nothing: `à Nairobi et à Mombasa`.
[[nodiscard]] std::vector<std::uint32_t> ListedBeside(const SideView& side, IndexRange<Token> bead,
                                                      IndexRange<Token> name);

}  // namespace calque::internal
