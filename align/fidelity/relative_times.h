// Days and years that the other side tells from another: `la veille` for Monday beside `mardi`.
#pragma once

#include "align/fidelity/scene.h"

namespace calque::internal {

// Whether `value` of this side is a weekday or a year, and `there`, a range of the other side, has
// the next or the last one and a phrase that leads from it to the value: `in 2024, 42 % less than
// in 2023` is `en 2024, 42 % de moins que l'année précédente`.
[[nodiscard]] bool IsToldRelatively(const View& view, const Mention& value,
                                    IndexRange<Token> there);

}  // namespace calque::internal
