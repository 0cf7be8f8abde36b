// LexisNexis' plain-text export: `1 of 25 DOCUMENTS` before each article, fields by name
// (`BYLINE:`, `LENGTH:`, `LOAD-DATE:`).
#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "align/base/utf8.h"
#include "align/read/document_readers.h"
#include "align/read/press_export.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

// Fields before the text, and behind it.
constexpr std::string_view kHeadFields[] = {"AUTHOR",  "BYLINE",   "DATELINE",  "DATE",
                                            "EDITION", "HEADLINE", "HIGHLIGHT", "LENGTH",
                                            "SECTION", "SOURCE",   "TITLE"};
constexpr std::string_view kTailFields[] = {
    "CORRECTION", "GRAPHIC",  "JOURNAL-CODE",     "LANGUAGE", "LOAD-DATE",
    "NOTES",      "PUB-TYPE", "PUBLICATION-TYPE", "UPDATE",   "DISTRIBUTION"};

bool IsDocumentMark(std::string_view line) {
  const std::string_view text = TrimSpace(line);
  const bool mark = text.ends_with(" DOCUMENTS") || text.ends_with(" DOCUMENT");
  return mark && !text.empty() && text[0] >= '0' && text[0] <= '9' &&
         text.find(" of ") != std::string_view::npos;
}

// `BYLINE` of `BYLINE: By Mara Quillen`, where it is a field's name.
template <std::size_t kCount>
std::string_view FieldOf(std::string_view paragraph, const std::string_view (&fields)[kCount]) {
  const std::string_view name = paragraph.substr(0, paragraph.find(':'));
  if (name.size() == paragraph.size()) return {};
  return std::find(std::begin(fields), std::end(fields), name) == std::end(fields)
             ? std::string_view()
             : name;
}

class Nexis : public PressExport {
 public:
  bool Begins(std::string_view line) const override { return IsDocumentMark(line); }
  bool Ends(std::string_view) const override { return false; }

  void Read(const std::vector<std::string>& lines, DispatchBuilder* builder) const override {
    std::vector<std::string> paragraphs = ParagraphsOf(lines);
    if (!paragraphs.empty() && IsDocumentMark(paragraphs.front())) {
      paragraphs.erase(paragraphs.begin());
    }
    const auto first_field = std::find_if(
        paragraphs.begin(), paragraphs.end(),
        [](const std::string& paragraph) { return !FieldOf(paragraph, kHeadFields).empty(); });
    ReadTop({paragraphs.begin(), first_field}, builder);
    auto text = first_field;
    for (; text != paragraphs.end(); ++text) {
      const std::string_view field = FieldOf(*text, kHeadFields);
      if (field.empty()) break;
      TakeField(field, TrimSpace(std::string_view(*text).substr(field.size() + 1)), builder);
    }
    bool behind = false;
    for (; text != paragraphs.end(); ++text) {
      const std::string_view field = FieldOf(*text, kTailFields);
      behind = behind || !field.empty();
      if (!field.empty()) {
        TakeField(field, TrimSpace(std::string_view(*text).substr(field.size() + 1)), builder);
      } else if (!behind) {
        builder->AddParagraph(*text);
      } else if (IsCopyright(*text)) {
        builder->AddMetadata(kRightsKey, *text);
      }
    }
  }

 private:
  // Source, copyright, date, and last the headline.
  static void ReadTop(const std::vector<std::string>& top, DispatchBuilder* builder) {
    for (std::size_t i = 0; i < top.size(); ++i) {
      const std::string date = PressDate(top[i]);
      if (IsCopyright(top[i])) {
        builder->AddMetadata(kRightsKey, top[i]);
      } else if (i == 0) {
        builder->AddMetadata(kProviderKey, top[i]);
      } else if (!date.empty() && top[i].size() < 80) {
        builder->SetPublished(date);
      } else if (i + 1 == top.size()) {
        builder->SetHeadline(top[i]);
      }
    }
  }

  static void TakeField(std::string_view name, std::string_view value, DispatchBuilder* builder) {
    if (name == "BYLINE" || name == "AUTHOR") builder->AddByline(value);
    if (name == "HEADLINE" || name == "TITLE") builder->SetHeadline(value);
    if (name == "DATELINE") builder->SetDateline(value);
    if (name == "DATE" || name == "LOAD-DATE") builder->SetPublished(PressDate(value));
    if (name == "LANGUAGE") builder->document().language = PressLanguage(value);
    if (name == "SOURCE") builder->AddMetadata(kProviderKey, value);
    if (name == "CORRECTION") builder->AddNote(value);
  }
};

}  // namespace

bool IsNexis(std::string_view head) {
  constexpr std::size_t kFront = 512;
  head = head.substr(0, kFront);
  while (!head.empty()) {
    const std::size_t end = std::min(head.find_first_of("\n\f"), head.size());
    if (IsDocumentMark(head.substr(0, end))) return true;
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return false;
}

std::unique_ptr<DocumentReader> OpenNexis(std::unique_ptr<ByteSource> source,
                                          const ReadOptions& options) {
  return OpenPressExport(std::move(source), options, std::make_unique<Nexis>());
}

}  // namespace calque::internal
