// XLIFF 1.2 (OASIS, 2008): a <file> a bitext, a <trans-unit> a bead. Credits are phases of the
// file's header (`phase-name="target-2" process-name="translator" contact-name=…`), the one that
// made a translation is named by its <target>. Without `approved="yes"` readers such as
// translate-toolkit take a unit for untranslated: what was published has it, and of what was read
// from XLIFF the files of which every unit had it there.
#include "align/export/score_text.h"
#include "align/export/unit_exporter.h"
#include "align/export/writers.h"
#include "align/io/xml_writer.h"
#include "align/read/xliff_names.h"

namespace calque::internal {
namespace {

constexpr std::string_view kToolId = "calque";

class Xliff12Exporter : public UnitExporter {
 public:
  explicit Xliff12Exporter(ExportTarget& target) : xml_(target.Main()) {
    xml_.Start("xliff");
    xml_.Attribute("xmlns", kXliff12Namespace);
    xml_.Attribute("version", "1.2");
  }

  void End() override {
    if (!any_file_) {
      BeginBitext({});
      EndBitext({});
    }
    xml_.End();
  }

  std::vector<std::string> Losses() const override { return LossesOf(xml_); }

 protected:
  void BeginBitext(const PairHead& head) override {
    any_file_ = true;
    xml_.Start("file");
    xml_.Attribute("original", head.source.id);
    xml_.Attribute("source-language", LanguageOrUnd(head.source.language));
    xml_.Attribute("target-language", LanguageOrUnd(head.target.language));
    xml_.Attribute("datatype", "plaintext");
    WriteHeader(head);
    xml_.Start("body");
  }

  void EndBitext(const PairHead& /*head*/) override {
    xml_.End();
    xml_.End();
  }

  void WriteUnit(const PairHead& head, const Unit& unit, std::size_t number) override {
    xml_.Start("trans-unit");
    xml_.Attribute("id", std::to_string(number));
    if (head.approved.value_or(true)) xml_.Attribute("approved", "yes");
    xml_.Attribute("xml:space", "preserve");
    xml_.Start("source");
    xml_.Attribute("xml:lang", LanguageOrUnd(head.source.language));
    xml_.Text(unit.source.text);
    xml_.End();
    xml_.Start("target");
    xml_.Attribute("xml:lang", LanguageOrUnd(head.target.language));
    xml_.Attribute("state", "translated");
    if (!target_phase_.empty()) xml_.Attribute("phase-name", target_phase_);
    xml_.Text(unit.target.text);
    xml_.End();
    Note(kXliffScore, ScoreText(unit.score));
    Note(kXliffBead, ShapeText(unit));
    if (unit.crossing) Note(kXliffCrossing, "yes");
    Note(kXliffSourceSentences, SentencesText(unit.source));
    Note(kXliffTargetSentences, SentencesText(unit.target));
    xml_.End();
  }

 private:
  void Note(std::string_view from, std::string_view text) {
    if (text.empty()) return;
    xml_.Start("note");
    xml_.Attribute("from", from);
    xml_.Text(text);
    xml_.End();
  }

  void WriteHeader(const PairHead& head) {
    xml_.Start("header");
    if (!head.source.credits.empty() || !head.target.credits.empty()) {
      xml_.Start("phase-group");
      WritePhases(kXliffSource, head.source);
      target_phase_ = WritePhases(kXliffTarget, head.target);
      xml_.End();
    } else {
      target_phase_.clear();
    }
    xml_.Start("tool");
    xml_.Attribute("tool-id", kToolId);
    xml_.Attribute("tool-name", "calque");
    xml_.Attribute("tool-version", CALQUE_VERSION);
    xml_.End();
    Note(kXliffBitext, head.id);
    Note(kXliffBitextScore, ScoreText(head.score));
    Note(kXliffTargetDocument, head.target.id);
    WriteSideNotes(kXliffSource, head.source);
    WriteSideNotes(kXliffTarget, head.target);
    xml_.End();
  }

  void WriteSideNotes(std::string_view side, const DocumentHead& head) {
    const std::string prefix = std::string(side) + "-";
    if (head.date) Note(prefix + std::string(kXliffDate), head.date->ToString());
    Note(prefix + std::string(kXliffRights), head.rights);
  }

  // The name of the phase that made the text: the translator's, or the first author's.
  std::string WritePhases(std::string_view side, const DocumentHead& head) {
    std::string author;
    std::string translator;
    std::size_t number = 0;
    for (const Credit& credit : head.credits) {
      const std::string name = std::string(side) + "-" + std::to_string(++number);
      if (author.empty() && IsTextAuthor(credit.role)) author = name;
      if (translator.empty() && credit.role == CreditRole::kTranslator) translator = name;
      xml_.Start("phase");
      xml_.Attribute("phase-name", name);
      xml_.Attribute("process-name", ToString(credit.role));
      if (!credit.organisation.empty()) xml_.Attribute("company-name", credit.organisation);
      xml_.Attribute("contact-name", credit.name);
      Note(kXliffPlace, credit.place);
      xml_.End();
    }
    return translator.empty() ? author : translator;
  }

  XmlWriter xml_;
  bool any_file_ = false;
  std::string target_phase_;
};

}  // namespace

std::unique_ptr<Exporter> MakeXliff12Exporter(ExportTarget& target) {
  return std::make_unique<Xliff12Exporter>(target);
}

}  // namespace calque::internal
