// One entity has one kind, wherever a document or its translation names it.
#pragma once

#include "align/entities/name_grammar.h"
#include "calque/bitext.h"

namespace calque::internal {

// Mentions of names that are linked, or that have one name on one side, vote on their kind: each
// with its probability, more where lists know it. Expects mentions and links.
void AgreeOnKinds(const NameGrammar& source, const NameGrammar& target, Bitext* bitext);

}  // namespace calque::internal
