// Reuters Corpus RCV1 and RCV2: a newsitem a file.
#include <memory>

#include "align/read/document_readers.h"
#include "align/read/markup_body.h"
#include "align/read/root_element.h"
#include "align/read/unit.h"
#include "align/read/xml_story.h"

namespace calque::internal {
namespace {

class RcvReader : public XmlStoryReader {
 public:
  using XmlStoryReader::XmlStoryReader;

 protected:
  bool ReadStory(DispatchBuilder* builder) override {
    if (xml().name() != "newsitem") return false;
    RawDocument& document = builder->document();
    document.id = xml().Attribute("itemid");
    document.language = xml().Attribute("xml:lang");
    builder->SetPublished(xml().Attribute("date"));
    std::string title;
    ForEachChild([&](const std::string& name) {
      if (name == "text") {
        ReadMarkupBody(xml(), builder);
      } else if (name == "metadata") {
        ReadMetadata(builder);
      } else {
        const std::string text = xml().TakeText();
        if (name == "title") title = text;
        if (name == "headline") builder->SetHeadline(text);
        if (name == "byline") builder->AddByline(text);
        if (name == "dateline") builder->SetDateline(text);
        if (name == "copyright") builder->AddMetadata(kRightsKey, text);
      }
    });
    if (!builder->HasHeadline()) builder->SetHeadline(title);
    return true;
  }

 private:
  void ReadMetadata(DispatchBuilder* builder) {
    ForEachChild([&](const std::string& name) {
      if (name == "dc") {
        const std::string element = Attribute("element");
        const std::string value = Attribute("value");
        if (element == "dc.publisher") builder->AddMetadata(kProviderKey, value);
        if (element == "dc.date.published") builder->SetPublished(value);
        if (element == "dc.creator.location") builder->AddMetadata(kLocatedKey, value);
      }
      xml().Skip();
    });
  }
};

}  // namespace

bool IsRcv(std::string_view head) { return RootElement(head) == "newsitem"; }

std::unique_ptr<DocumentReader> OpenRcv(std::unique_ptr<ByteSource> source,
                                        const ReadOptions& options) {
  return std::make_unique<RcvReader>(std::move(source), options);
}

}  // namespace calque::internal
