// Tab-separated values: align/read/tsv_columns.h.
#include "align/export/unit_exporter.h"
#include "align/export/writers.h"
#include "align/io/number_text.h"
#include "align/read/credit_text.h"
#include "align/read/tsv_columns.h"

namespace calque::internal {
namespace {

std::string DateText(const DocumentHead& head) {
  return head.date ? head.date->ToString() : std::string();
}

class TsvExporter : public UnitExporter {
 public:
  explicit TsvExporter(ExportTarget& target) : out_(target.Main()) { WriteLine(kTsvColumnNames); }

 protected:
  void BeginBitext(const PairHead& head) override {
    source_credits_ = FormatCredits(head.source.credits);
    target_credits_ = FormatCredits(head.target.credits);
  }

  void WriteUnit(const PairHead& head, const Unit& unit, std::size_t /*number*/) override {
    std::string shape = ShapeText(unit);
    if (unit.crossing) shape += kTsvCrossing;
    WriteLine(std::array<std::string, kTsvColumnNames.size()>{
        unit.source.text, unit.target.text, FloatText(unit.score), std::move(shape), head.id,
        FloatText(head.score), head.source.id, head.target.id, head.source.language,
        head.target.language, DateText(head.source), DateText(head.target), source_credits_,
        target_credits_, head.source.rights, head.target.rights, SentencesText(unit.source),
        SentencesText(unit.target)});
  }

 private:
  template <typename Fields>
  void WriteLine(const Fields& fields) {
    std::string line;
    for (const std::string_view field : fields) {
      if (!line.empty()) line += '\t';
      line += field;
    }
    out_ << line << '\n';
  }

  std::ostream& out_;
  std::string source_credits_;
  std::string target_credits_;
};

}  // namespace

std::unique_ptr<Exporter> MakeTsvExporter(ExportTarget& target) {
  return std::make_unique<TsvExporter>(target);
}

}  // namespace calque::internal
