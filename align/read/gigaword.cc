// Newswire as the Linguistic Data Consortium publishes it (Gigaword, TREC, TIPSTER): SGML of many
// <DOC> without a root, so no XML. Paragraphs are hard-wrapped lines between <P> and </P>;
// documents that are no stories have no <P>.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "align/base/utf8.h"
#include "align/io/clean_text.h"
#include "align/io/line_reader.h"
#include "align/io/xml_entities.h"
#include "align/read/dispatch_builder.h"
#include "align/read/document_readers.h"
#include "align/read/plain_paragraphs.h"

namespace calque::internal {
namespace {

// Languages as ids of Gigaword name them: `AFP_FRE_20260105.0001`.
constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
    {"ARB", "ar"}, {"CMN", "zh"}, {"ENG", "en"}, {"FRE", "fr"},
    {"GER", "de"}, {"ITA", "it"}, {"POR", "pt"}, {"SPA", "es"}};

constexpr std::size_t kLongestTag = 64;  // bytes; all but <DOC> have no attributes

std::string AttributeOf(std::string_view tag, std::string_view name) {
  const std::string key = std::string(name) + "=";
  const std::size_t at = tag.find(key);
  if (at == std::string_view::npos) return {};
  std::string_view value = tag.substr(at + key.size());
  if (value.empty()) return {};
  if (value[0] == '"' || value[0] == '\'') {
    const std::size_t end = value.find(value[0], 1);
    return std::string(value.substr(1, end == std::string_view::npos ? end : end - 1));
  }
  return std::string(value.substr(0, value.find_first_of(" \t>")));
}

class GigawordReader : public DocumentReader {
 public:
  GigawordReader(std::unique_ptr<ByteSource> source, ReadOptions options)
      : options_(std::move(options)),
        text_(OpenCleanText(std::move(source), options_.charset)),
        lines_(*text_, options_.document_limit) {}

  std::optional<RawDocument> Next() override {
    while (const std::optional<std::string_view> line = NextLine()) {
      const std::string_view trimmed = TrimSpace(*line);
      if (!OpensDoc(trimmed)) {
        if (trimmed.empty() || trimmed.starts_with("<?") || trimmed.starts_with("<!")) continue;
        throw Error(ErrorCode::kBadInput, lines_.location(), "is not the <DOC> of an LDC file");
      }
      RawDocument document = ReadDoc(std::string(trimmed));
      if (!document.text.empty()) return document;
    }
    return std::nullopt;
  }

 private:
  enum class Part : std::uint8_t { kNone, kId, kHeadline, kDateline, kText, kParagraph };

  std::optional<std::string_view> NextLine() {
    if (next_doc_.empty()) return lines_.Next();
    return held_ = std::exchange(next_doc_, {});
  }

  static bool OpensDoc(std::string_view line) {
    return line.size() > 4 && Upper(line.substr(0, 4)) == "<DOC" &&
           (line[4] == '>' || line[4] == ' ');
  }

  RawDocument ReadDoc(const std::string& first) {
    DispatchBuilder builder(text_->name(), options_);
    builder_ = &builder;
    part_ = Part::kNone;
    collected_.clear();
    done_ = false;
    const Location begin = lines_.location();
    const std::size_t end = first.find('>');
    builder.document().id = AttributeOf(first.substr(0, end), "id");
    builder.AddMetadata("type", AttributeOf(first.substr(0, end), "type"));
    if (end != std::string::npos) TakeLine(std::string_view(first).substr(end + 1));
    while (!done_) {
      const std::optional<std::string_view> line = lines_.Next();
      if (!line) {
        throw Error(ErrorCode::kBadInput, begin,
                    "document " + builder.document().id + " is cut off: it has no </DOC>");
      }
      const std::string_view trimmed = TrimSpace(*line);
      if (OpensDoc(trimmed)) {
        next_doc_ = trimmed;
        builder.document().diagnostics.push_back(
            {"document-cut-off", "a document has no </DOC>; it ends where the next one begins",
             begin});
        Finish();
        break;
      }
      TakeLine(*line);
    }
    ReadId();
    return builder.Build();
  }

  void TakeLine(std::string_view line) {
    while (!line.empty()) {
      const std::size_t open = line.find('<');
      Collect(line.substr(0, open));
      if (open == std::string_view::npos) break;
      const std::string_view ahead = line.substr(open + 1, kLongestTag);
      const std::size_t close = ahead.find('>');
      const std::string_view name = close == std::string_view::npos ? "" : ahead.substr(0, close);
      if (TakeTag(name)) {
        line.remove_prefix(open + close + 2);
      } else {
        Collect(line.substr(open, 1));
        line.remove_prefix(open + 1);
      }
    }
    collected_ += '\n';
  }

  void Collect(std::string_view text) {
    if (part_ != Part::kNone) collected_ += text;
  }

  // Whether it is a tag of the format; `a < b` and the ticker `<BABA>` are none.
  bool TakeTag(std::string_view name) {
    const std::string key = Upper(TrimSpace(name));
    if (key == "/DOC") {
      Finish();
      done_ = true;
    } else if (key == "HEADLINE" || key == "HEAD") {
      Begin(Part::kHeadline);
    } else if (key == "DATELINE") {
      Begin(Part::kDateline);
    } else if (key == "DOCNO" || key == "DOCID") {
      Begin(Part::kId);
    } else if (key == "TEXT") {
      Begin(Part::kText);
    } else if (key == "P" && (part_ == Part::kText || part_ == Part::kParagraph)) {
      Begin(Part::kParagraph);
    } else if (key == "/P") {
      Begin(Part::kText);
    } else if (key.size() > 1 && key[0] == '/' && IsName(key.substr(1))) {
      if (IsInline(key.substr(1))) return true;
      Finish();
      part_ = Part::kNone;
    } else {
      return IsName(key) && (part_ == Part::kNone || IsInline(key));
    }
    return true;
  }

  // Elements that some collections have inside a text.
  static bool IsInline(std::string_view key) {
    constexpr std::string_view kInline[] = {"B", "BR", "EM",     "F",   "FN",  "HR",
                                            "I", "S",  "STRONG", "SUB", "SUP", "U"};
    return std::find(std::begin(kInline), std::end(kInline), key) != std::end(kInline);
  }

  static bool IsName(std::string_view key) {
    if (key.empty()) return false;
    for (const char c : key) {
      if ((c < 'A' || c > 'Z') && c != '_') return false;
    }
    return true;
  }

  void Begin(Part part) {
    Finish();
    part_ = part;
  }

  void Finish() {
    const std::string text = WithoutReferences(std::exchange(collected_, {}));
    if (part_ == Part::kHeadline) builder_->SetHeadline(text);
    if (part_ == Part::kDateline) builder_->SetDateline(text);
    if (part_ == Part::kParagraph) builder_->AddParagraph(text);
    if (part_ == Part::kText) AddPlainParagraphs(text, builder_);
    if (part_ == Part::kId && builder_->document().id.empty()) {
      builder_->document().id = WireLine(text);
    }
  }

  // Agency, language and day are in the id.
  void ReadId() {
    RawDocument& document = builder_->document();
    if (document.id.empty()) document.id = IdOfName(text_->name());
    const std::size_t first = document.id.find('_');
    if (first == std::string::npos || document.id.size() < first + 5) return;
    const std::string code = Upper(std::string_view(document.id).substr(first + 1, 3));
    for (const auto& [name, language] : kLanguages) {
      if (code == name) document.language = language;
    }
    builder_->AddMetadata(kProviderKey, std::string_view(document.id).substr(0, first));
    const std::string day = document.id.substr(first + 5);
    builder_->SetPublished(std::string_view(day).substr(0, 8));
  }

  ReadOptions options_;
  std::unique_ptr<CleanText> text_;
  LineReader lines_;
  DispatchBuilder* builder_ = nullptr;  // of the document being read
  Part part_ = Part::kNone;
  std::string collected_;
  bool done_ = false;
  std::string next_doc_;  // the line of a <DOC> that was met inside the document before
  std::string held_;      // the one being read
};

}  // namespace

bool IsGigaword(std::string_view head) {
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  if (!head.starts_with("<DOC")) return false;
  const std::string_view rest = head.substr(4);
  return rest.starts_with('>') || rest.starts_with(' ');
}

std::unique_ptr<DocumentReader> OpenGigaword(std::unique_ptr<ByteSource> source,
                                             const ReadOptions& options) {
  return std::make_unique<GigawordReader>(std::move(source), options);
}

}  // namespace calque::internal
