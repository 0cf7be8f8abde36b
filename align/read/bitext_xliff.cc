// XLIFF 1.2 and 2.x. Codes of inline markup are left out of a text, the text that they mark is
// kept.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "align/base/printable.h"
#include "align/io/number_text.h"
#include "align/io/xml_reader.h"
#include "align/read/bitext_readers.h"
#include "align/read/credit_text.h"
#include "align/read/unit_reader.h"
#include "align/read/xliff_facts.h"
#include "align/read/xliff_names.h"
#include "align/read/xliff_text.h"

namespace calque::internal {
namespace {

using Event = XmlReader::Event;

class XliffReader : public UnitReader {
 public:
  XliffReader(BitextInput input, BitextReadOptions options)
      : UnitReader(input.path),
        input_(std::move(input)),
        options_(std::move(options)),
        xml_(*input_.main) {
    if (xml_.Next() != Event::kStart || xml_.name() != "xliff") {
      throw Error(ErrorCode::kBadInput, xml_.location(), "is not XLIFF: its root is not <xliff>");
    }
    const std::string_view version = xml_.Attribute("version");
    if (!version.empty() && !version.starts_with("1.") && !version.starts_with("2.")) {
      throw Error(ErrorCode::kBadInput, xml_.location(),
                  "is XLIFF " + Printable(version) + "; 1.x and 2.x are read");
    }
    source_language_ = xml_.Attribute("srcLang");
    target_language_ = xml_.Attribute("trgLang");
  }

 protected:
  std::optional<HeadedUnit> NextUnit() override {
    for (;;) {
      while (!waiting_.empty()) {
        XliffTexts texts = std::move(waiting_.back());
        waiting_.pop_back();
        HeadedUnit unit = UnitOf(texts);
        if (unit.unit.IsNull()) {
          LeaveOut("unit-incomplete", "units without text in both languages left out",
                   texts.location);
        } else if (!texts.state.is_finished) {
          LeaveOut("unit-unfinished", "units still to be translated or reviewed left out",
                   texts.location);
        } else {
          unit.line = texts.location.line;
          TellApproval(unit.unit.approved.value_or(false), texts.location);
          return unit;
        }
      }
      if (!ReadToUnit()) return std::nullopt;
    }
  }

 private:
  // Reads on to the end of a unit, whose texts wait then, last first. False at the end.
  bool ReadToUnit() {
    for (Event event = xml_.Next(); event != Event::kDone; event = xml_.Next()) {
      if (event != Event::kStart) continue;
      if (xml_.name() == "file") StartFile();
      if (xml_.name() == "header") ReadHeader();
      if (xml_.name() == "metadata") ReadMetadata();
      if (xml_.name() == "notes") SkipNotes();
      if (xml_.name() == "note") SkipNote();
      if (xml_.name() == "bin-unit") xml_.Skip();
      if (xml_.name() == "group" && xml_.Attribute("translate") == "no") SkipGroup();
      if (!IsUnit(xml_.name())) continue;
      if (xml_.Attribute("translate") == "no") {
        SkipUntranslatable();
        continue;
      }
      ReadUnit();
      return true;
    }
    return false;
  }

  static bool IsUnit(std::string_view name) { return name == "trans-unit" || name == "unit"; }

  // A bitext is approved or not: where some units of a file are, that is lost.
  void TellApproval(bool is_approved, const Location& location) {
    const bool was_mixed = has_approved_ && has_pending_;
    (is_approved ? has_approved_ : has_pending_) = true;
    if (was_mixed || !has_approved_ || !has_pending_) return;
    LeaveOut("approvals", "files with approvals of some units only, which are left out", location);
  }

  void SkipUntranslatable() {
    LeaveOut("translate-no", "units that are not to be translated left out", xml_.location());
    xml_.Skip();
  }
  void SkipGroup() {
    xml_.ForEachElementInside([&] {
      if (IsUnit(xml_.name())) SkipUntranslatable();
    });
  }
  void SkipNote() {
    LeaveOut("notes", "notes left out", xml_.location());
    xml_.Skip();
  }
  void SkipNotes() {
    xml_.ForEachElementInside([&] {
      if (xml_.name() == "note") SkipNote();
    });
  }
  void LeaveOutMetadata(const Location& location) {
    LeaveOut("properties", "properties that other tools wrote left out", location);
  }

  void StartFile() {
    head_ = {};
    units_ = 0;
    has_approved_ = has_pending_ = false;
    head_.source.id = xml_.Attribute("original");
    head_.source.language = xml_.Attribute("source-language");
    head_.target.language = xml_.Attribute("target-language");
    if (head_.source.language.empty()) head_.source.language = source_language_;
    if (head_.target.language.empty()) head_.target.language = target_language_;
    // Neither version asks a file for the language of its targets.
    if (head_.source.language.empty()) head_.source.language = options_.source_language;
    if (head_.target.language.empty()) head_.target.language = options_.target_language;
  }

  // 1.2: phases and notes.
  void ReadHeader() {
    xml_.ForEachElementInside([&] {
      if (xml_.name() == "phase") ReadPhase();
      if (xml_.name() == "note") {
        const Location location = xml_.location();
        const std::string from(xml_.Attribute("from"));
        if (!TakeXliffFileFact(from, OneLine(xml_.TakeText()), &head_)) {
          LeaveOut("notes", "notes left out", location);
        }
      }
    });
  }

  void ReadPhase() {
    const bool of_source = xml_.Attribute("phase-name").starts_with(kXliffSource);
    const auto role = RoleOfXliffProcess(xml_.Attribute("process-name"));
    Credit credit;
    credit.name = xml_.Attribute("contact-name");
    credit.organisation = xml_.Attribute("company-name");
    xml_.ForEachElementInside([&] {
      if (xml_.name() == "note" && xml_.Attribute("from") == kXliffPlace) {
        credit.place = OneLine(xml_.TakeText());
      } else if (xml_.name() == "note") {
        SkipNote();
      }
    });
    if (!role || credit.name.empty()) return;
    credit.role = *role;
    (of_source ? head_.source : head_.target).credits.push_back(std::move(credit));
  }

  // 2.x: groups of metadata of the file.
  void ReadMetadata() {
    std::string category;
    DocumentHead* side = nullptr;
    bool has_side = false;  // the group says of which it speaks
    xml_.ForEachElementInside([&] {
      if (xml_.name() == "metaGroup") {
        category = xml_.Attribute("category");
        const std::string_view applies_to = xml_.Attribute("appliesTo");
        side = applies_to == kXliffSource   ? &head_.source
               : applies_to == kXliffTarget ? &head_.target
                                            : nullptr;
        has_side = side != nullptr;
      }
      if (xml_.name() != "meta") return;
      const Location location = xml_.location();
      const std::string type(xml_.Attribute("type"));
      const std::string value = OneLine(xml_.TakeText());
      bool taken = false;
      if (category == kXliffBitext) taken = TakeXliffFileFact(type, value, &head_);
      if (side != nullptr && category == kXliffDocument)
        taken = TakeXliffSideFact(type, value, side);
      if (category == kXliffCredits) {
        // A place and an organisation belong to the person before them.
        if (DocumentHead* of_role = SideOfXliffRole(type, &head_); of_role != nullptr && !has_side)
          side = of_role;
        taken = side != nullptr && AddCreditPart(type, value, &side->credits);
      }
      if (!taken) LeaveOutMetadata(location);
    });
  }

  void ReadUnit() {
    facts_ = {};
    XliffTexts texts;
    texts.location = xml_.location();
    const std::string number = std::to_string(++units_);
    const std::string_view id = xml_.Attribute("id");
    if (!id.empty() && id != number && id != "u" + number) {
      LeaveOut("unit-ids", "ids of units left out", texts.location);
    }
    const bool is_12 = xml_.name() == "trans-unit";
    unit_approved_ = is_12 ? std::optional(xml_.Attribute("approved") == "yes") : std::nullopt;
    xml_.ForEachElementInside([&] { ReadInUnit(&texts); });
    // A unit of 1.2, and the last segment of 2.x.
    if (!texts.source.empty() || !texts.target.empty()) {
      std::ranges::move(SplitAtXliffSegments(std::move(texts)), std::back_inserter(waiting_));
    }
    std::reverse(waiting_.begin(), waiting_.end());
  }

  void ReadInUnit(XliffTexts* texts) {
    const std::string_view name = xml_.name();
    if (name == "matches" || name == "alt-trans" || name == "originalData" || name == "ignorable") {
      xml_.Skip();
    } else if (name == "notes") {
      SkipNotes();
    } else if (name == "segment") {
      if (!texts->source.empty()) {
        waiting_.push_back(std::exchange(*texts, {{}, {}, xml_.location(), {}, {}}));
      }
      TakeState(texts);
      // A version that knows states of segments: what is not final is not approved.
      if (!texts->state.approved) texts->state.approved = false;
    } else if (name == "source") {
      texts->source = ReadText(&texts->source_segments);
    } else if (name == "seg-source") {
      texts->source_segments =
          ReadXliffText(xml_, nullptr).segments;  // its codes are those of <source>
    } else if (name == "target") {
      if (unit_approved_) {  // 1.2
        TakeState(texts);
        texts->state.approved = unit_approved_;
      }
      texts->target = ReadText(&texts->target_segments);
    } else if (name == "note") {
      const Location location = xml_.location();
      const std::string from(xml_.Attribute("from"));
      if (!facts_.Take(from, OneLine(xml_.TakeText()))) {
        LeaveOut("notes", "notes left out", location);
      }
    } else if (name == "meta") {
      const Location location = xml_.location();
      const std::string type(xml_.Attribute("type"));
      if (!facts_.Take(type, OneLine(xml_.TakeText()))) LeaveOutMetadata(location);
    }
  }

  void TakeState(XliffTexts* texts) {
    texts->state = XliffStateOf(xml_.Attribute("state"));
    if (!texts->state.is_told) {
      LeaveOut("unit-states", "states of units left out", xml_.location());
    }
  }

  std::string ReadText(std::vector<XliffSegment>* segments) {
    XliffText read =
        ReadXliffText(xml_, [&] { LeaveOut("markup", "inline codes left out", xml_.location()); });
    *segments = std::move(read.segments);
    return std::move(read.text);
  }

  HeadedUnit UnitOf(const XliffTexts& texts) const {
    return {head_,
            {SideFromText(texts.source, facts_.source_sentences),
             SideFromText(texts.target, facts_.target_sentences),
             ParseFloat(facts_.score).value_or(0.0F), facts_.crossing, texts.state.approved}};
  }

  BitextInput input_;
  BitextReadOptions options_;
  XmlReader xml_;
  std::string source_language_;  // of the root, in 2.x
  std::string target_language_;
  PairHead head_;  // of the file
  XliffUnitFacts facts_;
  std::uint64_t units_ = 0;            // of the file so far
  bool has_approved_ = false;          // some unit of the file is approved
  bool has_pending_ = false;           // some is not
  std::optional<bool> unit_approved_;  // of the unit, in 1.2
  std::vector<XliffTexts> waiting_;
};

}  // namespace

std::unique_ptr<BitextReader> OpenXliff(BitextInput input, const BitextReadOptions& options) {
  return std::make_unique<XliffReader>(std::move(input), options);
}

}  // namespace calque::internal
