// The columns of calque's own TSV, for its reader and its writer. Their names stand in the first
// line of a file; a reader finds them by name, in any order.
#pragma once

#include <array>
#include <string_view>

namespace calque::internal {

enum class TsvColumn {
  kSource,
  kTarget,
  kScore,
  kShape,   // `2-1`; `2-1 crossing`
  kBitext,  // id
  kBitextScore,
  kSourceDocument,  // id
  kTargetDocument,
  kSourceLanguage,
  kTargetLanguage,
  kSourceDate,
  kTargetDate,
  kSourceCredits,  // credit_text.h
  kTargetCredits,
  kSourceRights,
  kTargetRights,
  kSourceSentences,  // SentencesText() of unit.h
  kTargetSentences,
};

inline constexpr std::array<std::string_view, 18> kTsvColumnNames = {
    "source",           "target",          "score",           "bead",
    "bitext",           "bitext_score",    "source_document", "target_document",
    "source_language",  "target_language", "source_date",     "target_date",
    "source_credits",   "target_credits",  "source_rights",   "target_rights",
    "source_sentences", "target_sentences"};

inline constexpr std::string_view kTsvCrossing = " crossing";

}  // namespace calque::internal
