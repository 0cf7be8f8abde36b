// The index of the report pages of an archive: a line and a dot in the charts for each bitext.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

struct BitextSummary {
  std::string id;
  std::string headline;  // of the target
  std::string language;  // of the target
  float score = 0.0F;
  std::size_t source_bytes = 0;
  std::size_t target_bytes = 0;
  std::size_t beads = 0;
  std::size_t null_beads = 0;
  std::map<std::string, std::uint32_t> findings;  // by category
  std::uint32_t severe = 0;                       // findings that are major or critical
};

[[nodiscard]] BitextSummary SummaryOf(const Bitext& bitext);

// `STEM/00017.html`: numbered, so that no name inside the archive becomes a path.
[[nodiscard]] std::string PageName(std::string_view stem, std::size_t number);

// One JSON object, fit to stand inside a `<script>` element.
[[nodiscard]] std::string IndexData(std::string_view stem, const std::vector<BitextSummary>& index);

}  // namespace calque::internal
