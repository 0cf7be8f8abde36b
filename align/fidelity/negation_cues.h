// Words that negate, and what they negate.
#pragma once

#include <cstdint>
#include <vector>

#include "align/fidelity/scene.h"

namespace calque::internal {

struct NegationCue {
  IndexRange<Token> tokens;  // `ne … pas` from the first to the last word
  std::uint32_t head = 0;    // the word that is negated, as far as the surface shows it
  bool strong = true;        // a weak cue may answer a negation but is none for certain
};

// The cues of `tokens`, in order, disjoint.
[[nodiscard]] std::vector<NegationCue> FindNegations(const SideView& side,
                                                     IndexRange<Token> tokens);

}  // namespace calque::internal
