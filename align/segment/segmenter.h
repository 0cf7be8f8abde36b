// Sentences of the paragraphs of a document.
//
// A sentence ends at a run of terminators, the quotes and brackets that close behind it, and white
// space; never without white space, but in scripts that have none. Whatever follows decides the
// rest: `M. Roy`, `Inc. said`, `"Vraiment ?" a-t-il dit`. What a language knows about that is in
// the `segmentation` section of its file.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/io/json.h"
#include "calque/document.h"

namespace calque::internal {

struct SegmentOptions {
  // Which paragraphs SegmentDocument splits.
  enum class Paragraphs { kAlignable, kAll } paragraphs = Paragraphs::kAlignable;
  // Whether complete sentences inside one quotation are sentences of their own.
  enum class Quotations { kSplit, kWhole } quotations = Quotations::kSplit;
  // Whether the items of an enumeration written on one line (`1) … 2) …`) are.
  enum class Enumerations { kSplit, kWhole } enumerations = Enumerations::kSplit;
};

// The sentences of several units of one text. `units[i]` are those of the unit `i`.
struct SegmentedUnits {
  std::vector<Sentence> sentences;
  std::vector<IndexRange<Sentence>> units;
};

// A place inside a sentence where another language may well end one. `offset` is where the part
// behind it begins.
struct SoftBoundary {
  enum class Kind : std::uint8_t { kSemicolon, kColon, kDash, kTerminator } kind;
  std::uint32_t offset;

  friend bool operator==(const SoftBoundary&, const SoftBoundary&) = default;
};

// Immutable; shared between threads.
class Segmenter {
 public:
  // A language without a `segmentation` section falls back to ICU's rules (UAX #29).
  // Throws Error{kBadInput} where the section is malformed.
  static std::shared_ptr<const Segmenter> FromJson(const Json& language_file,
                                                   const std::string& language);
  virtual ~Segmenter() = default;

  // Sentences of `units` (paragraphs: disjoint, in order), in order, each inside one unit, together
  // covering all but white space. A span may hold line breaks (hard-wrapped text). What the text
  // tells about its own abbreviations is learned from all units together. Linear in their size.
  [[nodiscard]] virtual SegmentedUnits Segment(std::string_view text,
                                               std::span<const ByteSpan> units,
                                               const SegmentOptions& options) const = 0;
};

// The soft boundaries inside `sentence`, in order: `;`, `:` before a quotation or a capital, a
// spaced dash, a terminator that ends no sentence of its own (`"Really?" she asked`).
[[nodiscard]] std::vector<SoftBoundary> SoftBoundaries(std::string_view text, ByteSpan sentence);

// Fills `sentences` and the sentence ranges of the paragraphs.
void SegmentDocument(const Segmenter& segmenter, const SegmentOptions& options, Document* document);

}  // namespace calque::internal
