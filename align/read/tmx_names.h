// Names in our TMX, most of them types of `prop` elements, for its reader and its writer.
#pragma once

#include <string_view>

namespace calque::internal {

// What `o-tmf` of the header says of a file that calque wrote.
inline constexpr std::string_view kTmxOwnFormat = "calque/bitext/1";
// Of a tu.
inline constexpr std::string_view kTmxBitext = "x-bitext";
inline constexpr std::string_view kTmxBitextScore = "x-bitext-score";
inline constexpr std::string_view kTmxScore = "score-aligner";
inline constexpr std::string_view kTmxShape = "type";  // `2:1`
inline constexpr std::string_view kTmxCrossing = "x-crossing";
// Of a tuv.
inline constexpr std::string_view kTmxDocument = "source-document";
inline constexpr std::string_view kTmxRights = "x-rights";
inline constexpr std::string_view kTmxSentences = "x-sentences";
// `x-credit-reporter`, a part of a credit (credit_text.h).
inline constexpr std::string_view kTmxCreditPrefix = "x-credit-";

}  // namespace calque::internal
