// From raw text to typed paragraphs: line layout, headline, dateline, credits, furniture.
#pragma once

#include "align/read/reader.h"
#include "align/structure/grammar.h"
#include "calque/document.h"

namespace calque::internal {

// Fills headline, dateline, date, paragraphs and credits; sentences and tokens stay empty.
// Nothing of the text is dropped: paragraphs are disjoint, in order, and only white space lies
// between them. Linear in the size of the text.
//
// `raw.blocks` set boundaries: a block is one paragraph of its kind, except that a block typed
// kBody may still turn out to be a credit line, a note or furniture. Text outside the blocks is
// laid out as plain text. The person of `raw.credits` is credited in the role given there; where a
// line of the text says the same, the person's own block is left out.
// `raw.date` wins over a date in the dateline, which counts only when it has its year.
[[nodiscard]] Document AnalyseStructure(RawDocument raw, const DispatchGrammar& grammar);

}  // namespace calque::internal
