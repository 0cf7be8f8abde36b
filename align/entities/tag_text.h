// Names as tags of tokens, for text that comes a token a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/tagged_text.h"
#include "calque/bitext.h"

namespace calque::internal {

// The four types of CoNLL-2003 (Tjong Kim Sang & De Meulder 2003): PER, ORG, LOC, MISC.
[[nodiscard]] std::string_view ConllTypeOf(MentionKind kind);

// IOB2 tags of every sentence by lists, capitals, titles and heads (FindNames). Demonyms are MISC,
// as CoNLL has them.
[[nodiscard]] std::vector<std::vector<std::string>> TagByGrammar(
    const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar);

}  // namespace calque::internal
