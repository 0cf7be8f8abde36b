// TMX 1.4b (LISA OSCAR, 2005). Credits stand twice: as single names in `creationid` and `changeid`,
// which is all that many tools show, and in full as `prop`s of each side. Names of `prop`s that
// Bitextor and its readers use are used where they fit; ours begin with `x-`.
#include <vector>

#include "align/export/score_text.h"
#include "align/export/unit_exporter.h"
#include "align/export/writers.h"
#include "align/io/xml_writer.h"
#include "align/read/credit_text.h"
#include "align/read/tmx_names.h"

namespace calque::internal {
namespace {

// `20260105T000000Z`
std::string TmxDate(const Date& date) {
  std::string text = date.ToString();
  std::erase(text, '-');
  return text + "T000000Z";
}

std::string_view FirstName(const DocumentHead& head, auto holds) {
  for (const Credit& credit : head.credits) {
    if (holds(credit.role)) return credit.name;
  }
  return {};
}

// Who wrote the text of this side: its translator, or its first author.
std::string_view CreatorOf(const DocumentHead& head) {
  const std::string_view translator =
      FirstName(head, [](CreditRole role) { return role == CreditRole::kTranslator; });
  if (!translator.empty()) return translator;
  return FirstName(
      head, [](CreditRole role) { return IsTextAuthor(role) && role != CreditRole::kEditor; });
}

std::string_view EditorOf(const DocumentHead& head) {
  return FirstName(head, [](CreditRole role) { return role == CreditRole::kEditor; });
}

class TmxExporter : public UnitExporter {
 public:
  explicit TmxExporter(ExportTarget& target) : xml_(target.Main()) {
    xml_.Start("tmx");
    xml_.Attribute("version", "1.4");
  }

  void End() override {
    if (!header_written_) WriteHeader(first_ ? &*first_ : nullptr);
    xml_.End();
    xml_.End();
  }

  std::vector<std::string> Losses() const override { return LossesOf(xml_); }

 protected:
  void WriteUnit(const PairHead& head, const Unit& unit, std::size_t number) override {
    // The header stands before all units but speaks of the documents where the file has two only,
    // so the units of the first bitext are held back.
    if (number == 1 && first_ && !header_written_) WriteHeader(nullptr);
    if (!first_) first_ = head;
    if (header_written_) {
      WriteTu(head, unit, number);
    } else {
      held_.push_back(unit);
    }
  }

 private:
  void Prop(const std::string& type, std::string_view value) {
    if (value.empty()) return;
    xml_.Start("prop");
    xml_.Attribute("type", type);
    xml_.Text(value);
    xml_.End();
  }

  void Credits(const std::string& prefix, const DocumentHead& head) {
    for (const CreditPart& part : CreditParts(head.credits)) {
      Prop(prefix + std::string(part.type), part.value);
    }
  }

  void DocumentProps(const std::string& side, const DocumentHead& head) {
    Prop("x-" + side + "-document", head.id);
    if (head.date) Prop("x-" + side + "-date", head.date->ToString());
    Credits("x-" + side + "-credit-", head);
    Prop("x-" + side + "-rights", head.rights);
  }

  // `whole` is the one bitext of the file, or null.
  void WriteHeader(const PairHead* whole) {
    header_written_ = true;
    header_language_ = first_ ? LanguageOrUnd(first_->source.language) : "und";
    xml_.Start("header");
    xml_.Attribute("creationtool", "calque");
    xml_.Attribute("creationtoolversion", CALQUE_VERSION);
    xml_.Attribute("segtype", "sentence");
    xml_.Attribute("o-tmf", kTmxOwnFormat);
    xml_.Attribute("adminlang", "en");
    xml_.Attribute("srclang", header_language_);
    xml_.Attribute("datatype", "plaintext");
    // XML::TMX::Reader 0.39 loses a header that has nothing in it.
    xml_.Element("note",
                 "The names of those who wrote and translated a text stand in its "
                 "x-credit-… props.");
    if (whole != nullptr) {
      Prop(std::string(kTmxBitext), whole->id);
      DocumentProps("source", whole->source);
      DocumentProps("target", whole->target);
    }
    xml_.End();
    xml_.Start("body");
    std::size_t number = 0;
    for (const Unit& unit : held_) WriteTu(*first_, unit, ++number);
    held_.clear();
  }

  void WriteTu(const PairHead& head, const Unit& unit, std::size_t number) {
    xml_.Start("tu");
    xml_.Attribute("tuid", head.id.empty() ? std::to_string(++nameless_)
                                           : head.id + "." + std::to_string(number));
    const std::string language = LanguageOrUnd(head.source.language);
    if (language != header_language_) xml_.Attribute("srclang", language);
    std::string_view editor = EditorOf(head.target);
    if (editor.empty()) editor = EditorOf(head.source);
    if (!editor.empty()) xml_.Attribute("changeid", editor);
    Prop(std::string(kTmxBitext), head.id);
    Prop(std::string(kTmxBitextScore), ScoreText(head.score));
    Prop(std::string(kTmxScore), ScoreText(unit.score));
    Prop(std::string(kTmxShape), std::to_string(unit.source.sentences.size()) + ":" +
                                     std::to_string(unit.target.sentences.size()));
    if (unit.crossing) Prop(std::string(kTmxCrossing), "yes");
    WriteTuv(head.source, unit.source);
    WriteTuv(head.target, unit.target);
    xml_.End();
  }

  void WriteTuv(const DocumentHead& head, const UnitSide& side) {
    xml_.Start("tuv");
    xml_.Attribute("xml:lang", LanguageOrUnd(head.language));
    if (head.date) xml_.Attribute("creationdate", TmxDate(*head.date));
    if (!CreatorOf(head).empty()) xml_.Attribute("creationid", CreatorOf(head));
    if (!EditorOf(head).empty()) xml_.Attribute("changeid", EditorOf(head));
    Prop(std::string(kTmxDocument), head.id);
    Credits(std::string(kTmxCreditPrefix), head);
    Prop(std::string(kTmxRights), head.rights);
    Prop(std::string(kTmxSentences), SentencesText(side));
    xml_.Element("seg", side.text);
    xml_.End();
  }

  XmlWriter xml_;
  bool header_written_ = false;
  std::string header_language_;
  std::uint64_t nameless_ = 0;  // units of bitexts without ids, which are numbered through
  std::optional<PairHead> first_;
  std::vector<Unit> held_;
};

}  // namespace

std::unique_ptr<Exporter> MakeTmxExporter(ExportTarget& target) {
  return std::make_unique<TmxExporter>(target);
}

}  // namespace calque::internal
