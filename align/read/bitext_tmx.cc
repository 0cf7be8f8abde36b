// TMX 1.1–1.4b. Of a unit in many languages two are taken: those asked for, else that of `srclang`
// and the first other. Codes of inline markup (bpt, ept, ph, it, ut) are left out of a text, the
// text in `hi` is kept.
#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "align/base/iso_date.h"
#include "align/io/number_text.h"
#include "align/io/xml_reader.h"
#include "align/read/bitext_readers.h"
#include "align/read/credit_text.h"
#include "align/read/tmx_names.h"
#include "align/read/unit_reader.h"

namespace calque::internal {
namespace {

using Event = XmlReader::Event;

// A tuv: its head but for what stands in the tu.
struct Variant {
  DocumentHead head;
  std::string text;
  std::string sentences;
  std::string creator;  // who made this variant, and who changed it last
  std::string editor;
  bool is_changed = false;  // with a date of that
  Location place;
};

struct People {
  std::string creator;
  std::string editor;
};

class TmxReader : public UnitReader {
 public:
  TmxReader(BitextInput input, BitextReadOptions options)
      : UnitReader(input.path),
        input_(std::move(input)),
        options_(std::move(options)),
        xml_(*input_.main) {
    if (xml_.Next() != Event::kStart || xml_.name() != "tmx") {
      throw Error(ErrorCode::kBadInput, xml_.location(), "is not TMX: its root is not <tmx>");
    }
  }

 protected:
  std::optional<HeadedUnit> NextUnit() override {
    for (Event event = xml_.Next(); event != Event::kDone; event = xml_.Next()) {
      if (event != Event::kStart) continue;
      if (xml_.name() == "header") {
        source_language_ = xml_.Attribute("srclang");
        is_ours_ = xml_.Attribute("o-tmf") == kTmxOwnFormat;
      }
      if (xml_.name() != "tu") continue;
      const Location location = xml_.location();
      if (std::optional<HeadedUnit> unit = ReadTu(location)) {
        unit->line = location.line;
        return unit;
      }
      LeaveOut("unit-incomplete", "units without text in both languages left out", location);
    }
    return std::nullopt;
  }

 private:
  std::optional<HeadedUnit> ReadTu(const Location& location) {
    HeadedUnit read;
    std::string original(xml_.Attribute("srclang"));
    if (original.empty()) original = source_language_;
    if (original == "*all*" || original == "und") original.clear();
    if (!is_ours_ && !xml_.Attribute("tuid").empty()) {
      LeaveOut("unit-ids", "ids of units left out", location);
    }
    const People people{OneLine(xml_.Attribute("creationid")), OneLine(xml_.Attribute("changeid"))};
    std::vector<Variant> variants;
    xml_.ForEachElementInside([&] {
      if (xml_.name() == "tuv") {
        variants.push_back(ReadTuv());
      } else if (xml_.name() == "prop") {
        ReadTuProp(&read);
      } else {
        SkipElement();
      }
    });
    for (std::size_t further = 2; further < variants.size(); ++further) {
      LeaveOut("variants", "variants of a unit besides the two that are paired left out", location);
    }
    return Choose(std::move(read), std::move(variants), original, people);
  }

  void SkipElement() {
    if (xml_.name() == "note") LeaveOut("notes", "notes left out", xml_.location());
    xml_.Skip();
  }

  void ReadTuProp(HeadedUnit* read) {
    const Location location = xml_.location();
    const std::string type(xml_.Attribute("type"));
    const std::string value = xml_.TakeText();
    if (type == kTmxBitext) {
      read->head.id = OneLine(value);
    } else if (type == kTmxBitextScore) {
      read->head.score = ParseFloat(value).value_or(0.0F);
    } else if (type == kTmxScore) {
      read->unit.score = ParseFloat(value).value_or(0.0F);
    } else if (type == kTmxCrossing) {
      read->unit.crossing = value == "yes";
    } else if (type != kTmxShape) {
      LeaveOutProp(location);
    }
  }

  void LeaveOutProp(const Location& location) {
    LeaveOut("properties", "properties that other tools wrote left out", location);
  }

  Variant ReadTuv() {
    Variant variant;
    variant.head.language = xml_.Attribute("xml:lang");
    if (variant.head.language.empty()) variant.head.language = xml_.Attribute("lang");
    variant.head.date = ParseIsoDate(xml_.Attribute("creationdate"));
    variant.is_changed = !xml_.Attribute("changedate").empty();
    variant.place = xml_.location();
    variant.creator = OneLine(xml_.Attribute("creationid"));
    variant.editor = OneLine(xml_.Attribute("changeid"));
    xml_.ForEachElementInside([&] {
      if (xml_.name() == "seg") {
        variant.text = ReadSeg();
      } else if (xml_.name() == "prop") {
        ReadTuvProp(&variant);
      } else {
        SkipElement();
      }
    });
    return variant;
  }

  void ReadTuvProp(Variant* variant) {
    const Location location = xml_.location();
    const std::string type(xml_.Attribute("type"));
    const std::string value = OneLine(xml_.TakeText());
    if (type == kTmxDocument) {
      variant->head.id = value;
    } else if (type == kTmxRights) {
      variant->head.rights = value;
    } else if (type == kTmxSentences) {
      variant->sentences = value;
    } else if (type.starts_with(kTmxCreditPrefix)) {
      AddCreditPart(std::string_view(type).substr(kTmxCreditPrefix.size()), value,
                    &variant->head.credits);
    } else {
      LeaveOutProp(location);
    }
  }

  std::string ReadSeg() {
    std::string text;
    xml_.ForEachInside([&](Event event) {
      if (event == Event::kText) text += xml_.text();
      if (event == Event::kStart && xml_.name() != "hi") {
        LeaveOut("markup", "inline codes left out", xml_.location());
        xml_.Skip();
      }
    });
    return text;
  }

  // Who made and changed the target, by the variant and by the unit. Whom the heads credit is not
  // said again.
  void TakePeople(const Variant& source, const Variant& target, const People& of_unit,
                  HeadedUnit* read) {
    const auto is_new = [&](const std::string& name, std::initializer_list<const Variant*> sides) {
      return !name.empty() && std::none_of(sides.begin(), sides.end(), [&](const Variant* side) {
        const std::vector<Credit>& credits = side->head.credits;
        return std::any_of(credits.begin(), credits.end(),
                           [&](const Credit& credit) { return credit.name == name; });
      });
    };
    const std::pair<CreditRole, std::string> people[] = {{CreditRole::kTranslator, target.creator},
                                                         {CreditRole::kTranslator, of_unit.creator},
                                                         {CreditRole::kEditor, target.editor},
                                                         {CreditRole::kEditor, of_unit.editor}};
    for (const auto& [role, name] : people) {
      if (is_new(name, {&source, &target})) read->people.push_back({role, name, {}, {}, {}, 1.0F});
    }
    if (is_new(source.creator, {&source}) || is_new(source.editor, {&source})) {
      LeaveOut("unit-people", "names of who made the source of a unit left out", source.place);
    }
  }

  // The day that a unit was made on is that of a document only where one is named.
  void DropDate(Variant* variant) {
    const bool is_of_document = is_ours_ || !variant->head.id.empty();
    const bool is_lost = variant->head.date && !is_of_document;
    if (is_lost) variant->head.date.reset();
    if (is_lost || variant->is_changed) {
      LeaveOut("unit-dates", "dates of units left out", variant->place);
    }
  }

  std::optional<HeadedUnit> Choose(HeadedUnit read, std::vector<Variant> variants,
                                   const std::string& original, const People& people) {
    std::vector<std::string> languages;
    for (const Variant& variant : variants) languages.push_back(variant.head.language);
    const std::optional<ChosenSides> sides = ChooseSides(languages, options_, original);
    if (!sides) return std::nullopt;
    Variant* source = &variants[sides->source];
    Variant* target = &variants[sides->target];
    read.unit.source = SideFromText(source->text, source->sentences);
    read.unit.target = SideFromText(target->text, target->sentences);
    if (read.unit.IsNull()) return std::nullopt;
    for (Variant* side : {source, target}) DropDate(side);
    TakePeople(*source, *target, people, &read);
    read.head.source = std::move(source->head);
    read.head.target = std::move(target->head);
    return read;
  }

  BitextInput input_;
  BitextReadOptions options_;
  XmlReader xml_;
  std::string source_language_;  // of the header
  bool is_ours_ = false;         // calque wrote it: days are those of documents
};

}  // namespace

std::unique_ptr<BitextReader> OpenTmx(BitextInput input, const BitextReadOptions& options) {
  return std::make_unique<TmxReader>(std::move(input), options);
}

}  // namespace calque::internal
