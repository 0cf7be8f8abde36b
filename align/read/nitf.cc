#include "align/read/nitf.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "align/base/utf8.h"
#include "align/read/document_readers.h"
#include "align/read/markup_body.h"
#include "align/read/root_element.h"
#include "align/read/unit.h"
#include "align/read/wire_persons.h"
#include "align/read/xml_story.h"

namespace calque::internal {
namespace {

using Event = XmlReader::Event;

class NitfParts {
 public:
  NitfParts(XmlReader& xml, DispatchBuilder* builder) : xml_(xml), builder_(builder) {}

  void Read() {
    if (builder_->document().language.empty()) {
      builder_->document().language = xml_.Attribute("xml:lang");
    }
    std::string title;
    xml_.ForEachElementInside([&] {
      const std::string name(xml_.name());
      if (name == "title") {
        title = xml_.TakeText();
      } else {
        ReadPart(name);
      }
    });
    if (!builder_->HasHeadline()) builder_->SetHeadline(title);
  }

 private:
  // `head`, `docdata`, `body`, `body.head`, `hedline` and `body.end` are walked into.
  void ReadPart(const std::string& name) {
    if (name == "body.content") {
      ReadMarkupBody(xml_, builder_);
    } else if (name == "hl1" || name == "hl2") {
      builder_->SetHeadline(xml_.TakeText());
    } else if (name == "byline") {
      builder_->AddByline(TakeByline());
    } else if (name == "dateline") {
      builder_->SetDateline(TakeDateline());
    } else if (name == "tagline") {
      builder_->AddCreditLine(xml_.TakeText());
    } else if (name == "note") {
      builder_->AddNote(xml_.TakeText());
    } else if (name == "distributor") {
      builder_->AddMetadata(kProviderKey, xml_.TakeText());
    } else if (name == "rights" || name == "abstract" || name == "bibliography") {
      const std::string text = xml_.TakeText();
      if (name == "rights") builder_->AddMetadata(kRightsKey, text);
    } else {
      ReadData(name);
    }
  }

  // The empty elements of `docdata` and `head`, which say all in attributes.
  void ReadData(const std::string& name) {
    const auto attribute = [&](const char* key) { return std::string(xml_.Attribute(key)); };
    if (name == "doc-id") {
      if (builder_->document().id.empty()) builder_->document().id = attribute("id-string");
    } else if (name == "ed-msg") {
      builder_->AddNote(attribute("info"));
    } else if (name == "date.issue" || name == "date.release") {
      builder_->SetPublished(attribute("norm"));
    } else if (name == "pubdata") {
      builder_->SetPublished(attribute("date.publication"));
    } else if (name == "doc.copyright") {
      builder_->AddMetadata(kRightsKey, "© " + attribute("year") + " " + attribute("holder"));
    } else if (name == "du-key") {
      builder_->AddMetadata(kSlugKey, attribute("key"));
      builder_->AddMetadata(kVersionKey, attribute("version"));
    } else if (name == "series") {
      builder_->AddMetadata(kSeriesKey, attribute("series.name"));
    } else if (name == "fixture") {
      builder_->AddMetadata("fixture", attribute("fix-id"));
    } else if (name == "revision-history") {
      const std::optional<CreditRole> role = RoleOfCode(attribute("function"));
      const std::string person = attribute("name");
      if (role && IsPersonName(person)) builder_->AddPerson(person, *role);
    }
  }

  // The date that is an element of its own stands behind a comma: `<location>…</location>
  // <story.date>…`.
  std::string TakeDateline() {
    std::string text;
    xml_.ForEachInside([&](Event event) {
      const bool date = event == Event::kStart && xml_.name() == "story.date";
      const std::string_view place = TrimSpace(text);
      if (date && !place.empty() && place.back() != ',') text = std::string(place) + ", ";
      if (event == Event::kText) text += xml_.text();
    });
    return text;
  }

  // A title that is an element of its own stands behind a comma.
  std::string TakeByline() {
    std::string text;
    xml_.ForEachInside([&](Event event) {
      if (event == Event::kStart && xml_.name() == "byttl") text += ", ";
      if (event == Event::kText) text += xml_.text();
    });
    return text;
  }

  XmlReader& xml_;
  DispatchBuilder* builder_;
};

class NitfReader : public XmlStoryReader {
 public:
  using XmlStoryReader::XmlStoryReader;

 protected:
  bool ReadStory(DispatchBuilder* builder) override {
    if (xml().name() != "nitf") return false;
    ReadNitf(xml(), builder);
    return true;
  }
};

}  // namespace

void ReadNitf(XmlReader& xml, DispatchBuilder* builder) { NitfParts(xml, builder).Read(); }

bool IsNitf(std::string_view head) { return RootElement(head) == "nitf"; }

std::unique_ptr<DocumentReader> OpenNitf(std::unique_ptr<ByteSource> source,
                                         const ReadOptions& options) {
  return std::make_unique<NitfReader>(std::move(source), options);
}

}  // namespace calque::internal
