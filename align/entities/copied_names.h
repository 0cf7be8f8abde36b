// Names that a translator copied. What both sides of a bead write alike stands in a text that is
// otherwise in another language: where the copy begins and ends, the name does.
#pragma once

#include "align/entities/name_grammar.h"
#include "calque/bitext.h"

namespace calque::internal {

// Gives names that are copied to the other side of their bead one extent on both: adds the copy
// where it is no mention yet, grows or cuts one that covers another part of it, and grows both over
// neighbours that are copied, too (`Sixth Street Prep` of `Street Prep`, `de Klerk` of `Klerk`).
// Expects beads, tokens and the mentions of both sides before they are linked.
void AlignCopiedNames(const NameGrammar& source, const NameGrammar& target, Bitext* bitext);

}  // namespace calque::internal
