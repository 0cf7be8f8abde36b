// Mentions of values and names in one document, and their links across a bitext.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "align/io/json.h"
#include "calque/bitext.h"
#include "calque/document.h"

namespace calque::internal {

// What the `values` and `names` sections of a language file say, compiled, together with ICU's CLDR
// names for the language and the shared lists of `corpora/names`. Immutable; shared between
// threads.
class EntityGrammar;

// Mentions in text order; values and names never overlap. Keys are language-neutral: equal keys
// name one entity or value. Expects sentences and tokens.
[[nodiscard]] std::vector<Mention> FindMentions(const Document& document,
                                                const EntityGrammar& grammar);

// Links between `bitext.source_mentions` and `bitext.target_mentions`, one-to-one inside a bead,
// by source mention. Expects beads, mentions and (where there is a model) word links.
[[nodiscard]] std::vector<EntityLink> LinkEntities(const Bitext& bitext,
                                                   const EntityGrammar& source,
                                                   const EntityGrammar& target);

}  // namespace calque::internal
