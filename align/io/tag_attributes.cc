// Reads tags as libxml2 2.9 does, quirks included: what it takes for one tag has to be one here.
#include "align/io/tag_attributes.h"

#include <algorithm>

#include "align/base/ascii.h"

namespace calque::internal {
namespace {

constexpr std::size_t kLongestName = 100;  // bytes; libxml2 begins another one behind them

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool OpensName(char c) { return IsAsciiLetter(c) || c == '_' || c == ':'; }

class TagReader {
 public:
  TagReader(std::string_view text, std::size_t at, Markup markup)
      : text_(text), at_(at), markup_(markup) {}

  Tag Read() {
    ++at_;
    SkipName();
    Tag tag;
    for (SkipBlanks(); at_ < text_.size() && text_[at_] != '>'; SkipBlanks()) {
      if (!IsInName(text_[at_]) || IsAsciiDigit(text_[at_]) || text_[at_] == '-') {
        SkipWord();
        continue;
      }
      ++tag.attributes;
      SkipName();
      SkipValue();
    }
    tag.end = std::min(at_ + 1, text_.size());
    return tag;
  }

 private:
  [[nodiscard]] bool IsInName(char c) const {
    return OpensName(c) || IsAsciiDigit(c) || c == '-' || c == '.' ||
           (markup_ == Markup::kXml && static_cast<unsigned char>(c) >= 0x80);
  }
  void SkipBlanks() {
    while (at_ < text_.size() && IsBlank(text_[at_])) ++at_;
  }
  void SkipName() {
    const std::size_t end = markup_ == Markup::kHtml ? at_ + kLongestName : text_.size();
    while (at_ < std::min(end, text_.size()) && IsInName(text_[at_])) ++at_;
  }
  void SkipWord() {
    while (at_ < text_.size() && !IsBlank(text_[at_]) && text_[at_] != '>') ++at_;
  }
  void SkipValue() {
    SkipBlanks();
    if (at_ >= text_.size() || text_[at_] != '=') return;
    ++at_;
    SkipBlanks();
    if (at_ >= text_.size()) return;
    const char quote = text_[at_];
    if (quote != '"' && quote != '\'') return SkipWord();
    const std::size_t end = text_.find(quote, at_ + 1);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
  }

  std::string_view text_;
  std::size_t at_;
  Markup markup_;
};

std::size_t PastNext(std::string_view text, std::string_view mark, std::size_t at) {
  const std::size_t found = text.find(mark, at);
  return found == std::string_view::npos ? text.size() : found + mark.size();
}

bool StartsWithName(std::string_view text, std::string_view name) {
  const auto same = [](char a, char b) { return AsciiLower(a) == b; };
  return std::ranges::equal(text.substr(0, name.size()), name, same);
}

// The name that `page` has at `at` where its element holds no tags, else nothing.
std::string_view RawTextAt(std::string_view page, std::size_t at) {
  for (const std::string_view name : {"script", "style"}) {
    const std::string_view rest = page.substr(at);
    if (!StartsWithName(rest, name)) continue;
    if (rest.size() == name.size() || !IsAsciiAlphanumeric(rest[name.size()])) return name;
  }
  return {};
}

// The end tag of such an element.
std::size_t PastRawText(std::string_view page, std::string_view name, std::size_t at) {
  constexpr std::string_view kOpening = "</";
  for (at = PastNext(page, kOpening, at); at < page.size(); at = PastNext(page, kOpening, at)) {
    if (StartsWithName(page.substr(at), name)) return at - kOpening.size();
  }
  return page.size();
}

}  // namespace

Tag ReadTag(std::string_view text, std::size_t at, Markup markup) {
  return TagReader(text, at, markup).Read();
}

std::optional<std::size_t> FindCrowdedTag(std::string_view page) {
  std::size_t at = page.find('<');
  while (at < page.size()) {
    const std::string_view rest = page.substr(at);
    const bool is_other = rest.starts_with("</") || rest.starts_with("<?");
    if (rest.starts_with("<!--")) {
      at = PastNext(page, "-->", at + 4);
    } else if (is_other) {
      at = rest.size() > 2 && OpensName(rest[2]) ? PastNext(page, ">", at) : at + 2;
    } else if (rest.size() > 1 && OpensName(rest[1])) {
      const Tag tag = ReadTag(page, at, Markup::kHtml);
      if (tag.attributes > kMostAttributes) return at;
      const std::string_view name = RawTextAt(page, at + 1);
      const bool is_raw = !name.empty() && !page.substr(0, tag.end).ends_with("/>");
      at = is_raw ? PastRawText(page, name, tag.end) : tag.end;
    } else {
      ++at;
    }
    at = page.find('<', at);
  }
  return std::nullopt;
}

}  // namespace calque::internal
