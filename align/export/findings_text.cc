// For reading: one line a finding, in the form of a compiler's messages.
//
//   dispatch-fr.txt:12: critical: “81.5 percent” has no counterpart … [percentage-changed, 98 %]
//   dispatch-fr.xml: paragraph 9: critical: …
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
      out_ << PlaceOf(pair, places, finding) << ": " << ToString(finding.severity) << ": "
           << Printable(finding.message, "\n\t") << " [" << finding.category << ", "
           << Percent(finding.probability) << "]\n";
    }
  }

 private:
  static std::string PlaceOf(const CheckedPair& pair, const FindingPlaces& places,
                             const Finding& finding) {
    const bool source = finding.target.empty();
    std::string name = source ? pair.source_name : pair.target_name;
    if (!pair.file.empty()) {
      const std::uint64_t line = FileLineOf(pair, finding);
      const std::string place = line == 0 ? "" : pair.file + ":" + std::to_string(line) + ": ";
      const bool is_numbered = name.starts_with(pair.file + "#");
      if (is_numbered && line > 0) name.erase(0, pair.file.size());
      name = place.empty() && !is_numbered ? pair.file + ": " + name : place + name;
    }
    if (source ? pair.source_is_plain : pair.target_is_plain) {
      return name + ":" + std::to_string(places.LineOf(finding));
    }
    const std::uint32_t paragraph = source ? ParagraphAt(finding.source.begin, pair.bitext.source)
                                           : ParagraphAt(finding.target.begin, pair.bitext.target);
    return name + ": paragraph " + std::to_string(paragraph);
  }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeFindingsTextWriter(std::ostream& out) {
  return std::make_unique<TextWriter>(out);
}

}  // namespace calque::internal
