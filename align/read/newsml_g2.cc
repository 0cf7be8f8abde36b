// NewsML-G2 2.x (IPTC): a newsItem, or a newsMessage of many. The story is in the inline content;
// items of pictures or concepts hold none and are passed over.
#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "align/io/number_text.h"
#include "align/io/xml_reader.h"
#include "align/read/dispatch_builder.h"
#include "align/read/document_readers.h"
#include "align/read/markup_body.h"
#include "align/read/root_element.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

using Event = XmlReader::Event;

// A headline of several, the lowest rank first.
struct Ranked {
  int rank;
  std::string text;
};

class NewsmlG2Reader : public DocumentReader {
 public:
  NewsmlG2Reader(std::unique_ptr<ByteSource> source, ReadOptions options)
      : source_(std::move(source)), options_(std::move(options)), xml_(*source_) {}

  std::optional<RawDocument> Next() override {
    for (Event event = xml_.Next(); event != Event::kDone; event = xml_.Next()) {
      if (event != Event::kStart || xml_.name() != "newsItem") continue;
      DispatchBuilder builder(source_->name(), options_);
      builder_ = &builder;
      ReadItem();
      if (is_story_) return builder.Build();
    }
    return std::nullopt;
  }

 private:
  // Calls `take` at every child element, which must read or skip it.
  template <typename TakeChild>
  void ForEachChild(TakeChild take) {
    const std::uint32_t depth = xml_.depth();
    for (Event event = xml_.Next(); event != Event::kEnd || xml_.depth() != depth;
         event = xml_.Next()) {
      if (event == Event::kStart) take(std::string(xml_.name()));
    }
  }

  void ReadItem() {
    is_story_ = true;
    headlines_.clear();
    RawDocument& document = builder_->document();
    document.id = xml_.Attribute("guid");
    builder_->AddMetadata(kVersionKey, xml_.Attribute("version"));
    language_ = xml_.Attribute("xml:lang");
    ForEachChild([&](const std::string& name) {
      if (name == "itemMeta") {
        ReadItemMeta();
      } else if (name == "contentMeta") {
        ReadContentMeta();
      } else if (name == "contentSet") {
        ReadContentSet();
      } else if (name == "rightsInfo") {
        ReadRights();
      } else {
        xml_.Skip();
      }
    });
    std::stable_sort(headlines_.begin(), headlines_.end(),
                     [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    for (const Ranked& headline : headlines_) builder_->SetHeadline(headline.text);
    is_story_ = is_story_ && (builder_->HasBody() || builder_->HasHeadline());
    document.language = language_;
    if (document.id.empty()) document.id = IdOfName(source_->name());
  }

  void ReadRights() {
    ForEachChild([&](const std::string& name) {
      if (name == "copyrightNotice" || name == "usageTerms") {
        builder_->AddMetadata(kRightsKey, xml_.TakeText());
      } else {
        xml_.Skip();
      }
    });
  }

  void ReadItemMeta() {
    ForEachChild([&](const std::string& name) {
      if (name == "itemClass") {
        const std::string code(xml_.Attribute("qcode"));
        const std::string kind = code.substr(code.find(':') + 1);
        is_story_ = kind.empty() || kind == "text" || kind == "composite" || kind == "mixed";
        xml_.Skip();
      } else if (name == "provider") {
        builder_->AddMetadata(kProviderKey, TakeName());
      } else if (name == "versionCreated") {
        builder_->SetPublished(xml_.TakeText());
      } else if (name == "pubStatus") {
        const std::string code(xml_.Attribute("qcode"));
        builder_->AddMetadata(kStatusKey, code.substr(code.find(':') + 1));
        xml_.Skip();
      } else if (name == "edNote") {
        ReadEditorsNote();
      } else if (name == "link") {
        ReadLink();
      } else {
        xml_.Skip();
      }
    });
  }

  // Where the element has `name` children the first of them, else its literal or code.
  std::string TakeName() {
    std::string name;
    std::string code(xml_.Attribute("literal"));
    if (code.empty()) code = xml_.Attribute("qcode");
    ForEachChild([&](const std::string& child) {
      if (child == "name" && name.empty()) {
        name = xml_.TakeText();
      } else {
        xml_.Skip();
      }
    });
    return name.empty() ? code : name;
  }

  void ReadEditorsNote() {
    const std::string text = WireLine(xml_.TakeText());
    builder_->AddNote(text);
  }

  void ReadLink() {
    std::string relation(xml_.Attribute("rel"));
    if (relation.empty()) relation = xml_.Attribute("reluri");
    std::string target(xml_.Attribute("residref"));
    if (target.empty()) target = xml_.Attribute("href");
    builder_->AddLink(relation, target);
    xml_.Skip();
  }

  void ReadContentMeta() {
    ForEachChild([&](const std::string& name) {
      if (name == "headline") {
        const std::string rank(xml_.Attribute("rank"));
        const auto number = ParseFloat(rank);
        headlines_.push_back({number ? static_cast<int>(*number) : 0, xml_.TakeText()});
      } else if (name == "dateline") {
        builder_->SetDateline(xml_.TakeText());
      } else if (name == "by") {
        builder_->AddByline(xml_.TakeText());
      } else if (name == "creditline") {
        builder_->AddCreditLine(xml_.TakeText());
      } else if (name == "creator" || name == "contributor") {
        ReadPerson(name == "creator" ? CreditRole::kReporter : CreditRole::kContributor);
      } else if (name == "language") {
        if (const std::string_view tag = xml_.Attribute("tag"); !tag.empty()) language_ = tag;
        xml_.Skip();
      } else if (name == "slugline") {
        builder_->AddMetadata(kSlugKey, xml_.TakeText());
      } else if (name == "located") {
        builder_->AddMetadata(kLocatedKey, TakeName());
      } else {
        xml_.Skip();
      }
    });
  }

  // Persons with a name only: what stands in a literal is a login.
  void ReadPerson(CreditRole role) {
    std::string code(xml_.Attribute("role"));
    std::string name;
    bool is_person = true;
    ForEachChild([&](const std::string& child) {
      if (child == "name" && name.empty()) {
        name = xml_.TakeText();
      } else if (child == "related" && code.empty()) {
        code = xml_.Attribute("qcode");
        xml_.Skip();
      } else if (child == "organisationDetails") {
        is_person = false;
        xml_.Skip();
      } else {
        xml_.Skip();
      }
    });
    if (is_person && IsPersonName(name)) builder_->AddPerson(name, RoleOfCode(code).value_or(role));
  }

  void ReadContentSet() {
    ForEachChild([&](const std::string& name) {
      if (builder_->HasBody()) {
        xml_.Skip();  // a further rendition of the same story
      } else if (name == "inlineXML") {
        ForEachChild([&](const std::string&) { ReadMarkupBody(xml_, builder_); });
      } else if (name == "inlineData") {
        const std::string type(xml_.Attribute("contenttype"));
        ReadBodyText(xml_.TakeText(), type, builder_);
      } else {
        xml_.Skip();
      }
    });
  }

  std::unique_ptr<ByteSource> source_;
  ReadOptions options_;
  XmlReader xml_;
  DispatchBuilder* builder_ = nullptr;  // of the item being read
  std::vector<Ranked> headlines_;
  std::string language_;
  bool is_story_ = true;
};

}  // namespace

bool IsNewsmlG2(std::string_view head) {
  const std::string_view root = RootElement(head);
  return root == "newsItem" || root == "newsMessage" || root == "packageItem";
}

std::unique_ptr<DocumentReader> OpenNewsmlG2(std::unique_ptr<ByteSource> source,
                                             const ReadOptions& options) {
  return std::make_unique<NewsmlG2Reader>(std::move(source), options);
}

}  // namespace calque::internal
