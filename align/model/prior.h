// What a lexicon and the spelling say about the candidates of a text.
#pragma once

#include "align/model/tables.h"

namespace calque::internal {

// Pseudo-counts of every cell. A word that the lexicon lacks is seen through its prefix class.
[[nodiscard]] TranslationTables PriorCounts(const ParallelText& text,
                                            const CandidateTable& candidates, const Prior& prior);

}  // namespace calque::internal
