// Where on the other side of a bead a run of words should stand: next to what its neighbours are
// linked to.
#pragma once

#include <cstdint>
#include <optional>

#include "align/fidelity/scene.h"

namespace calque::internal {

// The words there that render the nearest linked words before and behind a run; the other side may
// have them in either order.
struct Slot {
  std::optional<std::uint32_t> before;
  std::optional<std::uint32_t> behind;
  bool tight = false;  // both render the words right before and right behind the run
};

// Of a run of the bead `here`.
[[nodiscard]] Slot SlotOf(const View& view, IndexRange<Token> here, IndexRange<Token> run);

// Which share of the two places of the slot lies next to `there`, a range of the other side: 0, ½
// or 1.
[[nodiscard]] float Beside(const Slot& slot, IndexRange<Token> there);

// How many words the slot has room for: those in it that render nothing here. Where one of its
// places is unknown, of the few words that follow the other.
[[nodiscard]] float RoomIn(const View& view, const Slot& slot, IndexRange<Token> there);

// Whether nothing stands in a tight slot, not even a mark: `l'avantage de réside` for `the
// advantage of Facebook lies`.
[[nodiscard]] bool IsClosed(const Slot& slot);

// Whether a word is gone next to the slot, see gap.h.
[[nodiscard]] bool IsHole(const View& view, const Slot& slot, IndexRange<Token> there);

// The largest log odds that a name is gone from near the slot, see name_gaps.h; from anywhere in
// the bead where neither place is known. At least 0.
[[nodiscard]] float NameGapIn(const View& view, const Slot& slot, IndexRange<Token> there);

}  // namespace calque::internal
