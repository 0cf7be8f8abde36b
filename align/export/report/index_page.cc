#include "align/export/report/index_page.h"

#include <algorithm>

#include "align/io/json.h"

namespace calque::internal {

BitextSummary SummaryOf(const Bitext& bitext) {
  BitextSummary summary;
  summary.id = bitext.id;
  summary.headline = bitext.target.headline.In(bitext.target.text);
  summary.language = bitext.target.language;
  summary.score = bitext.score;
  summary.source_bytes = bitext.source.text.size();
  summary.target_bytes = bitext.target.text.size();
  summary.beads = bitext.beads.size();
  summary.null_beads = static_cast<std::size_t>(std::count_if(
      bitext.beads.begin(), bitext.beads.end(), [](const Bead& bead) { return bead.IsNull(); }));
  for (const Finding& finding : bitext.findings) {
    ++summary.findings[finding.category];
    summary.severe += finding.severity != Severity::kMinor;
  }
  return summary;
}

std::string PageName(std::string_view stem, std::size_t number) {
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 5 ? 5 - digits.size() : 0, '0');
  return std::string(stem) + "/" + digits + ".html";
}

std::string IndexData(std::string_view stem, const std::vector<BitextSummary>& index) {
  Json bitexts = Json::array();
  for (std::size_t i = 0; i < index.size(); ++i) {
    const BitextSummary& summary = index[i];
    bitexts.push_back({{"page", PageName(stem, i)},
                       {"id", summary.id},
                       {"headline", summary.headline},
                       {"language", summary.language},
                       {"score", summary.score},
                       {"sourceBytes", summary.source_bytes},
                       {"targetBytes", summary.target_bytes},
                       {"beads", summary.beads},
                       {"nullBeads", summary.null_beads},
                       {"findings", summary.findings},
                       {"severe", summary.severe}});
  }
  return ScriptJson({{"schema", "calque/report-index/1"}, {"bitexts", bitexts}});
}

}  // namespace calque::internal
