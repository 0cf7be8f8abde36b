// What stands where the counterpart of a negation is expected.
#pragma once

#include <cstdint>
#include <vector>

#include "align/fidelity/contrast_words.h"
#include "align/fidelity/negation_cues.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

// Where token `here` is expected on the other side: at its best link, else where the nearest word
// with one leads, else in proportion.
[[nodiscard]] double ExpectedPlace(const View& view, std::uint32_t token, IndexRange<Token> here,
                                   IndexRange<Token> there);

// Lexical evidence that what is linked to the negated word renders it.
[[nodiscard]] float HeadRendered(const View& view, const NegationCue& cue);

// Content words there about the expected place of the negated word for which no word here that is
// theirs is lexical evidence: what a free rendering has.
[[nodiscard]] float LooseAbout(const View& view, IndexRange<Token> there, double place);

// Whether one of them may deny by its form: `incapable`, `unresolved`.
[[nodiscard]] bool DenyingAbout(const View& view, IndexRange<Token> there, double place);

// Share of the content words around a cue that are linked to words about the expected place.
[[nodiscard]] float ShareBeside(const View& view, IndexRange<Token> here, const NegationCue& cue,
                                double place);

// A word that the cue denies and one there that nothing denies, of one family of opposites: the
// probability of the best link between two of the same meaning and between two opposites; 0 where
// there are none. `Not allowed` is `autorisé`, or `interdit`.
struct PlainPoles {
  float same = 0.0F;
  float opposite = 0.0F;
};
// `ours` and `theirs`: the contrast words of the two sides of the bead.
[[nodiscard]] PlainPoles PlainPolesOf(const View& view, const std::vector<ContrastWord>& ours,
                                      const std::vector<ContrastWord>& theirs,
                                      const NegationCue& cue);

}  // namespace calque::internal
