// IPTC 7901 and ANPA-1312: wire messages between SOH and EOT, headers before STX, the time of
// filing behind ETX. Lines `^…<` are headlines, `^…=` bylines and agencies; a tab opens a
// paragraph.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "align/base/utf8.h"
#include "align/io/charset.h"
#include "align/io/number_text.h"
#include "align/read/dispatch_builder.h"
#include "align/read/document_readers.h"
#include "align/read/press_words.h"

namespace calque::internal {
namespace {

constexpr char kSoh = '\x01';
constexpr char kStx = '\x02';
constexpr char kEtx = '\x03';
constexpr char kEot = '\x04';
constexpr char kSyn = '\x16';
constexpr std::size_t kBlock = std::size_t{1} << 16;

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

  // `head`: from SOH to STX; `body`: to ETX; `tail`: to EOT.
  void Read(std::string_view head, std::string_view body, std::string_view tail) {
    const std::string date = FilingDate(tail, press_);
    builder_->SetPublished(date);
    ReadHead(head, date);
    for (const std::string_view line : LinesOf(body)) ReadLine(line);
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

class Iptc7901Reader : public DocumentReader {
 public:
  Iptc7901Reader(std::unique_ptr<ByteSource> source, ReadOptions options)
      : source_(std::move(source)),
        options_(std::move(options)),
        press_(PressWords::Of(options_.data_directory)) {}

  std::optional<RawDocument> Next() override {
    while (std::optional<std::string> bytes = NextMessage()) {
      const std::size_t start = bytes->find(kSoh);
      if (start == std::string::npos) continue;
      const DecodedText decoded =
          DecodeText(bytes->substr(start + 1), source_->name(), options_.charset);
      const std::string_view message = decoded.text;
      const std::size_t text = message.find(kStx);
      if (text == std::string_view::npos) continue;
      const std::size_t end = std::min(message.find(kEtx, text), message.size());
      DispatchBuilder builder(source_->name(), options_);
      WireMessage(*press_, &builder)
          .Read(message.substr(0, text), message.substr(text + 1, end - text - 1),
                message.substr(std::min(end + 1, message.size())));
      if (!builder.HasBody() && !builder.HasHeadline()) continue;
      RawDocument document = builder.Build();
      document.diagnostics.insert(document.diagnostics.end(), decoded.diagnostics.begin(),
                                  decoded.diagnostics.end());
      if (document.id.empty()) document.id = IdOfName(source_->name());
      if (message.find(kEtx, text) == std::string_view::npos) {
        document.diagnostics.push_back(
            {"document-cut-off",
             "a message has no end (ETX); it ends where the next one begins",
             {source_->name()}});
      }
      return document;
    }
    return std::nullopt;
  }

 private:
  // Up to the next EOT, or the next message where that of this one is lost; throws where the file
  // ends inside a message.
  std::optional<std::string> NextMessage() {
    for (;;) {
      const std::size_t end = FindEnd();
      if (end != std::string::npos) {
        std::string message = bytes_.substr(begin_, end - begin_);
        begin_ = looked_ = bytes_[end] == kEot ? end + 1 : end;
        in_head_ = in_text_ = false;
        return message;
      }
      bytes_.erase(0, std::exchange(begin_, 0));
      looked_ = bytes_.size();
      if (bytes_.size() > options_.document_limit) {
        throw Error(ErrorCode::kBadInput, {source_->name()},
                    "holds a message without end (EOT); it is not a wire file");
      }
      bytes_.resize(looked_ + kBlock);
      const std::size_t got = source_->Read(std::span(bytes_).subspan(looked_));
      bytes_.resize(looked_ + got);
      if (got > 0) continue;
      // The last message of a capture may lack its EOT, not its ETX.
      if (bytes_.find(kEtx) != std::string::npos) {
        looked_ = 0;
        in_head_ = in_text_ = false;
        return std::exchange(bytes_, {});
      }
      if (bytes_.find(kStx) == std::string::npos) return std::nullopt;
      throw Error(ErrorCode::kBadInput, {source_->name()}, "is cut off inside a wire message");
    }
  }

  // Where the message at begin_ ends: its EOT, or the SOH of the next one behind its text. Each
  // byte is looked at once, however many messages stand before an EOT.
  std::size_t FindEnd() {
    for (; looked_ < bytes_.size(); ++looked_) {
      const char c = bytes_[looked_];
      if (c == kEot || (c == kSoh && in_text_)) return looked_;
      if (c == kSoh) in_head_ = true;
      if (c == kStx && in_head_) in_text_ = true;
    }
    return std::string::npos;
  }

  std::unique_ptr<ByteSource> source_;
  ReadOptions options_;
  std::shared_ptr<const PressWords> press_;
  std::string bytes_;
  std::size_t begin_ = 0;   // of what was not yet taken from bytes_
  std::size_t looked_ = 0;  // behind what FindEnd() has seen
  bool in_head_ = false;    // there is a SOH from begin_ to looked_,
  bool in_text_ = false;    // and a STX behind it
};

}  // namespace

bool IsIptc7901(std::string_view head) {
  constexpr std::size_t kFront = 64;
  const std::size_t soh = head.find(kSoh);
  if (soh == std::string_view::npos || soh > kFront) return false;
  for (const char c : head.substr(0, soh)) {
    if (c != kSyn && c != '\r' && c != '\n' && c != ' ') return false;
  }
  // At least a service and a number stand in the header.
  constexpr std::size_t kLeastHeader = 3;
  const std::size_t stx = head.find(kStx, soh);
  return stx != std::string_view::npos && stx > soh + kLeastHeader;
}

std::unique_ptr<DocumentReader> OpenIptc7901(std::unique_ptr<ByteSource> source,
                                             const ReadOptions& options) {
  return std::make_unique<Iptc7901Reader>(std::move(source), options);
}

}  // namespace calque::internal
