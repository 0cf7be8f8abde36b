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

// One name as the grammar alone has it.
struct GrammarSpan {
  TagSpan span;
  float probability = 0.0F;
};

// Spans of every sentence, by lists, capitals, titles and heads (FindNames), one document or so
// after the other. Demonyms are MISC, as CoNLL has them.
[[nodiscard]] std::vector<std::vector<GrammarSpan>> FindByGrammar(
    const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar);

// IOB2 tags of every sentence from these spans.
[[nodiscard]] std::vector<std::vector<std::string>> TagByGrammar(
    const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar);

}  // namespace calque::internal
