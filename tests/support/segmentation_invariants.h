// What must hold of the sentences and tokens of any text: for property tests and fuzzers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "align/segment/segmenter.h"

namespace calque::test {

// Empty where all is well, else what is broken and where: sentences in order inside their units,
// white space alone between them and none at their ends, code points whole, confidence in [0, 1].
[[nodiscard]] std::string BrokenSentences(std::string_view text, std::span<const ByteSpan> units,
                                          const internal::SegmentedUnits& segmented);

// The same for the tokens of `span`: in order, all characters in but white space.
[[nodiscard]] std::string BrokenTokens(std::string_view text, ByteSpan span,
                                       std::span<const Token> tokens);

// The same for the soft boundaries of `sentence`: rising, inside it, each behind white space and at
// none.
[[nodiscard]] std::string BrokenSoftBoundaries(std::string_view text, ByteSpan sentence,
                                               std::span<const internal::SoftBoundary> boundaries);

}  // namespace calque::test
