// The words around a negation and those that may say the same without one: `did not know` and
// `ignorait`, `n'hésitez pas` and `feel free`. What each is worth is learnt (weights.h).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "align/fidelity/negation_cues.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

// Keys into the word weights: `en cue n't` of the cue, `en near know` of the words close to what
// it negates, `fr there ignore` of the words of the other side that may answer it. Words that
// agree in their first letters are one, so that no language needs a stemmer; names and numbers are
// left out, and so are the words of `theirs`, the cues of the other side. Sorted, each once.
[[nodiscard]] std::vector<std::string> NegationWords(const View& view, const NegationCue& cue,
                                                     IndexRange<Token> here,
                                                     IndexRange<Token> there,
                                                     std::span<const NegationCue> theirs);

}  // namespace calque::internal
