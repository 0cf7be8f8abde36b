// Sentences of the paragraphs of a document.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/io/json.h"
#include "calque/document.h"

namespace calque::internal {

struct SegmentOptions {
  enum class Paragraphs { kAlignable, kAll } paragraphs = Paragraphs::kAlignable;
  enum class Quotations { kSplit, kWhole } quotations = Quotations::kSplit;
};

// The `segmentation` section of a language file, compiled. Immutable; shared between threads.
// A language without a section falls back to ICU's rules.
class Segmenter {
 public:
  static std::shared_ptr<const Segmenter> FromJson(const Json& section,
                                                   const std::string& language);
  virtual ~Segmenter() = default;

  // Sentences of one paragraph `unit` of `text`, in order, covering all but white space. A span
  // may hold line breaks (hard-wrapped text). Linear in the size of the unit.
  [[nodiscard]] virtual std::vector<Sentence> Sentences(std::string_view text, ByteSpan unit,
                                                        const SegmentOptions& options) const = 0;
};

// Fills `sentences` and the sentence ranges of the paragraphs.
void SegmentDocument(const Segmenter& segmenter, const SegmentOptions& options, Document* document);

}  // namespace calque::internal
