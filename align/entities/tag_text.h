// Names as tags of tokens, for text that comes a token a line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/tagged_text.h"
#include "calque/bitext.h"

namespace calque::internal {

class Tagger;

// The four types of CoNLL-2003 (Tjong Kim Sang & De Meulder 2003): PER, ORG, LOC, MISC.
[[nodiscard]] std::string_view ConllTypeOf(MentionKind kind);
[[nodiscard]] MentionKind KindOfConllType(std::string_view type);

struct NameSpan {
  TagSpan span;
  float probability = 0.0F;
};

// Names of every sentence (FindNames), one document or so after the other; `tagger` may be null.
// Demonyms are MISC, as CoNLL has them.
[[nodiscard]] std::vector<std::vector<NameSpan>> FindNameSpans(
    const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar, const Tagger* tagger);

// IOB2 tags of every sentence by grammar and tagger together, as FindNames has them.
[[nodiscard]] std::vector<std::vector<std::string>> TagNames(
    const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar, const Tagger* tagger);

}  // namespace calque::internal
