#include "align/structure/layout.h"

#include <algorithm>
#include <optional>

#include "align/base/ascii.h"
#include "align/base/marks.h"
#include "align/base/utf8.h"
#include "align/structure/credit_lines.h"
#include "align/structure/dateline.h"
#include "align/structure/furniture.h"
#include "align/structure/initials.h"
#include "align/structure/lines.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kMaxWrapWidth = 160;  // no file is wrapped wider
constexpr std::uint32_t kSlack = 2;           // columns by which wrapping tools differ
constexpr double kFillShare = 0.75;           // of the continued lines of a wrapped text
constexpr std::size_t kMinGaps = 2;           // blank lines of a text that parts its paragraphs
constexpr std::size_t kHeadLines = 8;         // a byline stands in them
constexpr std::size_t kMaxBracketLines = 24;
constexpr std::uint32_t kMaxBracketed = 1200;  // bytes of a credit line broken over lines

// A line that ends in a colon is a whole one, too.
bool EndsLine(char32_t c) { return TerminatorOf(c) != TerminatorKind::kNone || c == ':'; }

// How a line begins and ends, as far as joining goes.
struct Edges {
  bool starts_lower = false;
  bool starts_caseless = false;
  bool ends_sentence = false;
  bool ends_open = false;        // a comma, or a word that no line of running text ends in
  std::uint32_t first_word = 0;  // code points of the first word
  Block::Shape shape = Block::Shape::kText;
};

std::string_view LastWord(std::string_view line) {
  std::size_t at = line.size();
  while (at > 0) {
    const CodePoint c = DecodeBefore(line, at);
    if (IsSpace(c.value)) break;
    at = c.end;
  }
  return line.substr(at);
}

// Spaces that no tool wraps at.
bool IsNoBreakSpace(char32_t c) { return c == 0x00A0 || c == 0x202F || c == 0x2007 || c == 0x2060; }

std::uint32_t FirstWordWidth(std::string_view line) {
  std::uint32_t width = 0;
  for (std::uint32_t at = 0; at < line.size(); ++width) {
    const CodePoint c = DecodeAt(line, at);
    if ((IsSpace(c.value) && !IsNoBreakSpace(c.value)) || width > kMaxWrapWidth) break;
    at = c.end;
  }
  return width;
}

bool EndsOpen(std::string_view line, const DispatchRules& rules) {
  if (line.ends_with(',') || line.ends_with(';')) return true;
  const std::string_view word = LastWord(line);
  return word.size() <= 12 && rules.open_words.contains(Fold(word));
}

bool EndsSentence(std::string_view line) {
  std::size_t at = line.size();
  while (at > 0) {
    const CodePoint c = DecodeBefore(line, at);
    if (!IsCloser(c.value) && !IsSpace(c.value)) return EndsLine(c.value);
    at = c.end;
  }
  return false;
}

// `* `, `- `, `• `, `1. `, `1) `, `a) `, `(1) `
bool IsListItem(std::string_view line) {
  const CodePoint first = DecodeAt(line, 0);
  const auto blank_at = [&](std::size_t at) {
    return at < line.size() && IsBlank(DecodeAt(line, at).value);
  };
  constexpr std::u32string_view kDashes = U"-–—";
  const bool dash = kDashes.find(first.value) != std::u32string_view::npos;
  if (dash || IsBullet(first.value)) return blank_at(first.end);
  std::size_t at = first.value == '(' ? 1 : 0;
  const std::size_t label = at;
  while (at < line.size() && IsAsciiDigit(line[at]) && at - label < 3) ++at;
  const bool number = at > label;
  const bool letter = !number && at < line.size() && IsAsciiLower(line[at]);
  if (letter) ++at;
  if (at == label || at >= line.size()) return false;
  if (line[at] == ')') return blank_at(at + 1);
  return number && label == 0 && line[at] == '.' && blank_at(at + 1);
}

// Columns: a tab, bars, or gaps of several blanks that are no justification.
bool IsTableRow(const Line& line, std::string_view inner, bool ends_sentence) {
  constexpr std::uint32_t kMaxRow = 200;
  if (line.width > kMaxRow || ends_sentence) return false;
  if (inner.find('\t') != std::string_view::npos) return true;
  if (std::count(inner.begin(), inner.end(), '|') >= 2) return true;
  int gaps = 0;
  for (std::size_t at = inner.find("  "); at != std::string_view::npos; at = inner.find("  ", at)) {
    const std::size_t end = inner.find_first_not_of(' ', at);
    if (end - at >= 3) return true;
    ++gaps;
    at = end;
  }
  return gaps >= 2 && inner.find_first_of("0123456789") != std::string_view::npos;
}

Edges EdgesOf(std::string_view text, const Line& line, const DispatchRules& rules) {
  const std::string_view inner = line.span.In(text);
  Edges edges;
  const char32_t first = DecodeAt(inner, 0).value;
  edges.starts_lower = IsLower(first);
  edges.starts_caseless = IsLetter(first) && !IsLower(first) && !IsUpper(first);
  edges.ends_sentence = EndsSentence(inner);
  edges.ends_open = (!edges.ends_sentence || inner.ends_with('.')) && EndsOpen(inner, rules);
  edges.first_word = FirstWordWidth(inner);
  if (IsListItem(inner)) edges.shape = Block::Shape::kListItem;
  if (IsTableRow(line, inner, edges.ends_sentence)) edges.shape = Block::Shape::kTableRow;
  return edges;
}

class LayoutReader {
 public:
  LayoutReader(std::string_view text, ByteSpan part, const DispatchGrammar& grammar)
      : text_(text), grammar_(grammar), lines_(SplitLines(text, part)) {}

  std::vector<Block> Read() && {
    ReadEdges();
    LearnWrapWidth();
    std::vector<Block> blocks;
    std::size_t previous_begin = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i > 0 && Joins(i, blocks.back(), previous_begin)) {
        blocks.back().span.end = lines_[i].span.end;
        blocks.back().width = 0;
        continue;
      }
      previous_begin = i;
      bracket_end_ = EndOfBracket(i);
      blocks.push_back({lines_[i].span, lines_[i].width, EdgesAt(i).shape, lines_[i].gap_before});
    }
    return blocks;
  }

 private:
  void ReadEdges() {
    edges_.resize(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      edges_[i] = EdgesOf(text_, lines_[i], grammar_.rules());
    }
  }
  [[nodiscard]] const Edges& EdgesAt(std::size_t i) const { return edges_[i]; }

  // Line `i` clearly goes on from the one before: the sentence is not over and nothing new starts.
  [[nodiscard]] bool Continues(std::size_t i) const {
    const Edges& before = EdgesAt(i - 1);
    const Edges& here = EdgesAt(i);
    if (lines_[i].gap_before || here.shape != Block::Shape::kText) return false;
    if (before.shape == Block::Shape::kTableRow) return false;
    return before.ends_open || (!before.ends_sentence && here.starts_lower);
  }

  // Whether the first word of line `i` had no room on the line before.
  [[nodiscard]] bool Fills(std::size_t i) const {
    return lines_[i - 1].indent + lines_[i - 1].width + 1 + EdgesAt(i).first_word + kSlack >
           *wrap_width_;
  }

  // The width is that of the widest line that another follows without a gap, the widest twentieth
  // left out; the text is wrapped if the lines that clearly go on mostly fill it.
  void LearnWrapWidth() {
    std::vector<std::uint32_t> widths;
    std::vector<std::uint32_t> indents;
    std::size_t gaps = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (lines_[i].gap_before) {
        gap_separated_ = ++gaps >= kMinGaps;
        continue;
      }
      widths.push_back(lines_[i - 1].indent + lines_[i - 1].width);
      if (Continues(i)) indents.push_back(lines_[i].indent);
    }
    if (indents.empty()) return;
    const auto top = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 19 / 20);
    std::nth_element(widths.begin(), top, widths.end());
    if (*top > kMaxWrapWidth) return;
    wrap_width_ = *top;
    const auto middle = indents.begin() + static_cast<std::ptrdiff_t>(indents.size() / 2);
    std::nth_element(indents.begin(), middle, indents.end());
    continued_indent_ = *middle;
    std::size_t filled = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (Continues(i) && Fills(i)) ++filled;
    }
    if (static_cast<double>(filled) < kFillShare * static_cast<double>(indents.size())) {
      wrap_width_.reset();
    }
  }

  // Whether line `i` belongs to the block that is open.
  [[nodiscard]] bool Joins(std::size_t i, const Block& block, std::size_t block_begin) const {
    if (lines_[i].gap_before) return false;
    if (i < bracket_end_) return true;
    if (!wrap_width_) return false;
    const Edges& here = EdgesAt(i);
    const Edges& before = EdgesAt(i - 1);
    if (before.shape == Block::Shape::kTableRow || here.shape == Block::Shape::kTableRow) {
      return false;
    }
    if (here.shape == Block::Shape::kListItem) {
      // A wrapped `… - worth $2 bln -` is no list.
      return block.shape == Block::Shape::kText && !before.ends_sentence && Fills(i) &&
             i - block_begin > 1;
    }
    // First lines are indented.
    if (block.shape == Block::Shape::kText && lines_[i].indent > continued_indent_) return false;
    if (i < kHeadLines && StandsAlone(i)) return false;
    if (Continues(i)) return true;
    const bool goes_on = Fills(i) || (gap_separated_ && !before.ends_sentence && IsWide(i - 1));
    if (!goes_on || ReadDateline(text_, lines_[i].span, grammar_)) return false;
    return !StandsAlone(i - 1) && !StandsAlone(i);
  }

  // Where blank lines part the paragraphs, a line that ends no sentence need not be quite full.
  [[nodiscard]] bool IsWide(std::size_t i) const {
    return (lines_[i].indent + lines_[i].width) * 5 >= *wrap_width_ * 3;
  }

  // A line that says itself that it is no part of a paragraph: dateline, byline, credits,
  // furniture.
  [[nodiscard]] bool StandsAlone(std::size_t i) const {
    ByteSpan span = lines_[i].span;
    if (const std::size_t end = EndOfBracket(i); end > i) span.end = lines_[end - 1].span.end;
    if (!CreditsOfInitials(text_, span, grammar_).empty()) return true;
    const LinePlace place = i < kHeadLines ? LinePlace::kTop : LinePlace::kBody;
    return CreditsOfLine(text_, span, place, grammar_).has_value() ||
           FurnitureOfLine(text_, span, grammar_) != FurnitureKind::kNone;
  }

  // One past the line that closes the bracket line `i` opens with, `i` where none does soon: a
  // credit line or a note broken over lines.
  [[nodiscard]] std::size_t EndOfBracket(std::size_t i) const {
    const std::uint32_t begin = lines_[i].span.begin;
    if (text_[begin] != '(') return i;
    std::ptrdiff_t depth = 0;
    for (std::size_t at = i; at < lines_.size(); ++at) {
      if (at > i && lines_[at].gap_before) break;
      if (lines_[at].span.end - begin > kMaxBracketed || at - i >= kMaxBracketLines) break;
      const std::string_view inner = lines_[at].span.In(text_);
      depth += std::count(inner.begin(), inner.end(), '(');
      depth -= std::count(inner.begin(), inner.end(), ')');
      if (depth <= 0) return at + 1;
    }
    return i;
  }

  std::string_view text_;
  const DispatchGrammar& grammar_;
  std::vector<Line> lines_;
  std::vector<Edges> edges_;
  std::optional<std::uint32_t> wrap_width_;
  std::uint32_t continued_indent_ = 0;  // of lines inside a wrapped paragraph
  bool gap_separated_ = false;          // blank lines part the paragraphs
  std::size_t bracket_end_ = 0;
};

}  // namespace

std::vector<Block> LayOut(std::string_view text, ByteSpan part, const DispatchGrammar& grammar) {
  return LayoutReader(text, part, grammar).Read();
}

}  // namespace calque::internal
