#include "align/read/wire_message.h"

#include <string>
#include <utility>
#include <vector>

#include "align/base/utf8.h"
#include "align/io/number_text.h"

namespace calque::internal {
namespace {

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

// Words, controls parting them as white space does.
std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= ' ') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string IsoOf(unsigned year, int month, unsigned day) {
  const unsigned century = year < 100 ? (year < 70 ? 2000 : 1900) : 0;
  return Date{static_cast<std::int16_t>(century + year), static_cast<std::uint8_t>(month),
              static_cast<std::uint8_t>(day)}
      .ToString();
}

// `AC-NP-01-05-26 1500GMT` (ANPA: month, day, year), `051500 JAN 26` (IPTC: day and time, month,
// year). Empty where there is no such time.
std::string FilingDate(std::string_view text, const PressWords& press) {
  const std::vector<std::string> words = WordsOf(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.size() >= 8 && word[word.size() - 3] == '-' && word[word.size() - 6] == '-') {
      const std::string_view date = std::string_view(word).substr(word.size() - 8);
      const auto month = ParseUnsigned(date.substr(0, 2));
      const auto day = ParseUnsigned(date.substr(3, 2));
      const auto year = ParseUnsigned(date.substr(6, 2));
      if (month && day && year) return IsoOf(*year, static_cast<int>(*month), *day);
    }
    if (i + 2 >= words.size() || word.size() < 6) continue;
    const auto day = ParseUnsigned(std::string_view(word).substr(0, 2));
    const auto year = ParseUnsigned(std::string_view(words[i + 2]).substr(0, 4));
    const int month = press.MonthOf(Fold(words[i + 1]));
    if (day && year && month > 0) return IsoOf(*year, month, *day);
  }
  return {};
}

// A dash is an underscore on the wire.
std::string WithDashes(std::string text) {
  for (std::size_t at = text.find(" _ "); at != std::string::npos; at = text.find(" _ ", at)) {
    text[at + 1] = '-';
  }
  return text;
}

// The keyword line of ANPA, before the headline: `BC-EU--Quake, 1st Ld-Writethru,0123`. It ends
// with the number of words.
bool IsKeywordLine(std::string_view line) {
  constexpr std::size_t kFewestDigits = 3;
  constexpr std::size_t kMostDigits = 4;
  const std::size_t digits = line.size() - (line.find_last_not_of("0123456789") + 1);
  if (digits < kFewestDigits || digits > kMostDigits || digits == line.size()) return false;
  return line[line.size() - digits - 1] == ',' && line.find('-') != std::string_view::npos;
}

class WireMessage {
 public:
  WireMessage(const PressWords& press, DispatchBuilder* builder)
      : press_(press), builder_(builder) {}

  void Read(const WireParts& parts) {
    const std::string date = FilingDate(parts.tail, press_);
    builder_->SetPublished(date);
    ReadHead(parts.head, date);
    for (const std::string_view line : LinesOf(parts.body)) ReadLine(line);
    FlushParagraph();
    builder_->AddByline(byline_);
    builder_->AddMetadata(kSlugKey, slug_);
  }

 private:
  // The first word is service and number; one of letters and hyphens is the keyword.
  void ReadHead(std::string_view head, const std::string& date) {
    const std::vector<std::string> words = WordsOf(head);
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i].size() > slug_.size() && words[i].find_first_of("-/") != std::string::npos &&
          words[i].find_first_not_of("0123456789-/") != std::string::npos) {
        slug_ = words[i];
      }
    }
    if (words.empty()) return;
    builder_->document().id = WireLine(words.front()) + (date.empty() ? "" : "-" + date);
  }

  void ReadLine(std::string_view line) {
    if (line.starts_with('^')) {
      FlushParagraph();
      ReadMarkedLine(TrimSpace(line.substr(1)));
      return;
    }
    const bool opens = line.starts_with('\t') || line.starts_with("  ");
    const std::string_view text = TrimSpace(line);
    if (text.empty() || opens) FlushParagraph();
    if (text.empty()) return;
    if (opens) story_begun_ = true;
    paragraph_ += (paragraph_.empty() ? "" : " ") + std::string(text);
  }

  void ReadMarkedLine(std::string_view line) {
    if (line.ends_with('<')) {
      line.remove_suffix(1);
      if (press_.IsForEditors(line)) {
        builder_->AddNote(line);
      } else if (!builder_->HasHeadline() && IsKeywordLine(line)) {
        slug_ = line.substr(0, line.find(','));
      } else {
        builder_->SetHeadline(line);
      }
      return;
    }
    if (!line.ends_with('=')) {
      builder_->AddNote(line);
      return;
    }
    line.remove_suffix(1);
    const bool title = TrimSpace(line).find(' ') != std::string_view::npos;
    if (press_.OpensMarkedByline(line)) {
      byline_ = line;
    } else if (!byline_.empty() && title) {
      byline_ += ", " + std::string(line);  // `AP Business Writer`
    } else {
      builder_->AddMetadata(kProviderKey, line);
    }
  }

  void FlushParagraph() {
    const std::string text = WithDashes(std::exchange(paragraph_, {}));
    if (text.empty()) return;
    if (press_.IsForEditors(text)) {
      builder_->AddNote(text);
    } else if (!story_begun_ && !builder_->HasHeadline()) {
      builder_->SetHeadline(text);
    } else {
      builder_->AddParagraph(text);
    }
  }

  const PressWords& press_;
  DispatchBuilder* builder_;
  std::string slug_;
  std::string byline_;
  std::string paragraph_;
  bool story_begun_ = false;  // a paragraph was opened
};

}  // namespace

void ReadWireMessage(const WireParts& parts, const PressWords& press, DispatchBuilder* builder) {
  WireMessage(press, builder).Read(parts);
}

}  // namespace calque::internal
