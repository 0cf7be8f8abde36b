// How well the words of a bead are rendered that stand beside a value.
#pragma once

#include "align/fidelity/scene.h"

namespace calque::internal {

// Mean log-odds that the content words next to the value are lost; 0 where there are none. The
// value is one of the side that the view looks from.
[[nodiscard]] float LostAround(const View& view, const Bead& bead, const Mention& value);

// Share of the content words of both sides, without the value, that nothing is likely to render:
// who translates freely leaves out days and figures, too.
[[nodiscard]] float LostElsewhere(const View& view, const Bead& bead, const Mention& value);

}  // namespace calque::internal
