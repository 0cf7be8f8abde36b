// Values that the words of the other side may hold without being read as values there.
#pragma once

#include "align/fidelity/scene.h"

namespace calque::internal {

// Whether the digits of the value, or its one word, stand in a word of `there`, a range of the
// other side: `The Sunday Times`.
[[nodiscard]] bool IsSpelled(const View& view, const Mention& value, IndexRange<Token> there);

// Whether a language without data on values may have it in words.
[[nodiscard]] bool MayBeWords(const View& view, const Mention& value);

}  // namespace calque::internal
