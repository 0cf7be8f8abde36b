// XLIFF 1.2 and 2.x. Codes of inline markup are left out of a text, the text that they mark is
// kept.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "align/base/iso_date.h"
#include "align/base/printable.h"
#include "align/base/utf8.h"
#include "align/io/number_text.h"
#include "align/io/xml_reader.h"
#include "align/read/bitext_readers.h"
#include "align/read/credit_text.h"
#include "align/read/unit_reader.h"
#include "align/read/xliff_names.h"
#include "align/read/xliff_text.h"

namespace calque::internal {
namespace {

using Event = XmlReader::Event;

// Who took a phase: calque names it by the role, the tools of translators by what was done.
std::optional<CreditRole> RoleOfProcess(std::string_view name) {
  constexpr std::pair<std::string_view, CreditRole> kProcesses[] = {
      {"edit", CreditRole::kEditor},           {"editing", CreditRole::kEditor},
      {"proofreading", CreditRole::kEditor},   {"review", CreditRole::kEditor},
      {"revision", CreditRole::kEditor},       {"translate", CreditRole::kTranslator},
      {"translation", CreditRole::kTranslator}};
  if (const auto role = CreditRoleFromString(name)) return role;
  const std::string key = Lower(TrimSpace(name));
  for (const auto& [process, role] : kProcesses) {
    if (key == process) return role;
  }
  return std::nullopt;
}

// What a unit says besides its texts.
struct UnitFacts {
  std::string score;
  std::string source_sentences;
  std::string target_sentences;
  bool crossing = false;

  void Take(std::string_view name, const std::string& value) {
    if (name == kXliffScore) score = value;
    if (name == kXliffCrossing) crossing = value == "yes";
    if (name == kXliffSourceSentences) source_sentences = value;
    if (name == kXliffTargetSentences) target_sentences = value;
  }
};

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
        if (!unit.unit.IsNull()) return unit;
        LeaveOut("unit-incomplete", "units without text in both languages left out",
                 texts.location);
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
      if (xml_.name() == "notes" || xml_.name() == "bin-unit") xml_.Skip();
      if (xml_.name() != "trans-unit" && xml_.name() != "unit") continue;
      ReadUnit();
      return true;
    }
    return false;
  }

  void StartFile() {
    head_ = {};
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
        const std::string from(xml_.Attribute("from"));
        TakeFileFact(from, OneLine(xml_.TakeText()));
      }
    });
  }

  void ReadPhase() {
    const bool of_source = xml_.Attribute("phase-name").starts_with(kXliffSource);
    const auto role = RoleOfProcess(xml_.Attribute("process-name"));
    Credit credit;
    credit.name = xml_.Attribute("contact-name");
    credit.organisation = xml_.Attribute("company-name");
    xml_.ForEachElementInside([&] {
      if (xml_.name() == "note" && xml_.Attribute("from") == kXliffPlace) {
        credit.place = OneLine(xml_.TakeText());
      }
    });
    if (!role || credit.name.empty()) return;
    credit.role = *role;
    (of_source ? head_.source : head_.target).credits.push_back(std::move(credit));
  }

  void TakeFileFact(std::string_view name, const std::string& value) {
    if (name == kXliffBitext) head_.id = value;
    if (name == kXliffBitextScore) head_.score = ParseFloat(value).value_or(0.0F);
    if (name == kXliffTargetDocument) head_.target.id = value;
    for (auto* side : {&head_.source, &head_.target}) {
      const std::string_view prefix = side == &head_.source ? kXliffSource : kXliffTarget;
      if (!name.starts_with(prefix) || name.size() <= prefix.size()) continue;
      TakeSideFact(name.substr(prefix.size() + 1), value, side);
    }
  }

  static void TakeSideFact(std::string_view name, const std::string& value, DocumentHead* side) {
    if (name == kXliffDate) side->date = ParseIsoDate(value);
    if (name == kXliffRights) side->rights = value;
  }

  // 2.x: groups of metadata of the file.
  void ReadMetadata() {
    std::string category;
    DocumentHead* side = nullptr;
    xml_.ForEachElementInside([&] {
      if (xml_.name() == "metaGroup") {
        category = xml_.Attribute("category");
        const std::string_view applies_to = xml_.Attribute("appliesTo");
        side = applies_to == kXliffSource   ? &head_.source
               : applies_to == kXliffTarget ? &head_.target
                                            : nullptr;
      }
      if (xml_.name() != "meta") return;
      const std::string type(xml_.Attribute("type"));
      const std::string value = OneLine(xml_.TakeText());
      if (category == kXliffBitext) TakeFileFact(type, value);
      if (side != nullptr && category == kXliffDocument) TakeSideFact(type, value, side);
      if (side != nullptr && category == kXliffCredits) AddCreditPart(type, value, &side->credits);
    });
  }

  void ReadUnit() {
    facts_ = {};
    XliffTexts texts;
    texts.location = xml_.location();
    xml_.ForEachElementInside([&] { ReadInUnit(&texts); });
    // A unit of 1.2, and the last segment of 2.x.
    if (!texts.source.empty() || !texts.target.empty()) {
      std::ranges::move(SplitAtXliffSegments(std::move(texts)), std::back_inserter(waiting_));
    }
    std::reverse(waiting_.begin(), waiting_.end());
  }

  void ReadInUnit(XliffTexts* texts) {
    const std::string_view name = xml_.name();
    if (name == "matches" || name == "alt-trans" || name == "notes" || name == "originalData" ||
        name == "ignorable") {
      xml_.Skip();
    } else if (name == "segment" && !texts->source.empty()) {
      waiting_.push_back(std::exchange(*texts, {{}, {}, xml_.location(), {}, {}}));
    } else if (name == "source") {
      texts->source = ReadText(&texts->source_segments);
    } else if (name == "seg-source") {
      texts->source_segments =
          ReadXliffText(xml_, nullptr).segments;  // its codes are those of <source>
    } else if (name == "target") {
      texts->target = ReadText(&texts->target_segments);
    } else if (name == "note") {
      const std::string from(xml_.Attribute("from"));
      facts_.Take(from, OneLine(xml_.TakeText()));
    } else if (name == "meta") {
      const std::string type(xml_.Attribute("type"));
      facts_.Take(type, OneLine(xml_.TakeText()));
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
             ParseFloat(facts_.score).value_or(0.0F), facts_.crossing}};
  }

  BitextInput input_;
  BitextReadOptions options_;
  XmlReader xml_;
  std::string source_language_;  // of the root, in 2.x
  std::string target_language_;
  PairHead head_;  // of the file
  UnitFacts facts_;
  std::vector<XliffTexts> waiting_;
};

}  // namespace

std::unique_ptr<BitextReader> OpenXliff(BitextInput input, const BitextReadOptions& options) {
  return std::make_unique<XliffReader>(std::move(input), options);
}

}  // namespace calque::internal
