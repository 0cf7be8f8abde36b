// NewsML-G2 2.x (IPTC): a newsItem, or a newsMessage of many. The story is in the inline content;
// items of pictures or concepts hold none and are passed over.
#include <algorithm>
#include <cstdint>
#include <utility>

#include "align/io/number_text.h"
#include "align/read/dispatch_builder.h"
#include "align/read/document_readers.h"
#include "align/read/markup_body.h"
#include "align/read/root_element.h"
#include "align/read/wire_persons.h"
#include "align/read/xml_story.h"

namespace calque::internal {
namespace {

// A headline of several, the lowest rank first.
struct Ranked {
  std::uint32_t rank;
  std::string text;
};

class NewsmlG2Reader : public XmlStoryReader {
 public:
  using XmlStoryReader::XmlStoryReader;

 protected:
  bool ReadStory(DispatchBuilder* builder) override {
    if (xml().name() != "newsItem") return false;
    builder_ = builder;
    ReadItem();
    return is_story_;
  }

 private:
  void ReadItem() {
    is_story_ = true;
    headlines_.clear();
    RawDocument& document = builder_->document();
    document.id = xml().Attribute("guid");
    builder_->AddMetadata(kVersionKey, xml().Attribute("version"));
    language_ = xml().Attribute("xml:lang");
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
        xml().Skip();
      }
    });
    std::stable_sort(headlines_.begin(), headlines_.end(),
                     [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    for (const Ranked& headline : headlines_) builder_->SetHeadline(headline.text);
    document.language = language_;
  }

  void ReadRights() {
    ForEachChild([&](const std::string& name) {
      if (name == "copyrightNotice" || name == "usageTerms") {
        builder_->AddRights(xml().TakeText());
      } else {
        xml().Skip();
      }
    });
  }

  void ReadItemMeta() {
    ForEachChild([&](const std::string& name) {
      if (name == "itemClass") {
        const std::string code(xml().Attribute("qcode"));
        const std::string kind = code.substr(code.find(':') + 1);
        is_story_ = kind.empty() || kind == "text" || kind == "composite" || kind == "mixed";
        xml().Skip();
      } else if (name == "provider") {
        builder_->AddMetadata(kProviderKey, TakeName());
      } else if (name == "versionCreated") {
        builder_->SetPublished(xml().TakeText());
      } else if (name == "embargoed") {
        builder_->SetEmbargo(xml().TakeText());
      } else if (name == "pubStatus") {
        const std::string code(xml().Attribute("qcode"));
        builder_->AddMetadata(kStatusKey, code.substr(code.find(':') + 1));
        xml().Skip();
      } else if (name == "edNote") {
        ReadEditorsNote();
      } else if (name == "link") {
        ReadLink();
      } else {
        xml().Skip();
      }
    });
  }

  // Where the element has `name` children the first of them, else its literal or code.
  std::string TakeName() {
    std::string name;
    std::string code(xml().Attribute("literal"));
    if (code.empty()) code = xml().Attribute("qcode");
    ForEachChild([&](const std::string& child) {
      if (child == "name" && name.empty()) {
        name = xml().TakeText();
      } else {
        xml().Skip();
      }
    });
    return name.empty() ? code : name;
  }

  // A note in markup says a thing a line: `- Autor: …<br/>- Redaktion: …`.
  void ReadEditorsNote() {
    std::string line;
    xml().ForEachInside([&](XmlReader::Event event) {
      if (event == XmlReader::Event::kText) line += xml().text();
      const bool parts = xml().name() == "br" || xml().name() == "p" || xml().name() == "div" ||
                         xml().name() == "li";
      if (event != XmlReader::Event::kText && parts) builder_->AddNote(std::exchange(line, {}));
    });
    builder_->AddNote(line);
  }

  void ReadLink() {
    std::string relation(xml().Attribute("rel"));
    if (relation.empty()) relation = xml().Attribute("reluri");
    std::string target(xml().Attribute("residref"));
    if (target.empty()) target = xml().Attribute("href");
    builder_->AddLink(relation, target);
    xml().Skip();
  }

  void ReadContentMeta() {
    ForEachChild([&](const std::string& name) {
      if (name == "headline") {
        const auto rank = ParseUnsigned(xml().Attribute("rank")).value_or(0);
        headlines_.push_back({rank, xml().TakeText()});
      } else if (name == "dateline") {
        builder_->SetDateline(xml().TakeText());
      } else if (name == "by") {
        builder_->AddByline(xml().TakeText());
      } else if (name == "creditline") {
        builder_->AddCreditLine(xml().TakeText());
      } else if (name == "creator" || name == "contributor") {
        ReadPerson(name == "creator" ? CreditRole::kReporter : CreditRole::kContributor);
      } else if (name == "language") {
        if (const std::string_view tag = xml().Attribute("tag"); !tag.empty()) language_ = tag;
        xml().Skip();
      } else if (name == "slugline") {
        builder_->AddMetadata(kSlugKey, xml().TakeText());
      } else if (name == "located") {
        builder_->AddMetadata(kLocatedKey, TakeName());
      } else {
        xml().Skip();
      }
    });
  }

  // Persons with a name only: what stands in a literal is a login.
  void ReadPerson(CreditRole role) {
    std::string code(xml().Attribute("role"));
    std::string name;
    bool is_person = true;
    ForEachChild([&](const std::string& child) {
      if (child == "name" && name.empty()) {
        name = xml().TakeText();
      } else if (child == "related" && code.empty()) {
        code = xml().Attribute("qcode");
        xml().Skip();
      } else if (child == "organisationDetails") {
        is_person = false;
        xml().Skip();
      } else {
        xml().Skip();
      }
    });
    if (is_person && IsPersonName(name)) builder_->AddPerson(name, RoleOfCode(code).value_or(role));
  }

  void ReadContentSet() {
    ForEachChild([&](const std::string& name) {
      if (builder_->HasBody()) {
        xml().Skip();  // a further rendition of the same story
      } else if (name == "inlineXML") {
        ReadMarkupBody(xml(), builder_);
      } else if (name == "inlineData") {
        const std::string type(xml().Attribute("contenttype"));
        ReadBodyText(xml().TakeText(), type, builder_);
      } else {
        xml().Skip();
      }
    });
  }

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
