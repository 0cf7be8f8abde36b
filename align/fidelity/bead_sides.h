// Both sides of one bead, for checks that compare what they say.
#pragma once

#include <cstdint>

#include "align/fidelity/check.h"

namespace calque::internal {

struct BeadSides {
  BeadSides(const Scene& scene, std::uint32_t index);

  // How far apart tokens of the two sides stand, each by its place in its side; in [0, 1].
  [[nodiscard]] float Distance(IndexRange<Token> ours, IndexRange<Token> theirs) const;
  // A finding about them: bead, spans and `“ours” has become “theirs” in the translation.`
  [[nodiscard]] Candidate Changed(IndexRange<Token> ours, IndexRange<Token> theirs) const;

  View source;
  View target;
  std::uint32_t bead;
  IndexRange<Token> here;   // of the source
  IndexRange<Token> there;  // of the target
};

// The probability of the best word link from tokens of this side to tokens of the other; 0 for
// none.
[[nodiscard]] float BestLink(const View& view, IndexRange<Token> here, IndexRange<Token> there);

// The best lexical evidence that a word no other is surer of renders one of the tokens that mean
// something.
[[nodiscard]] float BestRendered(const View& view, IndexRange<Token> here);

}  // namespace calque::internal
