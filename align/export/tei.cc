// TEI P5: a <TEI> a bitext, both texts in a <group>, their sentences `s@xml:id`, the beads as
// <link target="#b1.source.s1 #b1.target.s1"/> of a <linkGrp> in <standOff>. Those who made the
// texts are in <titleStmt> (<author>, <editor role="translator">, <respStmt>) and, by side, in
// <sourceDesc>; rights are in <availability>, as the DTA's base format asks.
#include "align/export/losses.h"
#include "align/export/score_text.h"
#include "align/export/writers.h"
#include "align/io/number_text.h"
#include "align/io/xml_writer.h"
#include "align/read/tei_names.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

class TeiExporter : public Exporter {
 public:
  explicit TeiExporter(ExportTarget& target) : xml_(target.Main()) {
    xml_.Start("teiCorpus");
    xml_.Attribute("xmlns", kTeiNamespace);
    xml_.Start("teiHeader");
    xml_.Start("fileDesc");
    xml_.Start("titleStmt");
    xml_.Element("title", "Parallel texts");
    xml_.End();
    xml_.Start("publicationStmt");
    xml_.Element("p", "Written by calque; rights are stated with each text.");
    xml_.End();
    xml_.Start("sourceDesc");
    xml_.Element("p", "Stated with each text.");
    xml_.End();
    xml_.End();
    xml_.End();
  }

  void Write(const Bitext& bitext) override {
    prefix_ = "b" + std::to_string(++number_);
    const PairHead head = HeadOf(bitext);
    xml_.Start("TEI");
    xml_.Attribute("xml:id", prefix_);
    WriteHeader(head);
    WriteLinks(bitext);
    xml_.Start("text");
    xml_.Start("group");
    WriteText(bitext.source, kTeiSource);
    WriteText(bitext.target, kTeiTarget);
    xml_.End();
    xml_.End();
    xml_.End();
    AddWhatWasFound(bitext, &losses_);
  }

  void End() override { xml_.End(); }

  std::vector<std::string> Losses() const override {
    internal::Losses all = losses_;
    AddReplaced(xml_.replaced(), &all);
    return all.Lines();
  }

 private:
  void WriteHeader(const PairHead& head) {
    xml_.Start("teiHeader");
    xml_.Start("fileDesc");
    xml_.Start("titleStmt");
    xml_.Element("title", head.id);
    WriteCredits(head.source.credits);
    WriteCredits(head.target.credits);
    xml_.End();
    xml_.Start("publicationStmt");
    xml_.Element("publisher", "calque");
    WriteRights(head);
    xml_.End();
    xml_.Start("sourceDesc");
    WriteBibl(kTeiSource, head.source);
    WriteBibl(kTeiTarget, head.target);
    xml_.End();
    xml_.End();
    xml_.End();
  }

  void WriteRights(const PairHead& head) {
    if (head.source.rights.empty() && head.target.rights.empty()) return;
    xml_.Start("availability");
    xml_.Start("licence");
    for (const auto* side : {&head.source, &head.target}) {
      if (!side->rights.empty()) xml_.Element("p", side->rights);
    }
    xml_.End();
    xml_.End();
  }

  // What is said of one side; read back from here.
  void WriteBibl(std::string_view side, const DocumentHead& head) {
    xml_.Start("bibl");
    xml_.Attribute("type", side);
    xml_.Element("title", head.id);
    WriteCredits(head.credits);
    if (head.date) {
      xml_.Start("date");
      xml_.Attribute("when", head.date->ToString());
      xml_.End();
    }
    if (!head.rights.empty()) {
      xml_.Start("availability");
      xml_.Element("p", head.rights);
      xml_.End();
    }
    xml_.End();
  }

  void WriteCredits(const std::vector<Credit>& credits) {
    for (const Credit& credit : credits) {
      const bool writes =
          credit.role == CreditRole::kReporter || credit.role == CreditRole::kWriter;
      const bool edits =
          credit.role == CreditRole::kTranslator || credit.role == CreditRole::kEditor;
      if (!writes && !edits) {
        WriteResponsibility(credit);
        continue;
      }
      xml_.Start(writes ? "author" : "editor");
      xml_.Attribute("role", ToString(credit.role));
      WriteName(credit);
      xml_.End();
    }
  }

  void WriteResponsibility(const Credit& credit) {
    xml_.Start("respStmt");
    xml_.Element("resp", ToString(credit.role));
    WriteName(credit);
    xml_.End();
  }

  void WriteName(const Credit& credit) {
    xml_.Element("name", credit.name);
    if (!credit.place.empty()) xml_.Element("placeName", credit.place);
    if (!credit.organisation.empty()) xml_.Element("orgName", credit.organisation);
  }

  std::string SentenceId(std::string_view side, std::uint32_t index) const {
    return prefix_ + "." + std::string(side) + ".s" + std::to_string(index + 1);
  }

  void WriteLinks(const Bitext& bitext) {
    xml_.Start("standOff");
    xml_.Start("linkGrp");
    xml_.Attribute("type", "translation");
    if (IsScored(bitext.score)) xml_.Attribute("cert", FloatText(bitext.score));
    for (const Bead& bead : bitext.beads) {
      if (bead.source.empty() || bead.target.empty()) {
        if (IsScored(bead.score)) losses_.Add("scores of null beads left out");
        continue;
      }
      std::string target;
      for (std::uint32_t i = bead.source.begin; i < bead.source.end; ++i) {
        target += "#" + SentenceId(kTeiSource, i) + " ";
      }
      for (std::uint32_t i = bead.target.begin; i < bead.target.end; ++i) {
        target += "#" + SentenceId(kTeiTarget, i) + " ";
      }
      target.pop_back();
      xml_.Start("link");
      if (bead.crossing) xml_.Attribute("type", kTeiCrossing);
      if (IsScored(bead.score)) xml_.Attribute("cert", FloatText(bead.score));
      xml_.Attribute("target", target);
      xml_.End();
    }
    xml_.End();
    xml_.End();
  }

  void WriteText(const Document& document, std::string_view side) {
    xml_.Start("text");
    xml_.Attribute("type", side);
    xml_.Attribute("xml:lang", LanguageOrUnd(document.language));
    xml_.Start("body");
    for (const Paragraph& paragraph : document.paragraphs)
      WriteParagraph(document, side, paragraph);
    xml_.End();
    xml_.End();
  }

  // All text of a paragraph stands in it, sentences marked, what is between them as it is.
  void WriteParagraph(const Document& document, std::string_view side, const Paragraph& paragraph) {
    xml_.Start("ab");
    xml_.Attribute("type", ToString(paragraph.kind));
    xml_.KeepBlanks();
    std::uint32_t at = paragraph.span.begin;
    const auto text_to = [&](std::uint32_t end) {
      xml_.Text(ByteSpan{at, end}.In(document.text));
      at = end;
    };
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      text_to(document.sentences[i].span.begin);
      xml_.Start("s");
      xml_.Attribute("xml:id", SentenceId(side, i));
      text_to(document.sentences[i].span.end);
      xml_.End();
    }
    text_to(paragraph.span.end);
    xml_.End();
  }

  XmlWriter xml_;
  std::size_t number_ = 0;
  std::string prefix_;
  internal::Losses losses_;
};

}  // namespace

std::unique_ptr<Exporter> MakeTeiExporter(ExportTarget& target) {
  return std::make_unique<TeiExporter>(target);
}

}  // namespace calque::internal
