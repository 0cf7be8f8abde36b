// Which lines are credits: the same words may be a tail, a byline or prose.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "align/structure/grammar.h"
#include "calque/document.h"

namespace calque::internal {

// Where a line stands decides how much it has to say to be taken for credits.
enum class LinePlace : unsigned char {
  kTop,       // before any headline
  kHead,      // between the headline and the story
  kBody,      // inside the story
  kTail,      // behind the last sentence of the story
  kSentence,  // the last sentence of a paragraph of the story
  kStated,    // wherever it stands, the wire format calls it a byline
};

// The credits of a line, by the first rule set that understands it. Nothing where it is no credit
// line; an empty list where it is one that names nobody (`De notre correspondante à Oslo`).
// Precision first: prose gives nothing.
[[nodiscard]] std::optional<std::vector<Credit>> CreditsOfLine(std::string_view text, ByteSpan line,
                                                               LinePlace place,
                                                               const DispatchGrammar& grammar);

// Where the credits begin that close a paragraph of prose (`… he said. (Reporting by …)`);
// `paragraph.end` where none do.
[[nodiscard]] std::uint32_t BeginOfTrailingCredits(std::string_view text, ByteSpan paragraph,
                                                   LinePlace place, const DispatchGrammar& grammar);

}  // namespace calque::internal
