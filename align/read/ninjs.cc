// ninjs 1.x to 3.x (IPTC): one JSON object a story, an array of them, or one a line. `people` are
// those the story is about, never its authors.
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "align/base/utf8.h"
#include "align/io/charset.h"
#include "align/io/clean_text.h"
#include "align/io/json.h"
#include "align/io/json_values.h"
#include "align/io/line_reader.h"
#include "align/read/dispatch_builder.h"
#include "align/read/document_readers.h"
#include "align/read/markup_body.h"
#include "align/read/readers.h"
#include "align/read/wire_persons.h"

namespace calque::internal {
namespace {

constexpr std::size_t kLongestValue = std::size_t{256} << 20;  // bytes

// The first of some members that is a text or a number; names changed with the versions.
std::string TextOf(const Json& item, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = item.find(name);
    if (found == item.end()) continue;
    if (found->is_string()) return found->get<std::string>();
    if (found->is_number_integer()) return std::to_string(found->get<std::int64_t>());
  }
  return {};
}

// The items of a list, or of an object as 1.x and 2.x had them.
std::vector<const Json*> ItemsOf(const Json& item, std::initializer_list<const char*> names) {
  std::vector<const Json*> items;
  for (const char* name : names) {
    const auto found = item.find(name);
    if (found == item.end() || !found->is_structured()) continue;
    for (const Json& each : *found) {
      if (each.is_object()) items.push_back(&each);
    }
  }
  return items;
}

class NinjsStory {
 public:
  NinjsStory(const Json& item, DispatchBuilder* builder) : item_(item), builder_(builder) {}

  void Read() {
    RawDocument& document = builder_->document();
    document.id = TextOf(item_, {"uri", "guid", "id"});
    document.language = TextOf(item_, {"language"});
    builder_->SetPublished(TextOf(item_, {"versionCreated", "versioncreated"}));
    builder_->SetPublished(
        TextOf(item_, {"contentCreated", "contentcreated", "firstCreated", "firstcreated"}));
    builder_->AddMetadata(kVersionKey, TextOf(item_, {"version"}));
    builder_->AddMetadata(kSlugKey, TextOf(item_, {"slugline"}));
    builder_->AddMetadata(kLocatedKey, TextOf(item_, {"located"}));
    builder_->AddMetadata(kStatusKey, TextOf(item_, {"pubStatus", "pubstatus"}));
    builder_->AddRights(TextOf(item_, {"copyrightNotice", "copyrightnotice"}));
    builder_->AddRights(TextOf(item_, {"usageTerms", "usageterms"}));
    ReadEmbargo();
    builder_->AddNote(TextOf(item_, {"edNote", "ednote"}));
    builder_->AddByline(TextOf(item_, {"by", "byline"}));
    ReadHeadlines();
    ReadBody();
    ReadSources();
    for (const Json* link : ItemsOf(item_, {"associations"})) {
      const std::string relation = TextOf(*link, {"rel"});
      builder_->AddLink(relation, TextOf(*link, {"uri"}));
    }
  }

 private:
  void ReadEmbargo() {
    for (const char* name : {"embargoedUntil", "embargoed"}) {
      const auto found = item_.find(name);
      if (found != item_.end() && found->is_string()) builder_->SetEmbargo(TextOf(item_, {name}));
    }
  }

  // The main one first.
  void ReadHeadlines() {
    std::vector<const Json*> headlines = ItemsOf(item_, {"headlines"});
    std::stable_partition(headlines.begin(), headlines.end(), [](const Json* headline) {
      return TextOf(*headline, {"role"}) == "main";
    });
    if (!headlines.empty()) builder_->SetHeadline(TextOf(*headlines.front(), {"value"}));
    builder_->SetHeadline(TextOf(item_, {"headline"}));
    for (const Json* deck : ItemsOf(item_, {"subheadlines"})) {
      builder_->SetHeadline(TextOf(*deck, {"value"}));
    }
  }

  // How much a rendition is the story: what has no role may be, a caption is only where nothing
  // else is there.
  static int RankOfBody(const Json* body) {
    const std::string role = Lower(TextOf(*body, {"role"}));
    if (role == "main" || role == "body" || role == "full") return 0;
    if (role.empty()) return 1;
    constexpr std::string_view kOthers[] = {"abstract", "alert",    "brief", "caption",
                                            "extract",  "headline", "short", "snippet",
                                            "summary",  "synopsis", "teaser"};
    return std::find(std::begin(kOthers), std::end(kOthers), role) == std::end(kOthers) ? 2 : 3;
  }

  void ReadBody() {
    std::vector<const Json*> bodies = ItemsOf(item_, {"bodies"});
    std::stable_sort(bodies.begin(), bodies.end(),
                     [](const Json* a, const Json* b) { return RankOfBody(a) < RankOfBody(b); });
    for (const Json* body : bodies) {
      const std::string type = TextOf(*body, {"contentType", "contenttype"});
      if (!builder_->HasBody()) ReadBodyText(TextOf(*body, {"value"}), type, builder_);
    }
    constexpr std::array<std::pair<const char*, const char*>, 4> kBodies = {
        {{"body_xhtml", ""}, {"body_html", ""}, {"body_nitf", ""}, {"body_text", "text/plain"}}};
    for (const auto& [name, type] : kBodies) {
      if (!builder_->HasBody()) ReadBodyText(TextOf(item_, {name}), type, builder_);
    }
  }

  void ReadSources() {
    for (const Json* source : ItemsOf(item_, {"infoSources", "infosources", "infosource"})) {
      const std::string name = TextOf(*source, {"name"});
      const std::optional<CreditRole> role = RoleOfCode(TextOf(*source, {"role"}));
      if (role && IsPersonName(name)) {
        builder_->AddPerson(name, *role);
      } else {
        builder_->AddMetadata(kProviderKey, name);
      }
    }
    builder_->AddMetadata(kProviderKey, TextOf(item_, {"copyrightHolder", "copyrightholder"}));
  }

  const Json& item_;
  DispatchBuilder* builder_;
};

class NinjsReader : public DocumentReader {
 public:
  NinjsReader(std::unique_ptr<ByteSource> source, ReadOptions options)
      : source_(std::move(source)), options_(std::move(options)) {}

  std::optional<RawDocument> Next() override {
    if (lines_ == nullptr && values_ == nullptr) Open();
    while (std::optional<Json> item = NextItem()) {
      if (!item->is_object()) continue;
      DispatchBuilder builder(name_, options_);
      NinjsStory(*item, &builder).Read();
      if (!builder.HasBody() && !builder.HasHeadline()) continue;
      RawDocument document = builder.Build();
      if (document.id.empty()) document.id = IdOfName(name_);
      return document;
    }
    return std::nullopt;
  }

  bool GoesOn() const override { return in_line_; }

 private:
  // An object a line, of which a broken one spoils no other, or values over many lines.
  void Open() {
    name_ = source_->name();
    std::string head = ReadHead(*source_, kFormatHead);
    const std::size_t end = head.find('\n');
    source_ = Prepend(std::move(head), std::move(source_));
    std::string line(end == std::string::npos ? 0 : end, '\0');
    if (!line.empty()) {
      line = ReadHead(*source_, line.size());
      source_ = Prepend(line, std::move(source_));
    }
    text_ = OpenCleanText(std::move(source_), options_.charset);
    const std::string_view first = TrimSpace(line);
    if (first.size() > 2 && first.starts_with('{') && first.ends_with('}')) {
      lines_ = std::make_unique<LineReader>(*text_, kLongestValue);
      return;
    }
    if (!text_->is_utf8()) {
      decoded_ = DecodeText(ReadAll(*text_, kLongestValue), name_, options_.charset).text;
      source_ = OpenMemory(decoded_, name_);
    }
    values_ = std::make_unique<JsonValues>(source_ ? *source_ : *text_, kLongestValue);
  }

  std::optional<Json> NextItem() {
    if (values_ != nullptr) {
      const std::optional<std::string_view> value = values_->Next();
      return value ? std::optional(ParseJson(*value, values_->location())) : std::nullopt;
    }
    in_line_ = false;
    const std::optional<std::string_view> line = lines_->Next();
    if (!line) return std::nullopt;
    in_line_ = true;
    return TrimSpace(*line).empty() ? Json() : ParseJson(*line, lines_->location());
  }

  std::unique_ptr<ByteSource> source_;
  ReadOptions options_;
  std::string name_;
  std::unique_ptr<CleanText> text_;
  std::string decoded_;  // of UTF-16 and the like, whole
  std::unique_ptr<LineReader> lines_;
  std::unique_ptr<JsonValues> values_;
  bool in_line_ = false;  // of the object that was begun last
};

}  // namespace

bool IsNinjs(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  if (!head.starts_with('{') && !head.starts_with('[')) return false;
  constexpr std::string_view kKeys[] = {"\"bodies\"",         "\"body_html\"",     "\"body_nitf\"",
                                        "\"body_text\"",      "\"body_xhtml\"",    "\"headlines\"",
                                        "\"versionCreated\"", "\"versioncreated\""};
  const bool known = std::any_of(std::begin(kKeys), std::end(kKeys), [&](std::string_view key) {
    return head.find(key) != std::string_view::npos;
  });
  return known && head.find("\"calque/bitext/") == std::string_view::npos;
}

std::unique_ptr<DocumentReader> OpenNinjs(std::unique_ptr<ByteSource> source,
                                          const ReadOptions& options) {
  return std::make_unique<NinjsReader>(std::move(source), options);
}

}  // namespace calque::internal
