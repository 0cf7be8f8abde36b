// A lexicon out of trained tables.
#pragma once

#include <cstddef>
#include <memory>

#include "align/model/lexicon.h"
#include "align/model/tables.h"

namespace calque::internal {

struct ExportOptions {
  float threshold = 1e-4F;       // translations below it are left out
  double least_count = 0.0;      // words with less weight in the text are left out
  float class_threshold = 0.0F;  // of translations of and into prefix classes; 0: no classes
  // Words and classes of a side; if there are more, the rarest words are left out.
  std::size_t most_types = kMaxTypes - 1;
};

[[nodiscard]] std::unique_ptr<Lexicon> ExportLexicon(const ParallelText& text,
                                                     const CandidateTable& candidates,
                                                     const TranslationTables& tables,
                                                     const ExportOptions& options);

}  // namespace calque::internal
