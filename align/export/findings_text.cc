// For reading: one line a finding, in the form of a compiler's messages.
//
//   dispatch-fr.txt:12: critical: “81.5 percent” has no counterpart … [percentage-changed, 98 %]
#include <cmath>
#include <string>

#include "align/base/printable.h"
#include "align/export/findings_writers.h"

namespace calque::internal {
namespace {

// Nothing is certain: `> 99 %` at most, as on the page.
std::string Percent(float probability) {
  if (probability > 0.99F) return "> 99 %";
  return std::to_string(std::lround(100.0F * probability)) + " %";
}

class TextWriter : public FindingsWriter {
 public:
  explicit TextWriter(std::ostream& out) : out_(out) {}

  void Write(const CheckedPair& pair) override {
    const FindingPlaces places(pair);
    for (const Finding& finding : pair.bitext.findings) {
      out_ << (finding.target.empty() ? pair.source_name : pair.target_name) << ':'
           << places.LineOf(finding) << ": " << ToString(finding.severity) << ": "
           << Printable(finding.message, "\n\t") << " [" << finding.category << ", "
           << Percent(finding.probability) << "]\n";
    }
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeFindingsTextWriter(std::ostream& out) {
  return std::make_unique<TextWriter>(out);
}

}  // namespace calque::internal
