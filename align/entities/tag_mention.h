// What a tagger marks, as a mention: taggers learn where names begin and end from texts whose
// annotators drew the line elsewhere than newswire's readers do.
#pragma once

#include <optional>
#include <span>

#include "align/entities/name_grammar.h"
#include "align/entities/name_parts.h"
#include "align/entities/tagged_text.h"
#include "calque/bitext.h"
#include "calque/document.h"

namespace calque::internal {

// The span of `sentence` without the titles, roles, marks and small words that are no part of a
// name; nothing where no name is left.
[[nodiscard]] std::optional<Mention> MentionOfTag(const Document& document,
                                                  const NameGrammar& grammar,
                                                  const Sentence& sentence, const TagSpan& span,
                                                  float probability);

// `Madam President`: whether titles are all there is, which is no name.
[[nodiscard]] bool AreTitles(const NameGrammar& grammar, std::span<const NamePart> parts);

}  // namespace calque::internal
