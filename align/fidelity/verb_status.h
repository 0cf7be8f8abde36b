// What a sentence says of what its verbs mean: that it happened, will, may or must happen.
#pragma once

#include <cstdint>
#include <vector>

#include "align/fidelity/scene.h"
#include "align/fidelity/verb_rules.h"

namespace calque::internal {

struct StatedVerb {
  VerbStatus status = VerbStatus::kOpen;
  IndexRange<Token> tokens;  // from the cue to the verb
  std::uint32_t verb = 0;
  bool negated = false;
};

// Those of `tokens`, a verb once.
[[nodiscard]] std::vector<StatedVerb> FindStatedVerbs(const SideView& side,
                                                      IndexRange<Token> tokens);

// Whether a word there leaves open whether something is so: `perhaps`.
[[nodiscard]] bool HasHint(const SideView& side, IndexRange<Token> tokens);

// Whether words there stand before verbs of what is not done, be there such a verb or not.
[[nodiscard]] bool HasOpenCue(const SideView& side, IndexRange<Token> tokens);

}  // namespace calque::internal
