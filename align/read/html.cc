// Pages of the web: what schema.org's NewsArticle (JSON-LD), Open Graph and the markup itself say,
// and the story without the chrome around it.
#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "align/base/utf8.h"
#include "align/io/charset.h"
#include "align/io/json.h"
#include "align/io/xml_entities.h"
#include "align/read/dispatch_builder.h"
#include "align/read/document_readers.h"
#include "align/read/html_page.h"
#include "align/read/page_articles.h"
#include "align/read/plain_paragraphs.h"
#include "align/read/root_element.h"
#include "align/read/unit.h"
#include "align/read/wire_persons.h"

namespace calque::internal {
namespace {

// Of a string, an object with a `name`, or a list of those.
void CollectNames(const Json& value, std::vector<std::string>* names) {
  if (value.is_string()) names->push_back(value.get<std::string>());
  if (value.is_array()) {
    for (const Json& each : value) CollectNames(each, names);
  }
  if (!value.is_object()) return;
  const std::string type =
      value.value("@type", Json()).is_string() ? value["@type"].get<std::string>() : std::string();
  const auto name = value.find("name");
  if (type != "Organization" && type != "NewsMediaOrganization" && name != value.end()) {
    CollectNames(*name, names);
  }
}

std::string StringOf(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_object()) {
    for (const char* inner : {"@id", "url", "name"}) {
      const auto value = found->find(inner);
      if (value != found->end() && value->is_string()) return value->get<std::string>();
    }
  }
  return {};
}

bool IsArticle(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto names_article = [](const Json& name) {
    return name.is_string() && name.get<std::string>().find("Article") != std::string::npos;
  };
  return names_article(*type) ||
         (type->is_array() && std::any_of(type->begin(), type->end(), names_article));
}

// The first article in a value, at its top, in a list, or in `@graph`.
const Json* FindArticle(const Json& value) {
  if (value.is_array()) {
    for (const Json& each : value) {
      if (const Json* found = FindArticle(each)) return found;
    }
  }
  if (!value.is_object()) return nullptr;
  if (IsArticle(value)) return &value;
  const auto graph = value.find("@graph");
  return graph == value.end() || !graph->is_array() ? nullptr : FindArticle(*graph);
}

// JSON that is not well-formed, as many pages have it, says nothing.
Json LenientJson(std::string_view text) {
  if (JsonDepth(text) > kJsonDepthLimit) return {};
  Json value = Json::parse(text, nullptr, false);
  return value.is_discarded() ? Json() : value;
}

class PageStory {
 public:
  PageStory(const PageParts& parts, const std::vector<const PageBlock*>& story,
            DispatchBuilder* builder)
      : parts_(parts), story_(story), builder_(builder) {}

  void Read() {
    for (const std::string& script : parts_.json) {
      const Json value = LenientJson(script);
      if (const Json* article = FindArticle(value)) {
        ReadArticle(*article);
        break;
      }
    }
    ReadMeta();
    for (const std::string& headline : {parts_.headline, Meta("og:title"), parts_.title}) {
      if (!builder_->HasHeadline()) builder_->SetHeadline(headline);
    }
    ReadBylines();
    for (const PageBlock* block : story_) builder_->AddParagraph(block->text, block->kind);
    if (!builder_->HasBody()) AddPlainParagraphs(body_, builder_);
    RawDocument& document = builder_->document();
    if (document.language.empty()) document.language = parts_.language;
    std::replace(document.language.begin(), document.language.end(), '_', '-');
    for (const auto& [language, address] : parts_.alternates) {
      if (language != "x-default") builder_->AddLink("alternate-" + language, address);
    }
    builder_->AddMetadata(kAddressKey, parts_.canonical);
    builder_->AddMetadata(kAddressKey, Meta("og:url"));
    const auto address = document.metadata.find(std::string(kAddressKey));
    if (address != document.metadata.end()) document.id = address->second;
  }

 private:
  void ReadArticle(const Json& article) {
    if (parts_.headline.empty()) {
      builder_->SetHeadline(WithoutReferences(StringOf(article, "headline")));
    }
    builder_->document().language = StringOf(article, "inLanguage");
    builder_->SetPublished(StringOf(article, "datePublished"));
    body_ = WithoutReferences(StringOf(article, "articleBody"));
    builder_->AddLink("translationOf", StringOf(article, "translationOfWork"));
    builder_->AddMetadata(kSeriesKey, StringOf(article, "isPartOf"));
    builder_->AddMetadata(kRightsKey, StringOf(article, "copyrightNotice"));
    builder_->AddMetadata(kProviderKey, PublisherOf(article));
    constexpr std::pair<const char*, CreditRole> kPersons[] = {
        {"author", CreditRole::kReporter},
        {"contributor", CreditRole::kContributor},
        {"translator", CreditRole::kTranslator},
        {"editor", CreditRole::kEditor}};
    for (const auto& [key, role] : kPersons) {
      std::vector<std::string> names;
      if (const auto found = article.find(key); found != article.end())
        CollectNames(*found, &names);
      for (const std::string& written : names) {
        std::string name = WithoutReferences(written);
        if (IsPersonName(name)) persons_.emplace_back(std::move(name), role);
      }
    }
  }

  static std::string PublisherOf(const Json& article) {
    const auto found = article.find("publisher");
    return found != article.end() && found->is_object() ? StringOf(*found, "name") : "";
  }

  [[nodiscard]] std::string Meta(std::string_view name) const {
    for (const auto& [key, content] : parts_.meta) {
      if (key == name) return content;
    }
    return {};
  }

  void ReadMeta() {
    for (const char* name : {"article:published_time", "datepublished", "date", "dc.date"}) {
      builder_->SetPublished(Meta(name));
    }
    builder_->AddMetadata(kProviderKey, Meta("og:site_name"));
    builder_->AddMetadata(kRightsKey, Meta("copyright"));
    if (!persons_.empty()) return;
    for (const auto& [key, content] : parts_.meta) {
      const bool author = key == "author" || key == "article:author" || key == "dc.creator";
      if (author && IsPersonName(content)) persons_.emplace_back(content, CreditRole::kReporter);
    }
  }

  // The author's line of the page where it says nothing but that; else what the metadata say.
  void ReadBylines() {
    constexpr std::size_t kLongest = 200;
    for (const PageBlock& block : parts_.blocks) {
      const std::string line = WireLine(block.text);
      if (!block.byline || line.size() > kLongest || line.find(' ') == std::string::npos) continue;
      const bool plain = line.find_first_of("0123456789|") == std::string::npos;
      if ((plain || persons_.empty()) && bylines_.insert(Fold(line)).second) {
        builder_->AddByline(line);
      }
    }
    for (const auto& [name, role] : persons_) builder_->AddPerson(name, role);
  }

  const PageParts& parts_;
  const std::vector<const PageBlock*>& story_;
  DispatchBuilder* builder_;
  std::string body_;  // of the metadata
  std::vector<std::pair<std::string, CreditRole>> persons_;
  std::set<std::string> bylines_;
};

// The charset that a <meta> in the first bytes names.
std::string MetaCharset(std::string_view page) {
  const std::string head = Lower(page.substr(0, 2048));
  for (std::size_t at = head.find("charset="); at != std::string::npos;
       at = head.find("charset=", at + 8)) {
    const std::size_t begin = head.find_first_not_of("\"' ", at + 8);
    if (begin == std::string::npos) break;
    const std::string name = head.substr(begin, head.find_first_of("\"'> ;/", begin) - begin);
    if (!name.empty()) return name;
  }
  return {};
}

class HtmlReader : public DocumentReader {
 public:
  HtmlReader(std::unique_ptr<ByteSource> source, ReadOptions options)
      : source_(std::move(source)), options_(std::move(options)) {}

  std::optional<RawDocument> Next() override {
    if (source_ != nullptr) ReadPage();
    if (documents_.empty()) return std::nullopt;
    RawDocument document = std::move(documents_.front());
    documents_.pop_front();
    return document;
  }

 private:
  void ReadPage() {
    const auto source = std::exchange(source_, nullptr);
    std::string bytes = ReadAll(*source, options_.document_limit);
    const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (!wide) std::replace(bytes.begin(), bytes.end(), '\0', ' ');
    const std::string charset = options_.charset.empty() ? MetaCharset(bytes) : options_.charset;
    DecodedText decoded = DecodeText(std::move(bytes), source->name(), charset);
    const PageParts parts = TakeApart(decoded.text, source->name());
    for (RawDocument& article : PressArticles(parts, source->name(), options_)) {
      documents_.push_back(std::move(article));
    }
    if (documents_.empty()) ReadStory(parts, source->name());
    if (documents_.empty()) return;
    auto& diagnostics = documents_.front().diagnostics;
    diagnostics.insert(diagnostics.end(), decoded.diagnostics.begin(), decoded.diagnostics.end());
  }

  void ReadStory(const PageParts& parts, const std::string& name) {
    DispatchBuilder builder(name, options_);
    const auto story = StoryOf(parts);
    PageStory(parts, story, &builder).Read();
    RawDocument document = builder.Build();
    if (document.text.empty()) return;
    if (document.id.empty()) document.id = IdOfName(name);
    if (const std::size_t others = ArticlesBeside(story, parts); others > 0) {
      document.diagnostics.push_back(
          {"articles-left-out",
           "the page holds further articles, of which the longest is read; left out: " +
               std::to_string(others),
           {name}});
    }
    documents_.push_back(std::move(document));
  }

  std::unique_ptr<ByteSource> source_;  // null once it is read
  std::deque<RawDocument> documents_;   // not yet handed out
  ReadOptions options_;
};

}  // namespace

bool IsHtml(std::string_view head) {
  constexpr std::string_view kRoots[] = {"html", "head", "body", "article", "div", "p", "h1"};
  std::string_view front = head.substr(0, 1024);
  front.remove_prefix(std::min(front.find_first_not_of("\xEF\xBB\xBF \t\r\n"), front.size()));
  const std::string lower = Lower(front);
  if (lower.starts_with("<!doctype html")) return true;
  const std::string root = Lower(RootElement(head));
  return std::find(std::begin(kRoots), std::end(kRoots), root) != std::end(kRoots);
}

std::unique_ptr<DocumentReader> OpenHtml(std::unique_ptr<ByteSource> source,
                                         const ReadOptions& options) {
  return std::make_unique<HtmlReader>(std::move(source), options);
}

}  // namespace calque::internal
