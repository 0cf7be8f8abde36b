// OPUS: sentence links in the XCES form of Uplug and OpusTools (Tiedemann 2012), and one XML file a
// document, `en/x.1.xml` and `fr/x.1.xml` for the first bitext, with `<s id>` of plain text, which
// OPUS calls raw. Credits, dates and scores of bitexts are in `x.xces.meta.jsonl`, a line a bitext.
#include "align/export/losses.h"
#include "align/export/score_text.h"
#include "align/export/text_pair.h"
#include "align/export/writers.h"
#include "align/io/number_text.h"
#include "align/io/xml_writer.h"
#include "align/read/unit_json.h"
#include "align/read/xces_names.h"

namespace calque::internal {
namespace {

std::string Ids(IndexRange<Sentence> range) {
  std::string ids;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    ids += (ids.empty() ? "s" : " s") + std::to_string(i + 1);
  }
  return ids;
}

class XcesExporter : public Exporter {
 public:
  explicit XcesExporter(ExportTarget& target)
      : target_(target),
        meta_(target.Open(target.stem() + std::string(kXcesHeads))),
        xml_(target.Main()) {
    xml_.Prolog(R"(<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">)");
    xml_.Start("cesAlign");
    xml_.Attribute("version", "1.0");
  }

  void Write(const Bitext& bitext) override {
    ++number_;
    const PairHead head = HeadOf(bitext);
    const bool named = NameForFile(bitext.source.language) != NameForFile(bitext.target.language);
    xml_.Start("linkGrp");
    xml_.Attribute("targType", "s");
    xml_.Attribute("fromDoc", WriteDocument(bitext.source, named ? "" : "-source"));
    xml_.Attribute("toDoc", WriteDocument(bitext.target, named ? "" : "-target"));
    std::size_t link = 0;
    for (const Bead& bead : bitext.beads) {
      xml_.Start("link");
      xml_.Attribute("id", "SL" + std::to_string(++link));
      xml_.Attribute("xtargets", Ids(bead.source) + ";" + Ids(bead.target));
      if (IsScored(bead.score)) xml_.Attribute("certainty", FloatText(bead.score));
      xml_.End();
      if (bead.crossing) losses_.Add("marks of crossing beads left out");
    }
    xml_.End();
    std::string line;
    JsonWriter json(&line);
    WritePairHeadJson(head, &json);
    meta_ << line << '\n';
    AddUnalignable(bitext, &losses_);
    AddWhatWasFound(bitext, &losses_);
  }

  void End() override { xml_.End(); }

  std::vector<std::string> Losses() const override {
    internal::Losses all = losses_;
    AddReplaced(replaced_ + xml_.replaced(), &all);
    return all.Lines();
  }

 private:
  // The name of its file.
  std::string WriteDocument(const Document& document, const std::string& side) {
    const std::string name = NameForFile(document.language) + side + "/" + target_.stem() + "." +
                             std::to_string(number_) + ".xml";
    XmlWriter xml(target_.Open(name));
    xml.Start("document");
    xml.Attribute("id", OneLine(document.id));
    std::size_t paragraph_number = 0;
    std::uint64_t breaks = 0;
    for (const Paragraph& paragraph : document.paragraphs) {
      if (paragraph.sentences.empty()) continue;
      xml.Start("p");
      xml.Attribute("id", "p" + std::to_string(++paragraph_number));
      WriteSentences(document, paragraph.sentences, &xml, &breaks);
      xml.End();
    }
    xml.End();
    target_.Close(name);
    replaced_ += xml.replaced();
    losses_.Add("line breaks and tabs in sentences made blanks", breaks);
    return name;
  }

  static void WriteSentences(const Document& document, IndexRange<Sentence> range, XmlWriter* xml,
                             std::uint64_t* breaks) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      xml->Start("s");
      xml->Attribute("id", "s" + std::to_string(i + 1));
      xml->Text(SentenceLine(document, document.sentences[i], breaks));
      xml->End();
    }
  }

  ExportTarget& target_;
  std::ostream& meta_;
  XmlWriter xml_;
  std::size_t number_ = 0;
  std::uint64_t replaced_ = 0;
  internal::Losses losses_;
};

}  // namespace

std::unique_ptr<Exporter> MakeXcesExporter(ExportTarget& target) {
  return std::make_unique<XcesExporter>(target);
}

}  // namespace calque::internal
