// The columns of calque's TSV and of Bitextor's, for their reader and their writer. Names stand in
// the first line of a file; a reader finds them by name, in any order.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace calque::internal {

enum class TsvColumn {
  kSource,
  kTarget,
  kScore,
  kShape,  // `2-1`; `2-1 crossing`
  kBitext,
  kBitextScore,
  kSourceDocument,
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
inline constexpr std::size_t kTsvColumnCount = 18;

using TsvHeader = std::array<std::pair<TsvColumn, std::string_view>, kTsvColumnCount>;

inline constexpr TsvHeader kTsvHeader = {{
    {TsvColumn::kSource, "source"},
    {TsvColumn::kTarget, "target"},
    {TsvColumn::kScore, "score"},
    {TsvColumn::kShape, "bead"},
    {TsvColumn::kBitext, "bitext"},
    {TsvColumn::kBitextScore, "bitext_score"},
    {TsvColumn::kSourceDocument, "source_document"},
    {TsvColumn::kTargetDocument, "target_document"},
    {TsvColumn::kSourceLanguage, "source_language"},
    {TsvColumn::kTargetLanguage, "target_language"},
    {TsvColumn::kSourceDate, "source_date"},
    {TsvColumn::kTargetDate, "target_date"},
    {TsvColumn::kSourceCredits, "source_credits"},
    {TsvColumn::kTargetCredits, "target_credits"},
    {TsvColumn::kSourceRights, "source_rights"},
    {TsvColumn::kTargetRights, "target_rights"},
    {TsvColumn::kSourceSentences, "source_sentences"},
    {TsvColumn::kTargetSentences, "target_sentences"},
}};

// Bitextor 8: its own columns in its own order, ours behind them.
inline constexpr TsvHeader kBitextorHeader = {{
    {TsvColumn::kSourceDocument, "src_url"},
    {TsvColumn::kTargetDocument, "trg_url"},
    {TsvColumn::kSource, "src_text"},
    {TsvColumn::kTarget, "trg_text"},
    {TsvColumn::kScore, "aligner_score"},
    {TsvColumn::kShape, "bead"},
    {TsvColumn::kBitext, "bitext"},
    {TsvColumn::kBitextScore, "bitext_score"},
    {TsvColumn::kSourceLanguage, "source_language"},
    {TsvColumn::kTargetLanguage, "target_language"},
    {TsvColumn::kSourceDate, "source_date"},
    {TsvColumn::kTargetDate, "target_date"},
    {TsvColumn::kSourceCredits, "source_credits"},
    {TsvColumn::kTargetCredits, "target_credits"},
    {TsvColumn::kSourceRights, "source_rights"},
    {TsvColumn::kTargetRights, "target_rights"},
    {TsvColumn::kSourceSentences, "source_sentences"},
    {TsvColumn::kTargetSentences, "target_sentences"},
}};

inline constexpr std::string_view kTsvCrossing = " crossing";

// What is said of lines that hold more than a file without names of columns is known to.
inline constexpr std::string_view kTsvFurther =
    "lines with text behind the columns of source, target and score, which is left out";

}  // namespace calque::internal
