// Names in our XLIFF, for its reader and its writers: of notes in 1.2, of metadata in 2.1.
#pragma once

#include <string_view>

namespace calque::internal {

inline constexpr std::string_view kXliff12Namespace = "urn:oasis:names:tc:xliff:document:1.2";
inline constexpr std::string_view kXliff2Namespace = "urn:oasis:names:tc:xliff:document:2.0";
inline constexpr std::string_view kXliffMetadataNamespace = "urn:oasis:names:tc:xliff:metadata:2.0";
inline constexpr std::string_view kXliffMatchesNamespace = "urn:oasis:names:tc:xliff:matches:2.0";

// Of a file.
inline constexpr std::string_view kXliffBitext = "bitext";
inline constexpr std::string_view kXliffBitextScore = "bitext-score";
inline constexpr std::string_view kXliffTargetDocument = "target-document";
// Of one of its sides: `source-date` in 1.2, a group that applies to the side in 2.1.
inline constexpr std::string_view kXliffSource = "source";
inline constexpr std::string_view kXliffTarget = "target";
inline constexpr std::string_view kXliffDate = "date";
inline constexpr std::string_view kXliffRights = "rights";
inline constexpr std::string_view kXliffDocument = "document";  // category of the group in 2.1
inline constexpr std::string_view kXliffCredits = "credits";    // category of the group in 2.1
inline constexpr std::string_view kXliffPlace = "place";        // of a credit
// Of a unit.
inline constexpr std::string_view kXliffScore = "score";
inline constexpr std::string_view kXliffBead = "bead";
inline constexpr std::string_view kXliffCrossing = "crossing";
inline constexpr std::string_view kXliffSourceSentences = "source-sentences";
inline constexpr std::string_view kXliffTargetSentences = "target-sentences";

}  // namespace calque::internal
