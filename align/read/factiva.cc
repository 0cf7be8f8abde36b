// Factiva's plain-text export: fields of two letters (`HD`, `LP`, `TD`, …), or the same without
// their codes. An article ends with its accession number, `Document LBA0000020260105em1500abc`.
#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/read/document_readers.h"
#include "align/read/press_export.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

constexpr std::string_view kCodes[] = {"AN", "ART", "BY", "CO", "CR", "CT",  "CY",  "ED",  "ET",
                                       "HD", "IN",  "LA", "LP", "NS", "PD",  "PG",  "PUB", "RE",
                                       "SC", "SE",  "SN", "TD", "WC", "CLM", "IPC", "IPD", "RF"};

// How many blanks stand behind the code of a field: what a copy of the page leaves is one.
enum class Gap : std::uint8_t { kWide, kNarrow };

// The code that a line begins with, a gap or the line's end behind it.
std::string_view CodeOf(std::string_view line, Gap gap = Gap::kWide) {
  const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
  const std::string_view code = line.substr(0, end);
  const bool known = std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes);
  const std::string_view rest = line.substr(end);
  const bool apart = rest.empty() || rest[0] == '\t' || rest.starts_with("  ") ||
                     rest.starts_with(" \t") || gap == Gap::kNarrow;
  return known && apart ? code : std::string_view();
}

// `Document LBA0000020260105em1500abc`
std::string AccessionOf(std::string_view line) {
  constexpr std::string_view kWord = "Document ";
  constexpr std::size_t kLeast = 18;
  std::string_view text = TrimSpace(line);
  if (CodeOf(text, Gap::kNarrow) == "AN") text = TrimSpace(text.substr(2));
  if (!text.starts_with(kWord)) return {};
  const std::string_view id = text.substr(kWord.size());
  const bool plain =
      id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") ==
      std::string_view::npos;
  return plain && id.size() >= kLeast ? std::string(id) : std::string();
}

// `373 words` in any language: a number and a word.
bool MayBeLength(std::string_view line) {
  constexpr std::size_t kLongest = 32;  // bytes
  constexpr std::string_view kDigits = "0123456789,.";
  line = TrimSpace(line);
  const std::size_t space = std::min(line.rfind(' '), line.size());
  return !line.empty() && line.size() <= kLongest && IsAsciiDigit(line[0]) &&
         space + 1 < line.size() && kDigits.find(line[space + 1]) == kDigits.npos &&
         line.find_first_not_of("0123456789,. ") == space + 1;
}

class Factiva : public PressExport {
 public:
  bool Begins(std::string_view) const override { return false; }
  bool Ends(std::string_view line) const override { return !AccessionOf(line).empty(); }

  void Read(const std::vector<std::string>& lines, const PressWords& words,
            DispatchBuilder* builder) const override {
    if (!lines.empty()) builder->document().id = AccessionOf(lines.back());
    if (HasCode("HD", Gap::kWide, lines)) {
      ReadFields(lines, Gap::kWide, words, builder);
    } else if (HasCode("HD", Gap::kNarrow, lines) && HasCode("WC", Gap::kNarrow, lines)) {
      ReadFields(lines, Gap::kNarrow, words, builder);
    } else {
      ReadPlain(lines, words, builder);
    }
  }

 private:
  static bool HasCode(std::string_view code, Gap gap, const std::vector<std::string>& lines) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return CodeOf(line, gap) == code; });
  }

  // Whether the field follows the text: `IN the end` goes on with it, `IN i81402 : Banking` does
  // not.
  static bool EndsBody(std::string_view code, std::string_view line) {
    return code == "TD" || code == "AN" || code == "ART" || code == "PUB" || code == "RF" ||
           line.find(" : ") != std::string_view::npos;
  }

  static void ReadFields(const std::vector<std::string>& lines, Gap gap, const PressWords& words,
                         DispatchBuilder* builder) {
    std::map<std::string, std::vector<std::string>, std::less<>> fields;
    std::string code;
    for (const std::string& line : lines) {
      std::string_view found = CodeOf(line, gap);
      const bool body = code == "LP" || code == "TD";
      if (gap == Gap::kNarrow && body && !EndsBody(found, line)) found = {};
      if (!found.empty()) code = found;
      if (code.empty()) continue;
      fields[code].emplace_back(std::string_view(line).substr(found.size()));
    }
    const auto text_of = [&](std::string_view name) {
      const auto found = fields.find(name);
      std::string text;
      if (found == fields.end()) return text;
      for (const std::string& line : found->second) text += line + " ";
      return WireLine(text);
    };
    builder->SetHeadline(text_of("HD"));
    builder->AddByline(text_of("BY"));
    builder->SetPublished(words.DateIn(text_of("PD")));
    builder->document().language = words.LanguageByName(text_of("LA"));
    builder->AddMetadata(kProviderKey, text_of("SN"));
    builder->AddMetadata(kRightsKey, text_of("CY"));
    if (builder->document().id.empty()) builder->document().id = text_of("AN");
    for (const char* part : {"LP", "TD"}) {
      for (const std::string& text : ParagraphsOf(fields[part])) builder->AddParagraph(text);
    }
    builder->AddCreditLine(text_of("CR"));
  }

  // Headline and author, who may stand right below it.
  static void ReadHead(std::vector<std::string> lines, const PressWords& words,
                       DispatchBuilder* builder) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (words.OpensByline(lines[i]) && !lines[i - 1].empty()) {
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i), std::string());
        break;
      }
    }
    const std::vector<std::string> head = ParagraphsOf(lines);
    for (std::size_t i = 0; i < head.size(); ++i) {
      if (i == 0) builder->SetHeadline(head[i]);
      if (i > 0) builder->AddByline(head[i]);
    }
  }

  // Section, headline, author, then lines of data, the last of them on rights, then the text.
  static void ReadPlain(const std::vector<std::string>& lines, const PressWords& words,
                        DispatchBuilder* builder) {
    const auto count = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
      return words.IsWordCount(line);
    });
    const auto text = FindText(count, lines.end(), words);
    if (text == lines.end()) return;
    ReadHead({lines.begin(), count}, words, builder);
    for (auto it = count; it != text; ++it) {
      builder->SetPublished(words.DateIn(*it));
      const bool rights = it + 1 == text && !builder->document().language.empty();
      if (rights || IsCopyright(*it)) builder->AddMetadata(kRightsKey, *it);
      if (builder->document().language.empty()) {
        builder->document().language = words.LanguageByName(*it);
      }
    }
    const auto end = lines.end() - (builder->document().id.empty() ? 0 : 1);
    for (const std::string& paragraph : ParagraphsOf({text, end})) builder->AddParagraph(paragraph);
  }

  // The first line of the text: behind the line on rights, or, however that is worded, behind a
  // block of lines of data that names the language.
  template <typename Line>
  static Line FindText(Line count, Line end, const PressWords& words) {
    const auto gap = std::find_if(count, end, [](const auto& line) { return line.empty(); });
    const bool data = std::find_if(count, gap, IsCopyright) == gap &&
                      std::any_of(count, gap, [&](const auto& line) {
                        return !words.LanguageByName(line).empty();
                      });
    if (data) return gap;
    const auto rights = std::find_if(count, end, IsCopyright);
    return rights == end ? end : rights + 1;
  }
};

}  // namespace

std::unique_ptr<const PressExport> MakeFactiva() { return std::make_unique<Factiva>(); }

bool IsFactiva(std::string_view head) {
  if (IsHtml(head)) return false;
  constexpr int kMostData = 12;  // lines from the length to that on rights
  bool headline = false;
  int data = 0;  // lines that the block of data may still hold
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    std::string_view line = head.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    head.remove_prefix(std::min(end + 1, head.size()));
    if (CodeOf(line) == "HD") headline = true;
    if (headline && CodeOf(line) == "WC") return true;
    if (!AccessionOf(line).empty()) return true;
    if (data > 0 && TrimSpace(line).starts_with("(c) ") && IsCopyright(line)) return true;
    data = MayBeLength(line) ? kMostData : data - (data > 0);
  }
  return false;
}

std::unique_ptr<DocumentReader> OpenFactiva(std::unique_ptr<ByteSource> source,
                                            const ReadOptions& options) {
  return OpenPressExport(std::move(source), options, MakeFactiva());
}

}  // namespace calque::internal
