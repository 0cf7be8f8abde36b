// NewsML 1.x (IPTC), as AFP sends it. A NewsComponent has lines of its own: the byline of a picture
// names its photographer, not the author of the story beside it.
#include <memory>
#include <utility>
#include <vector>

#include "align/base/utf8.h"
#include "align/read/document_readers.h"
#include "align/read/markup_body.h"
#include "align/read/root_element.h"
#include "align/read/unit.h"
#include "align/read/wire_persons.h"
#include "align/read/xml_story.h"

namespace calque::internal {
namespace {

// The NewsLines of a component.
struct Lines {
  std::string headline;
  std::string subhead;
  std::string byline;
  std::string dateline;
  std::string credit;
};

class Newsml1Reader : public XmlStoryReader {
 public:
  using XmlStoryReader::XmlStoryReader;

 protected:
  bool ReadStory(DispatchBuilder* builder) override {
    if (xml().name() != "NewsItem") return false;
    builder_ = builder;
    components_.clear();
    photographers_.clear();
    issued_.clear();
    builder_->document().language = Attribute("xml:lang");
    ForEachChild([&](const std::string& name) {
      if (name == "Identification") {
        ReadIdentification();
      } else if (name == "NewsManagement") {
        ReadManagement();
      } else if (name == "NewsComponent") {
        ReadComponent();
      } else {
        xml().Skip();
      }
    });
    builder_->SetPublished(issued_);
    for (const std::string& name : photographers_) {
      builder_->AddPerson(name, CreditRole::kPhotographer);
    }
    return builder_->HasBody();
  }

 private:
  void ReadIdentification() {
    std::string provider;
    std::string day;
    std::string item;
    std::string whole;
    const std::uint32_t depth = xml().depth();
    for (auto event = xml().Next(); event != XmlReader::Event::kEnd || xml().depth() != depth;
         event = xml().Next()) {
      if (event != XmlReader::Event::kStart) continue;
      const std::string name(xml().name());
      if (name == "NewsIdentifier") continue;
      const std::string text = WireLine(xml().TakeText());
      if (name == "ProviderId") provider = text;
      if (name == "DateId") day = text;
      if (name == "NewsItemId") item = text;
      if (name == "PublicIdentifier") whole = text;
      if (name == "RevisionId") builder_->AddMetadata(kVersionKey, text);
    }
    // The revision is no part of what a story is called by; PublicIdentifier ends in it.
    builder_->document().id =
        item.empty() ? whole : "urn:newsml:" + provider + ":" + day + ":" + item;
    builder_->AddMetadata(kProviderKey, provider);
    issued_ = day;
  }

  void ReadManagement() {
    std::string created;
    std::string status;
    ForEachChild([&](const std::string& name) {
      if (name == "ThisRevisionCreated" || (name == "FirstCreated" && created.empty())) {
        created = xml().TakeText();
        return;
      }
      if (name == "StatusWillChange") {
        ReadChange(status);
        return;
      }
      if (name == "Status") {
        status = Lower(Attribute("FormalName"));
        builder_->AddMetadata(kStatusKey, status);
      }
      if (name == "DerivedFrom") builder_->AddLink("derivedFrom", Attribute("NewsItem"));
      if (name == "AssociatedWith") builder_->AddLink("associatedWith", Attribute("NewsItem"));
      xml().Skip();
    });
    builder_->SetPublished(created);
  }

  // An embargo is a status that will change to `Usable`.
  void ReadChange(std::string_view status) {
    std::string future;
    std::string time;
    ForEachChild([&](const std::string& name) {
      if (name == "FutureStatus") future = Lower(Attribute("FormalName"));
      const std::string text = xml().TakeText();
      if (name == "DateAndTime") time = text;
    });
    if (future == "usable" && status != future) builder_->SetEmbargo(time);
  }

  void ReadComponent() {
    components_.emplace_back();
    if (const std::string language = Attribute("xml:lang"); !language.empty()) {
      builder_->document().language = language;
    }
    ForEachChild([&](const std::string& name) {
      if (name == "NewsLines") {
        ReadLines();
      } else if (name == "NewsComponent") {
        ReadComponent();
      } else if (name == "ContentItem") {
        ReadContent();
      } else if (name == "DescriptiveMetadata") {
        ReadDescription();
      } else {
        xml().Skip();
      }
    });
    components_.pop_back();
  }

  void ReadLines() {
    Lines& lines = components_.back();
    ForEachChild([&](const std::string& name) {
      if (name == "NewsLine") {
        ReadNewsLine();
        return;
      }
      const std::string text = WireLine(xml().TakeText());
      if (name == "HeadLine") lines.headline = text;
      if (name == "SubHeadLine") lines.subhead = text;
      if (name == "ByLine") lines.byline = text;
      if (name == "DateLine") lines.dateline = text;
      if (name == "CreditLine") lines.credit = text;
      if (name == "SlugLine") builder_->AddMetadata(kSlugKey, text);
      if (name == "CopyrightLine") builder_->AddMetadata(kRightsKey, text);
      if (name == "SeriesLine") builder_->AddMetadata(kSeriesKey, text);
    });
  }

  void ReadNewsLine() {
    std::string kind;
    std::string text;
    ForEachChild([&](const std::string& name) {
      if (name == "NewsLineType") kind = Attribute("FormalName");
      const std::string inside = xml().TakeText();
      if (name == "NewsLineText") text = inside;
    });
    if (kind == "AdvisoryLine") builder_->AddNote(text);
  }

  void ReadDescription() {
    ForEachChild([&](const std::string& name) {
      const std::string language = Attribute("FormalName");
      if (name == "Language" && builder_->document().language.empty()) {
        builder_->document().language = language;
      }
      xml().Skip();
    });
  }

  void ReadContent() {
    std::string media;
    ForEachChild([&](const std::string& name) {
      if (name == "MediaType") media = Lower(Attribute("FormalName"));
      if (name == "DataContent" && (media.empty() || media == "text") && !builder_->HasBody()) {
        TakeLines();
        ReadMarkupBody(xml(), builder_);
      } else {
        xml().Skip();
      }
    });
    if (!media.empty() && media != "text") TakePhotographer();
  }

  // The lines of the text's component and of those around it, the innermost first. A byline that
  // comes with a credit line outside the text's own component is a picture's.
  void TakeLines() {
    bool own = true;
    for (auto it = components_.rbegin(); it != components_.rend(); ++it, own = false) {
      const Lines& lines = *it;
      if (!builder_->HasHeadline()) {
        builder_->SetHeadline(lines.headline);
        if (builder_->HasHeadline()) builder_->SetHeadline(lines.subhead);
      }
      builder_->SetDateline(lines.dateline);
      const bool of_picture = !own && !lines.credit.empty();
      if (!of_picture) builder_->AddByline(lines.byline);
      if (of_picture && IsPersonName(lines.byline)) photographers_.push_back(lines.byline);
      if (own) builder_->AddCreditLine(lines.credit);
    }
  }

  void TakePhotographer() {
    const std::string& byline = components_.back().byline;
    if (IsPersonName(byline)) photographers_.push_back(byline);
  }

  DispatchBuilder* builder_ = nullptr;  // of the item being read
  std::vector<Lines> components_;       // that are open, outermost first
  std::vector<std::string> photographers_;
  std::string issued_;  // the day in the item's name
};

}  // namespace

bool IsNewsml1(std::string_view head) { return RootElement(head) == "NewsML"; }

std::unique_ptr<DocumentReader> OpenNewsml1(std::unique_ptr<ByteSource> source,
                                            const ReadOptions& options) {
  return std::make_unique<Newsml1Reader>(std::move(source), options);
}

}  // namespace calque::internal
