// Europresse's plain-text export: source, date and title, `373 mots`, the text, `© 2026 …`, and
// last the public identifier, `news·20260105·LM·0123456`.
#include <algorithm>
#include <iterator>
#include <memory>
#include <string>

#include "align/base/ascii.h"
#include "align/read/document_readers.h"
#include "align/read/press_export.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

constexpr std::string_view kMark = "news·";

std::string_view IdentifierOf(std::string_view line) {
  const std::size_t at = line.find(kMark);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = line.substr(at);
  const std::string_view id = rest.substr(0, rest.find_first_of(" \t\r\n"));
  const bool dated = id.size() > kMark.size() + 8 && IsAsciiDigit(id[kMark.size()]);
  return dated ? id : std::string_view();
}

bool EndsSentence(std::string_view line) {
  constexpr std::string_view kEnds[] = {".", "!", "?", "…", "»", "\""};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return line.ends_with(end); });
}

class Europresse : public PressExport {
 public:
  bool Begins(std::string_view) const override { return false; }
  bool Ends(std::string_view line) const override { return !IdentifierOf(line).empty(); }

  void Read(const std::vector<std::string>& lines, const PressWords& words,
            DispatchBuilder* builder) const override {
    if (lines.empty()) return;
    const std::string id(IdentifierOf(lines.back()));
    builder->document().id = id;
    if (!id.empty()) builder->SetPublished(std::string_view(id).substr(kMark.size(), 8));
    std::vector<std::string> paragraphs;
    for (const std::string& line : lines) {
      const std::string text = WireLine(line);
      if (!text.empty() && IdentifierOf(text).empty()) paragraphs.push_back(text);
    }
    auto count = std::find_if(paragraphs.begin(), paragraphs.end(),
                              [&](const std::string& line) { return words.IsWordCount(line); });
    auto body = count;
    if (count != paragraphs.end()) {
      ReadTop({paragraphs.begin(), count}, words, builder);
      ++body;
    } else {
      body = ReadShortTop(paragraphs, words, builder);
    }
    // The last such line ends the text: one before it is of the text.
    auto end = paragraphs.end();
    while (end != body && !IsCopyright(*std::prev(end))) --end;
    const bool noticed = end != body;
    if (noticed) builder->AddMetadata(kRightsKey, *--end);
    for (auto it = body; it != (noticed ? end : paragraphs.end()); ++it) builder->AddParagraph(*it);
  }

 private:
  using Lines = std::vector<std::string>;

  // The line of section, date, length and page, `Économie, mardi 6 janvier 2026 1234 mots, p. 12`;
  // some databases leave the length out.
  static Lines::iterator FindHeader(Lines::iterator begin, Lines::iterator end,
                                    const PressWords& words) {
    constexpr std::size_t kLongest = 150;
    const auto counted = std::find_if(begin, end, [&](const std::string& line) {
      return words.HoldsWordCount(line) && !words.DateIn(line).empty();
    });
    if (counted != end) return counted;
    return std::find_if(begin, end, [&](const std::string& line) {
      return line.size() <= kLongest && !EndsSentence(line) && !words.DateIn(line).empty();
    });
  }

  // The source, then the header, then the title, then perhaps the authors. The first line of the
  // text; the end where there is no header.
  static Lines::iterator ReadShortTop(Lines& lines, const PressWords& words,
                                      DispatchBuilder* builder) {
    constexpr std::ptrdiff_t kMost = 4;  // lines before the title
    constexpr std::size_t kLongestAuthors = 100;
    const auto most = lines.begin() + std::min<std::ptrdiff_t>(kMost, std::ssize(lines));
    auto line = FindHeader(lines.begin(), most, words);
    if (line == most || line + 1 == lines.end()) return lines.end();
    builder->AddMetadata(kProviderKey, lines.front());
    builder->SetPublished(words.DateIn(*line++));
    builder->SetHeadline(*line++);
    if (line != lines.end() && line->size() <= kLongestAuthors && !EndsSentence(*line)) {
      builder->AddByline(*line++);
    }
    return line;
  }

  // Source, date and section, then the title, then the authors.
  static void ReadTop(const std::vector<std::string>& top, const PressWords& words,
                      DispatchBuilder* builder) {
    bool dated = false;
    for (std::size_t i = 0; i < top.size(); ++i) {
      const std::string date = words.DateIn(top[i]);
      if (!date.empty() && !dated) {  // a headline may name a day too
        builder->SetPublished(date);
        dated = true;
      } else if (i == 0) {
        builder->AddMetadata(kProviderKey, top[i]);
      } else if (!dated || words.EndsWithPage(top[i])) {
        continue;
      } else if (!builder->HasHeadline()) {
        builder->SetHeadline(top[i]);
      } else {
        builder->AddByline(top[i]);
      }
    }
  }
};

}  // namespace

std::unique_ptr<const PressExport> MakeEuropresse() { return std::make_unique<Europresse>(); }

bool IsEuropresse(std::string_view head) {
  const bool marked = !IdentifierOf(head).empty() ||
                      head.substr(0, 256).find("europresse.com") != std::string_view::npos;
  return marked && !IsHtml(head);
}

std::unique_ptr<DocumentReader> OpenEuropresse(std::unique_ptr<ByteSource> source,
                                               const ReadOptions& options) {
  return OpenPressExport(std::move(source), options, MakeEuropresse());
}

}  // namespace calque::internal
