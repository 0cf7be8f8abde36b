// What the words around a cue say of whether the other side answers it.
#pragma once

#include "align/fidelity/negation_cues.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

// Probability of the best link of one of `tokens` to a word of `kind`; 0 where there is none.
[[nodiscard]] float BestLink(const View& view, IndexRange<Token> tokens, WordClass kind);

// The same of the words of a cue that negate.
[[nodiscard]] float CueLink(const View& view, const NegationCue& cue, WordClass kind);

// WordEvidence::lexical of the words of a cue that negate, the best of those that mean something.
[[nodiscard]] float LexicalOf(const View& view, const NegationCue& cue);

// Whether a word linked to one of `tokens` denies it, or is denied by it.
[[nodiscard]] bool LinkedDenies(const View& view, IndexRange<Token> tokens);

// Whether what renders the head may negate it by its form: `sans précédent`, `unprecedented`.
[[nodiscard]] bool HeadMayDeny(const View& view, const NegationCue& cue);

// Whether a question mark is the next mark that may end a sentence.
[[nodiscard]] bool Asks(const SideView& side, std::uint32_t token, std::uint32_t end);

// Share of the content words of `here` that have a sure link; 1 where there are none.
[[nodiscard]] float ShareLinked(const View& view, IndexRange<Token> here);

// From the first to the last word of the cue and what it negates, whole words: `don't wait`.
[[nodiscard]] IndexRange<Token> PlaceOf(const SideView& side, IndexRange<Token> bead,
                                        const NegationCue& cue);

}  // namespace calque::internal
