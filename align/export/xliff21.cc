// XLIFF 2.1 (OASIS, 2018): a <file> a bitext, a <unit> of one <segment> a bead. Credits, dates and
// rights are metadata (module mda) of the file, the score is a match (module mtc) and, in full,
// metadata of the unit. Characters that XML cannot hold are <cp hex=…/> in a text.
#include <cmath>
#include <string>
#include <utility>

#include "align/base/utf8.h"
#include "align/export/one_pair.h"
#include "align/export/score_text.h"
#include "align/export/unit_exporter.h"
#include "align/export/writers.h"
#include "align/io/xml_writer.h"
#include "align/read/credit_text.h"
#include "align/read/xliff_names.h"

namespace calque::internal {
namespace {

std::string Percent(float score) { return std::to_string(std::lround(100.0F * score)); }

class Xliff21Exporter : public UnitExporter {
 public:
  explicit Xliff21Exporter(ExportTarget& target) : xml_(target.Main()) {}

  void End() override {
    if (files_ == 0) {
      StartRoot({});
      StartFile({});
      EmptyUnit();
      xml_.End();
    }
    xml_.End();
  }

  std::vector<std::string> Losses() const override { return LossesOf(xml_); }

 protected:
  void BeginBitext(const PairHead& head) override {
    const auto& source = head.source.language;
    const auto& target = head.target.language;
    languages_.Check(head.id, source, target, "XLIFF 2 holds");
    if (files_ == 0) {
      StartRoot(head);
      root_ = {source, target};
    }
    if (std::pair(source, target) != root_) losses_.Add("languages named otherwise left out");
    StartFile(head);
  }

  void EndBitext(const PairHead& /*head*/) override { xml_.End(); }

  void WriteUnit(const PairHead& head, const Unit& unit, std::size_t number) override {
    const std::string id = "u" + std::to_string(number);
    xml_.Start("unit");
    xml_.Attribute("id", id);
    if (IsScored(unit.score)) WriteMatch(unit, id);
    WriteUnitMetadata(unit);
    xml_.Start("segment");
    xml_.Attribute("id", "s1");
    xml_.Attribute("state", head.approved.value_or(false) ? "final" : "translated");
    WriteTexts(unit);
    xml_.End();
    xml_.End();
  }

 private:
  void StartRoot(const PairHead& head) {
    xml_.Start("xliff");
    xml_.Attribute("xmlns", kXliff2Namespace);
    xml_.Attribute("xmlns:mda", kXliffMetadataNamespace);
    xml_.Attribute("xmlns:mtc", kXliffMatchesNamespace);
    xml_.Attribute("version", "2.1");
    xml_.Attribute("srcLang", LanguageOrUnd(head.source.language));
    xml_.Attribute("trgLang", LanguageOrUnd(head.target.language));
  }

  void StartFile(const PairHead& head) {
    xml_.Start("file");
    xml_.Attribute("id", "f" + std::to_string(++files_));
    xml_.Attribute("original", head.source.id);
    xml_.Attribute("xml:space", "preserve");
    // Neither metadata nor a group of it may be empty.
    const bool has_group = !head.id.empty() || IsScored(head.score) || !head.target.id.empty();
    if (!has_group && !HasMetadata(head.source) && !HasMetadata(head.target)) return;
    xml_.Start("mda:metadata");
    if (has_group) {
      StartGroup(kXliffBitext, {});
      Meta(kXliffBitext, head.id);
      Meta(kXliffBitextScore, ScoreText(head.score));
      Meta(kXliffTargetDocument, head.target.id);
      xml_.End();
    }
    WriteSide(kXliffSource, head.source);
    WriteSide(kXliffTarget, head.target);
    xml_.End();
  }

  static bool HasMetadata(const DocumentHead& head) {
    return head.date || !head.rights.empty() || !CreditParts(head.credits).empty();
  }

  void WriteSide(std::string_view side, const DocumentHead& head) {
    if (head.date || !head.rights.empty()) {
      StartGroup(kXliffDocument, side);
      if (head.date) Meta(kXliffDate, head.date->ToString());
      Meta(kXliffRights, head.rights);
      xml_.End();
    }
    const std::vector<CreditPart> parts = CreditParts(head.credits);
    if (parts.empty()) return;
    StartGroup(kXliffCredits, side);
    for (const CreditPart& part : parts) Meta(part.type, part.value);
    xml_.End();
  }

  void WriteMatch(const Unit& unit, const std::string& id) {
    xml_.Start("mtc:matches");
    xml_.Start("mtc:match");
    xml_.Attribute("ref", "#/f=f" + std::to_string(files_) + "/u=" + id + "/s1");
    xml_.Attribute("matchSuitability", Percent(unit.score));
    xml_.Attribute("origin", "calque");
    xml_.Attribute("type", "other");
    xml_.Attribute("subType", "calque:bead");
    WriteTexts(unit);
    xml_.End();
    xml_.End();
  }

  void WriteUnitMetadata(const Unit& unit) {
    xml_.Start("mda:metadata");
    StartGroup(kXliffBead, {});
    Meta(kXliffScore, ScoreText(unit.score));
    Meta(kXliffBead, ShapeText(unit));
    if (unit.crossing) Meta(kXliffCrossing, "yes");
    Meta(kXliffSourceSentences, SentencesText(unit.source));
    Meta(kXliffTargetSentences, SentencesText(unit.target));
    xml_.End();
    xml_.End();
  }

  void WriteTexts(const Unit& unit) {
    WriteText("source", unit.source.text);
    WriteText("target", unit.target.text);
  }

  void WriteText(std::string_view element, std::string_view text) {
    xml_.Start(element);
    xml_.KeepBlanks();
    while (!text.empty()) {
      const std::size_t plain = XmlWriter::FirstIllegal(text);
      xml_.Text(text.substr(0, plain));
      text.remove_prefix(plain);
      if (text.empty()) break;
      const CodePoint c = DecodeAt(text, 0);
      xml_.Start("cp");
      xml_.Attribute("hex", Hex(c.value));
      xml_.End();
      text.remove_prefix(c.end);
    }
    xml_.End();
  }

  static std::string Hex(char32_t c) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string hex;
    for (int shift = 12; shift >= 0; shift -= 4) hex += kDigits[(c >> shift) & 15];
    return hex;
  }

  // The least that the schema allows in a file without bitexts.
  void EmptyUnit() {
    xml_.Start("unit");
    xml_.Attribute("id", "u1");
    xml_.Start("segment");
    xml_.Element("source", "");
    xml_.End();
    xml_.End();
  }

  void StartGroup(std::string_view category, std::string_view side) {
    xml_.Start("mda:metaGroup");
    xml_.Attribute("category", category);
    if (!side.empty()) xml_.Attribute("appliesTo", side);
  }

  void Meta(std::string_view type, std::string_view value) {
    if (value.empty()) return;
    xml_.Start("mda:meta");
    xml_.Attribute("type", type);
    xml_.Text(value);
    xml_.End();
  }

  XmlWriter xml_;
  OnePair languages_;
  std::pair<std::string, std::string> root_;  // languages that the root element names
  std::size_t files_ = 0;
};

}  // namespace

std::unique_ptr<Exporter> MakeXliff21Exporter(ExportTarget& target) {
  return std::make_unique<Xliff21Exporter>(target);
}

}  // namespace calque::internal
