// The common ground of all corpus formats that hold pairs of segments (TMX, XLIFF, TSV, Moses, …):
// a bitext as units, each a bead whose two sides are one line of text. Writers take a bitext apart
// into units; readers put one together from them.
//
// What units do not hold: null beads, text outside beads (furniture, bylines), paragraphs, tokens,
// word links, mentions, entity links, findings, metadata other than rights.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

// The metadata of a document that says who owns it and on what terms.
inline constexpr std::string_view kRightsKey = "rights";

// The metadata of a target that say whether somebody approved the translation: `yes`, or `no` where
// not all of its units were.
inline constexpr std::string_view kApprovedKey = "approved";

// What holds for a whole document. Strings are one line each.
struct DocumentHead {
  std::string id;
  std::string language;  // BCP 47
  std::optional<Date> date;
  // Without spans and probabilities. The agency of the document is the first, where no credit names
  // one: a dateline is lost outside the master form, whose text it is must not be.
  std::vector<Credit> credits;
  std::string rights;

  friend bool operator==(const DocumentHead&, const DocumentHead&) = default;
};

// What holds for a whole bitext.
struct PairHead {
  std::string id;
  float score = 0.0F;
  DocumentHead source;
  DocumentHead target;
  std::optional<bool> approved = std::nullopt;  // kApprovedKey; not known to readers

  friend bool operator==(const PairHead&, const PairHead&) = default;
};

struct UnitSide {
  std::string text;                  // one line, no white space at either end
  std::vector<ByteSpan> sentences;   // in `text`, in order, disjoint; at least one
  std::uint32_t first_sentence = 0;  // index in the document; not known to readers
  bool edited = false;               // read with spans of sentences that are not those of `text`
};

struct Unit {
  UnitSide source;
  UnitSide target;
  float score = 0.0F;
  bool crossing = false;
  // Whether somebody approved the translation, where the file says so (XLIFF).
  std::optional<bool> approved = std::nullopt;

  // A side without text: a null bead, or one of empty lines.
  [[nodiscard]] bool IsNull() const { return source.text.empty() || target.text.empty(); }
};

// `text` with every run of white space that breaks the line, or holds a tab or a control that some
// reader takes for a line end (U+000A–U+000D, U+001C–U+001F, U+0085, U+2028, U+2029), made one
// blank. Adds how many runs there were to `breaks` where that is not null.
[[nodiscard]] std::string OneLine(std::string_view text, std::uint64_t* breaks = nullptr);

// The language tag, or `und` (undetermined) for an empty one.
[[nodiscard]] std::string LanguageOrUnd(const std::string& language);

// A sentence as one line, trimmed.
[[nodiscard]] std::string SentenceLine(const Document& document, const Sentence& sentence,
                                       std::uint64_t* breaks = nullptr);

// Whose text it is, on one line: the agency that is credited, else the provider that the metadata
// name, else the agency of the dateline.
// Empty where none of them names one.
[[nodiscard]] std::string AgencyOf(const Document& document);

[[nodiscard]] PairHead HeadOf(const Bitext& bitext);
// Sentences are joined by a blank, or by nothing where nothing stands between them.
[[nodiscard]] Unit UnitOf(const Bitext& bitext, const Bead& bead, std::uint64_t* breaks = nullptr);

// `2-1`.
[[nodiscard]] std::string ShapeText(const Unit& unit);

// Spans of sentences in code points, `0-34 35-92`, for a side of more than one sentence; empty for
// one sentence. The inverse gives nothing where `text` is not these sentences and white space
// between them: it was edited since.
[[nodiscard]] std::string SentencesText(const UnitSide& side);
[[nodiscard]] std::optional<std::vector<ByteSpan>> ParseSentences(std::string_view spans,
                                                                  std::string_view text);

}  // namespace calque::internal
