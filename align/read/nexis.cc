// LexisNexis' plain-text export: `1 of 25 DOCUMENTS` before each article, fields by name
// (`BYLINE:`, `LENGTH:`, `LOAD-DATE:`); or, as Nexis Uni has it, the headline first, a line `Body`
// before the text and `End of Document` behind each article. The first has the names of fields in
// capitals; the second writes them `Load-Date:`, as a sentence may begin.
#include <algorithm>
#include <memory>
#include <string>

#include "align/base/ascii.h"
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
    "CLASSIFICATION", "CORRECTION",   "CORRECTION-DATE", "DISTRIBUTION", "DOCUMENT-TYPE",
    "GRAPHIC",        "INDUSTRY",     "JOURNAL-CODE",    "LANGUAGE",     "LOAD-DATE",
    "NOTES",          "ORGANIZATION", "PERSON",          "PUB-TYPE",     "PUBLICATION-TYPE",
    "SUBJECT",        "TICKER",       "UPDATE",          "URL"};

// Lines that only part the head from the text and the text from what is behind it.
bool IsBodyMark(std::string_view line) {
  return line == "Body" || line == "BODY" || line == "BODY:";
}
bool IsTailMark(std::string_view line) { return line == "Classification" || line == "Graphic"; }
bool IsEndMark(std::string_view line) { return line == "End of Document"; }

bool IsDocumentMark(std::string_view line) {
  const std::string_view text = TrimSpace(line);
  const bool mark = text.ends_with(" DOCUMENTS") || text.ends_with(" DOCUMENT");
  return mark && !text.empty() && IsAsciiDigit(text[0]) &&
         text.find(" of ") != std::string_view::npos;
}

// `BYLINE` of `BYLINE: By Mara Quillen`, where it is a field's name.
template <std::size_t kCount>
std::string_view FieldOf(std::string_view paragraph, const std::string_view (&fields)[kCount]) {
  constexpr std::size_t kLongest = 20;
  const std::string_view name = paragraph.substr(0, paragraph.find(':'));
  if (name.size() == paragraph.size() || name.size() > kLongest) return {};
  const bool capital = !name.empty() && IsAsciiUpper(name[0]);
  return !capital ||
                 std::find(std::begin(fields), std::end(fields), Upper(name)) == std::end(fields)
             ? std::string_view()
             : name;
}

// Tells the fields behind a text from paragraphs of the text that begin alike: `Update: the union
// said`.
class TailFields {
 public:
  explicit TailFields(bool capitals) : capitals_(capitals) {}

  // The name of the field that a paragraph is; empty where it is none. In the order of the text.
  std::string_view Of(std::string_view paragraph) {
    marked_ = marked_ || IsTailMark(paragraph);
    const std::string_view name = FieldOf(paragraph, kTailFields);
    // No sentence begins with a name of two words.
    const bool sure =
        capitals_ ? name == Upper(name) : marked_ || name.find('-') != std::string_view::npos;
    return sure ? name : std::string_view();
  }
  // Whether the mark that nothing but fields follows was met.
  [[nodiscard]] bool marked() const { return marked_; }

 private:
  bool capitals_;
  bool marked_ = false;
};

// Fields and marks are paragraphs of their own, and so is each line before the first of them where
// the headline stands first.
std::vector<std::string> PartedLines(const std::vector<std::string>& lines, bool headline_first,
                                     TailFields tail) {
  std::vector<std::string> parted;
  bool top = headline_first;
  for (const std::string& line : lines) {
    const bool mark = !tail.Of(line).empty() || IsBodyMark(line) || IsTailMark(line) ||
                      !FieldOf(line, kHeadFields).empty();
    top = top && !mark;
    if (mark || top) parted.emplace_back();
    parted.push_back(line);
    if (IsBodyMark(line) || IsTailMark(line)) parted.emplace_back();
  }
  return parted;
}

class Nexis : public PressExport {
 public:
  bool Begins(std::string_view line) const override { return IsDocumentMark(line); }
  bool Ends(std::string_view line) const override { return IsEndMark(line); }

  void Read(const std::vector<std::string>& lines, const PressWords& words,
            DispatchBuilder* builder) const override {
    const bool headline_first = std::any_of(lines.begin(), lines.end(), IsEndMark);
    TailFields tail(!headline_first && std::any_of(lines.begin(), lines.end(), IsDocumentMark));
    std::vector<std::string> paragraphs = ParagraphsOf(PartedLines(lines, headline_first, tail));
    if (!paragraphs.empty() && IsDocumentMark(paragraphs.front())) {
      paragraphs.erase(paragraphs.begin());
    }
    const auto first_field = std::find_if(
        paragraphs.begin(), paragraphs.end(),
        [](const std::string& paragraph) { return !FieldOf(paragraph, kHeadFields).empty(); });
    ReadTop({paragraphs.begin(), first_field}, headline_first, words, builder);
    auto text = first_field;
    for (; text != paragraphs.end(); ++text) {
      const std::string_view field = FieldOf(*text, kHeadFields);
      if (IsBodyMark(*text)) continue;
      if (field.empty()) break;
      TakeField(field, TrimSpace(std::string_view(*text).substr(field.size() + 1)), words, builder);
    }
    ReadText({text, paragraphs.end()}, tail, words, builder);
  }

 private:
  // The text and the fields behind it.
  static void ReadText(const std::vector<std::string>& paragraphs, TailFields tail,
                       const PressWords& words, DispatchBuilder* builder) {
    std::string_view last;  // field
    std::size_t left_out = 0;
    for (const std::string& paragraph : paragraphs) {
      const std::string_view field = tail.Of(paragraph);
      if (!field.empty()) {
        last = field;
        TakeField(field, TrimSpace(std::string_view(paragraph).substr(field.size() + 1)), words,
                  builder);
      } else if (last.empty() && !tail.marked()) {
        builder->AddParagraph(paragraph);
      } else if (IsCopyright(paragraph)) {
        builder->AddMetadata(kRightsKey, paragraph);
      } else if (!tail.marked()) {
        ++left_out;
      }
    }
    if (left_out == 0) return;
    builder->document().diagnostics.push_back(
        {"text-behind-fields",
         std::to_string(left_out) + (left_out == 1 ? " paragraph is" : " paragraphs are") +
             " left out as behind the text, which the field " + std::string(last) + " ends",
         {builder->name()}});
  }

  // Source, copyright, date, and last the headline, where it does not stand first.
  static void ReadTop(std::vector<std::string> top, bool headline_first, const PressWords& words,
                      DispatchBuilder* builder) {
    if (headline_first && !top.empty()) {
      builder->SetHeadline(top.front());
      top.erase(top.begin());
    }
    for (std::size_t i = 0; i < top.size(); ++i) {
      const std::string date = words.DateIn(top[i]);
      if (IsCopyright(top[i])) {
        builder->AddMetadata(kRightsKey, top[i]);
      } else if (i == 0) {
        builder->AddMetadata(kProviderKey, top[i]);
      } else if (!date.empty() && top[i].size() < 80) {
        builder->SetPublished(date);
      } else if (i + 1 == top.size() && !headline_first) {
        builder->SetHeadline(top[i]);
      }
    }
  }

  static void TakeField(std::string_view written, std::string_view value, const PressWords& words,
                        DispatchBuilder* builder) {
    const std::string name = Upper(written);
    if (name == "BYLINE" || name == "AUTHOR") builder->AddByline(value);
    if (name == "HEADLINE" || name == "TITLE") builder->SetHeadline(value);
    if (name == "DATELINE") builder->SetDateline(value);
    if (name == "DATE" || name == "LOAD-DATE") builder->SetPublished(words.DateIn(value));
    if (name == "LANGUAGE") builder->document().language = words.LanguageByName(value);
    if (name == "SOURCE") builder->AddMetadata(kProviderKey, value);
    if (name == "CORRECTION") builder->AddNote(value);
  }
};

}  // namespace

bool IsNexis(std::string_view head) {
  if (IsHtml(head)) return false;
  constexpr std::size_t kFront = 512;
  const std::string_view whole = head;
  bool length = false;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find_first_of("\n\f"), head.size());
    const std::string_view line = TrimSpace(head.substr(0, end));
    const bool front = whole.size() - head.size() < kFront;
    if (front && IsDocumentMark(line)) return true;
    length = length || line.starts_with("Length:");
    if (length && IsBodyMark(line)) return true;
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return false;
}

std::unique_ptr<DocumentReader> OpenNexis(std::unique_ptr<ByteSource> source,
                                          const ReadOptions& options) {
  return OpenPressExport(std::move(source), options, std::make_unique<Nexis>());
}

}  // namespace calque::internal
