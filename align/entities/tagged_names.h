// Names by two witnesses: the grammar of names and a trained tagger.
#pragma once

#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/tagger.h"
#include "calque/bitext.h"
#include "calque/document.h"

namespace calque::internal {

// A name less likely than this is kept only where the other side of a bitext has it, too.
inline constexpr float kLeastNameProbability = 0.5F;

// What both make of a document: `mentions` by the grammar alone, in text order, corrected in
// extent, kind and probability by the tagger, and its own added. Mentions that overlap `fixed` stay
// as they are and nothing is added there. The result is in text order and disjoint.
[[nodiscard]] std::vector<Mention> MergeTagged(const Document& document, const NameGrammar& grammar,
                                               const Tagger& tagger,
                                               const std::vector<ByteSpan>& fixed,
                                               const std::vector<Mention>& mentions);

}  // namespace calque::internal
