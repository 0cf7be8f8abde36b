// Names in one document, by lists, capitals, titles and heads.
#pragma once

#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/tagger.h"
#include "calque/bitext.h"
#include "calque/document.h"

namespace calque::internal {

// Names in the sentences of `document`, in text order, disjoint from each other and from `values`.
// Titles, determiners and possessive endings stay outside the spans. Mentions of one entity have
// one key: a short form (`Hu`) has the key of the long one (`Simon Hu`), an acronym that the text
// explains (`Amazon Web Services (AWS)`) that of its expansion. Where there is a `tagger` (it may
// be null), it corrects what the grammar found, and doubtful names have a low probability.
[[nodiscard]] std::vector<Mention> FindNames(const Document& document, const NameGrammar& grammar,
                                             const std::vector<Mention>& values,
                                             const Tagger* tagger);

}  // namespace calque::internal
