// Names of a tagged source text in its translation, carried over by word links.
#pragma once

#include <string>

#include "align/entities/name_grammar.h"
#include "calque/bitext.h"

namespace calque::tools {

// Throws Error{kBadInput} at `tagged_path` where its sentences are not those of `bitext.source`,
// token by token; a sentence without tokens has no place there. `grammar` is of the target
// language. The result has a token and an IOB2 tag a line for the target, a blank line after each
// sentence. Of two names that meet, the one that the links carry better stays. Expects one bead a
// sentence in the order of both texts.
[[nodiscard]] std::string CarryTags(const Bitext& bitext, const std::string& tagged_path,
                                    const internal::NameGrammar& grammar);

}  // namespace calque::tools
