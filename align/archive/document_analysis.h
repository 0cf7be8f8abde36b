// From what a reader gives to a document with sentences and tokens.
#pragma once

#include "align/archive/language_resources.h"
#include "align/read/reader.h"
#include "align/segment/segmenter.h"
#include "calque/document.h"

namespace calque::internal {

// Structure, sentences, tokens. `raw.language` is that of `language`.
[[nodiscard]] Document AnalyseDocument(RawDocument raw, const LanguageResources& language,
                                       const SegmentOptions& options);

}  // namespace calque::internal
