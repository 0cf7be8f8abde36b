// Tab-separated values: align/read/tsv_columns.h.
#include "align/export/score_text.h"
#include "align/export/unit_exporter.h"
#include "align/export/writers.h"
#include "align/read/credit_text.h"
#include "align/read/tsv_columns.h"

namespace calque::internal {
namespace {

std::string DateText(const DocumentHead& head) {
  return head.date ? head.date->ToString() : std::string();
}

class TsvExporter : public UnitExporter {
 public:
  TsvExporter(ExportTarget& target, const TsvHeader& header)
      : out_(target.Main()), header_(header) {
    WriteLine([](const auto& column) { return column.second; });
  }

 protected:
  void BeginBitext(const PairHead& head) override {
    Set(TsvColumn::kBitext, head.id);
    Set(TsvColumn::kBitextScore, ScoreText(head.score));
    Set(TsvColumn::kSourceDocument, head.source.id);
    Set(TsvColumn::kTargetDocument, head.target.id);
    Set(TsvColumn::kSourceLanguage, head.source.language);
    Set(TsvColumn::kTargetLanguage, head.target.language);
    Set(TsvColumn::kSourceDate, DateText(head.source));
    Set(TsvColumn::kTargetDate, DateText(head.target));
    Set(TsvColumn::kSourceCredits, FormatCredits(head.source.credits));
    Set(TsvColumn::kTargetCredits, FormatCredits(head.target.credits));
    Set(TsvColumn::kSourceRights, head.source.rights);
    Set(TsvColumn::kTargetRights, head.target.rights);
  }

  void WriteUnit(const PairHead& /*head*/, const Unit& unit, std::size_t /*number*/) override {
    Set(TsvColumn::kSource, unit.source.text);
    Set(TsvColumn::kTarget, unit.target.text);
    Set(TsvColumn::kScore, ScoreText(unit.score));
    Set(TsvColumn::kShape, ShapeText(unit) + std::string(unit.crossing ? kTsvCrossing : ""));
    Set(TsvColumn::kSourceSentences, SentencesText(unit.source));
    Set(TsvColumn::kTargetSentences, SentencesText(unit.target));
    WriteLine([this](const auto& column) { return std::string_view(At(column.first)); });
  }

 private:
  std::string& At(TsvColumn column) { return fields_[static_cast<std::size_t>(column)]; }
  void Set(TsvColumn column, std::string value) { At(column) = std::move(value); }

  template <typename FieldOf>
  void WriteLine(FieldOf field_of) {
    bool first = true;
    for (const auto& column : header_) {
      if (!first) out_ << '\t';
      first = false;
      out_ << field_of(column);
    }
    out_ << '\n';
  }

  std::ostream& out_;
  const TsvHeader& header_;
  std::array<std::string, kTsvColumnCount> fields_;
};

}  // namespace

std::unique_ptr<Exporter> MakeTsvExporter(ExportTarget& target) {
  return std::make_unique<TsvExporter>(target, kTsvHeader);
}

std::unique_ptr<Exporter> MakeBitextorExporter(ExportTarget& target) {
  return std::make_unique<TsvExporter>(target, kBitextorHeader);
}

}  // namespace calque::internal
