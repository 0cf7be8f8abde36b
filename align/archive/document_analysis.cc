#include "align/archive/document_analysis.h"

#include <utility>

#include "align/structure/structure.h"

namespace calque::internal {

Document AnalyseDocument(RawDocument raw, const LanguageResources& language,
                         const SegmentOptions& options) {
  Document document = AnalyseStructure(std::move(raw), *language.dispatch);
  SegmentDocument(*language.segmenter, options, &document);
  TokenizeDocument(*language.tokenizer, &document);
  return document;
}

}  // namespace calque::internal
