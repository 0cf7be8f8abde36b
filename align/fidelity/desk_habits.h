// Words that desks add or leave out for their readers, and that are no departure.
#pragma once

#include "align/fidelity/scene.h"

namespace calque::internal {

// Whether a run of words of the bead `here` is an explanation between brackets or dashes, or what
// the translation tells its readers about a name: `… (FCA), le gendarme boursier`.
[[nodiscard]] bool IsExplanation(const View& view, IndexRange<Token> here, IndexRange<Token> run);

// Whether the run says who said it, which languages put in other places and words: `a-t-elle
// lancé`.
[[nodiscard]] bool IsAttribution(const View& view, IndexRange<Token> run);

// Whether the words are a title inside the text, or points above its dateline that sum it up, which
// each desk sets where it likes.
[[nodiscard]] bool IsSubhead(const SideView& side, IndexRange<Token> tokens);
// Whether they are the headline, for which the other desk wrote its own.
[[nodiscard]] bool IsRewrittenHeadline(const View& view, IndexRange<Token> tokens);

// Whether the run begins, or ends, at a mark or at an end of the bead.
[[nodiscard]] bool IsMarkedBefore(const View& view, IndexRange<Token> here, IndexRange<Token> run);
[[nodiscard]] bool IsMarkedBehind(const View& view, IndexRange<Token> here, IndexRange<Token> run);

}  // namespace calque::internal
