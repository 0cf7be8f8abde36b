#include "align/structure/blocks.h"

#include <algorithm>
#include <utility>

#include "align/base/utf8.h"
#include "align/structure/captions.h"
#include "align/structure/credit_lines.h"
#include "align/structure/furniture.h"
#include "align/structure/initials.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMaxHead = 24;         // blocks looked at before the story begins
constexpr std::size_t kMaxLateDateline = 3;  // blocks of the story that may precede it
constexpr std::size_t kMaxHeadline = 220;    // code points
constexpr std::size_t kMaxSubhead = 80;
constexpr std::uint32_t kMaxPlainFurniture = 200;  // bytes of furniture inside the story

// The last character that is neither white space nor a closing quote or bracket; 0 for none.
char32_t LastMark(std::string_view line) {
  std::size_t at = line.size();
  while (at > 0) {
    const CodePoint c = DecodeBefore(line, at);
    constexpr std::u32string_view kClosers = U"\"'”’»)]";
    if (!IsSpace(c.value) && kClosers.find(c.value) == std::u32string_view::npos) return c.value;
    at = c.end;
  }
  return U'\0';
}

bool HasMoreOpen(std::string_view text) {
  return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

class BlockTyper {
 public:
  BlockTyper(std::string_view text, std::vector<DispatchBlock> blocks,
             const DispatchGrammar& grammar)
      : text_(text), grammar_(grammar) {
    result_.blocks = std::move(blocks);
  }

  TypedBlocks Type() && {
    for (const DispatchBlock& block : result_.blocks) {
      has_headline_ = has_headline_ || (block.fixed && block.kind == ParagraphKind::kHeadline);
    }
    TypeHead();
    TypeTail();
    TypeStory();
    ReadFixedCredits();
    SplitTrailingCredits();
    std::stable_sort(result_.credits.begin(), result_.credits.end(),
                     [](const Credit& a, const Credit& b) { return a.span.begin < b.span.begin; });
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::vector<DispatchBlock>& blocks() { return result_.blocks; }
  [[nodiscard]] ByteSpan SpanAt(std::size_t i) const { return result_.blocks[i].block.span; }
  [[nodiscard]] std::string_view TextAt(std::size_t i) const { return SpanAt(i).In(text_); }
  [[nodiscard]] bool IsText(std::size_t i) const {
    return result_.blocks[i].block.shape == Block::Shape::kText;
  }

  void SetCredits(std::size_t i, ParagraphKind kind, const std::vector<Credit>& credits) {
    blocks()[i].kind = kind;
    result_.credits.insert(result_.credits.end(), credits.begin(), credits.end());
  }

  // --- head ---

  void TypeHead() {
    const std::size_t limit = std::min(blocks().size(), kMaxHead);
    for (story_begin_ = 0; story_begin_ < std::min(limit, blocks().size()); ++story_begin_) {
      if (blocks()[story_begin_].fixed) continue;
      if (TakeDateline(story_begin_) || !TypeHeadBlock(story_begin_)) break;
    }
    for (std::size_t i = story_begin_ + 1;
         !result_.dateline && i < std::min(blocks().size(), story_begin_ + kMaxLateDateline); ++i) {
      if (!blocks()[i].fixed) TakeDateline(i);
    }
  }

  bool TakeDateline(std::size_t i) {
    if (!IsText(i)) return false;
    result_.dateline = ReadDateline(text_, SpanAt(i), grammar_);
    return result_.dateline.has_value();
  }

  // Whether the block belongs to what stands before the story.
  bool TypeHeadBlock(std::size_t i) {
    const FurnitureKind furniture = FurnitureOfLine(text_, SpanAt(i), grammar_);
    if (furniture != FurnitureKind::kNone) {
      blocks()[i].kind =
          furniture == FurnitureKind::kNote ? ParagraphKind::kNote : ParagraphKind::kFurniture;
      return true;
    }
    const LinePlace place = has_headline_ ? LinePlace::kHead : LinePlace::kTop;
    if (const auto credits = CreditsOfLine(text_, SpanAt(i), place, grammar_)) {
      if (!JoinByline(i, credits->size())) SetCredits(i, ParagraphKind::kByline, *credits);
      return true;
    }
    if (!has_headline_ && IsSlug(i)) {
      blocks()[i].kind = ParagraphKind::kFurniture;
      return true;
    }
    if (!LooksLikeHeadline(i)) return has_headline_ && !IsText(i) && DatelineFollows(i);
    if (has_headline_ && !DatelineFollows(i)) return false;
    blocks()[i].kind = has_headline_ ? ParagraphKind::kSubhead : ParagraphKind::kHeadline;
    has_headline_ = true;
    return true;
  }

  // `By OREN MADDOX` and, on the next line, `AP Business Writer`: one byline of as many credits.
  bool JoinByline(std::size_t i, std::size_t credit_count) {
    if (i + 1 >= blocks().size() || blocks()[i + 1].fixed || blocks()[i + 1].block.gap_before) {
      return false;
    }
    const ByteSpan both = {SpanAt(i).begin, SpanAt(i + 1).end};
    const auto credits = CreditsOfLine(text_, both, LinePlace::kHead, grammar_);
    if (!credits || credits->size() != credit_count) return false;
    blocks()[i].block.span = both;
    blocks()[i].block.width = 0;
    blocks().erase(blocks().begin() + static_cast<std::ptrdiff_t>(i + 1));
    SetCredits(i, ParagraphKind::kByline, *credits);
    return true;
  }

  // `BC-NORTHPORT-FERRY/`: a keyword line, one word of capitals.
  [[nodiscard]] bool IsSlug(std::size_t i) const {
    const std::string_view line = TextAt(i);
    if (i + 1 >= result_.blocks.size() || line.size() < 3 || line.size() > 60) return false;
    bool joined = false;
    for (const char c : line) {
      joined = joined || c == '-' || c == '/';
      const bool keyword = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
      if (!keyword) return false;
    }
    return joined;
  }

  [[nodiscard]] bool LooksLikeHeadline(std::size_t i) const {
    const std::string_view line = TextAt(i);
    if (!IsText(i) || i + 1 >= result_.blocks.size()) return false;
    if (line.size() > 4 * kMaxHeadline || CodePointCount(line) > kMaxHeadline) return false;
    const char32_t last = LastMark(line);
    return last != '.' && last != ':' && last != ';' && last != ',' &&
           !IsLower(DecodeAt(line, 0).value);
  }

  [[nodiscard]] bool DatelineFollows(std::size_t i) const {
    const std::size_t limit = std::min(result_.blocks.size(), i + kMaxHead);
    for (++i; i < limit; ++i) {
      if (IsText(i) && ReadDateline(text_, SpanAt(i), grammar_)) return true;
    }
    return false;
  }

  // --- tail ---

  void TypeTail() {
    story_end_ = blocks().size();
    while (story_end_ > story_begin_ + 1 && TypeTailBlock(story_end_ - 1)) --story_end_;
  }

  bool TypeTailBlock(std::size_t i) {
    if (blocks()[i].fixed) return blocks()[i].kind > ParagraphKind::kTableRow;
    const FurnitureKind furniture = FurnitureOfLine(text_, SpanAt(i), grammar_);
    if (furniture != FurnitureKind::kNone) {
      blocks()[i].kind =
          furniture == FurnitureKind::kNote ? ParagraphKind::kNote : ParagraphKind::kFurniture;
      return true;
    }
    if (const auto initials = CreditsOfInitials(text_, SpanAt(i), grammar_); !initials.empty()) {
      SetCredits(i, ParagraphKind::kCredit, initials);
      return true;
    }
    if (JoinTail(i)) return true;
    if (const auto credits = CreditsOfLine(text_, SpanAt(i), LinePlace::kTail, grammar_)) {
      SetCredits(i, ParagraphKind::kCredit, *credits);
      return true;
    }
    return TakeCaption(i);
  }

  // A tail cut over two paragraphs: the block before opens the bracket that this one closes.
  bool JoinTail(std::size_t i) {
    if (i <= story_begin_ + 1 || !TextAt(i).ends_with(')') || TextAt(i).starts_with('(')) {
      return false;
    }
    if (!TextAt(i - 1).starts_with('(') || !HasMoreOpen(TextAt(i - 1))) return false;
    const ByteSpan both = {SpanAt(i - 1).begin, SpanAt(i).end};
    const auto credits = CreditsOfLine(text_, both, LinePlace::kTail, grammar_);
    if (!credits) return false;
    blocks()[i - 1].block.span = both;
    blocks().erase(blocks().begin() + static_cast<std::ptrdiff_t>(i));
    SetCredits(i - 1, ParagraphKind::kCredit, *credits);
    --story_end_;
    return true;
  }

  // --- story ---

  void TypeStory() {
    for (std::size_t i = story_begin_; i < story_end_; ++i) {
      if (blocks()[i].fixed || SpanAt(i).empty()) continue;
      const std::string_view line = TextAt(i);
      const bool bracketed = line.front() == '(';
      const bool short_line = line.size() <= kMaxPlainFurniture;
      if (bracketed && TakeCreditsInside(i)) continue;
      if ((bracketed || short_line) &&
          FurnitureOfLine(text_, SpanAt(i), grammar_) == FurnitureKind::kFurniture) {
        blocks()[i].kind = ParagraphKind::kFurniture;
      } else if (!TakeCaption(i) && LooksLikeSubhead(i)) {
        blocks()[i].kind = ParagraphKind::kSubhead;
      }
    }
  }

  bool TakeCreditsInside(std::size_t i) {
    const auto credits = CreditsOfLine(text_, SpanAt(i), LinePlace::kBody, grammar_);
    if (!credits) return false;
    SetCredits(i, ParagraphKind::kCredit, *credits);
    return true;
  }

  bool TakeCaption(std::size_t i) {
    const std::vector<Credit> credits = CreditsOfCaption(text_, SpanAt(i), grammar_);
    if (credits.empty()) return false;
    SetCredits(i, ParagraphKind::kFurniture, credits);
    return true;
  }

  [[nodiscard]] bool LooksLikeSubhead(std::size_t i) const {
    if (i == story_begin_ || i + 1 >= story_end_ || !IsShortTitle(i)) return false;
    return IsText(i + 1) && !IsShortTitle(i + 1) && !IsShortTitle(i - 1);
  }
  [[nodiscard]] bool IsShortTitle(std::size_t i) const {
    const Block& block = result_.blocks[i].block;
    if (!IsText(i) || block.width == 0 || block.width > kMaxSubhead) return false;
    const std::string_view line = TextAt(i);
    constexpr std::u32string_view kGoesOn = U".:;,!?…-–—";
    return kGoesOn.find(LastMark(line)) == std::u32string_view::npos &&
           IsUpper(DecodeAt(line, 0).value);
  }

  // --- credits inside other blocks ---

  // Blocks the wire format calls credits or bylines.
  void ReadFixedCredits() {
    for (std::size_t i = 0; i < blocks().size(); ++i) {
      if (!blocks()[i].fixed) continue;
      const bool byline = blocks()[i].kind == ParagraphKind::kByline;
      if (!byline && blocks()[i].kind != ParagraphKind::kCredit) continue;
      const LinePlace place = byline ? LinePlace::kHead : LinePlace::kTail;
      if (const auto credits = CreditsOfLine(text_, SpanAt(i), place, grammar_)) {
        SetCredits(i, blocks()[i].kind, *credits);
      }
    }
  }

  void SplitTrailingCredits() {
    std::vector<DispatchBlock> split;
    split.reserve(blocks().size());
    for (std::size_t i = 0; i < blocks().size(); ++i) {
      const DispatchBlock block = blocks()[i];
      split.push_back(block);
      if (block.fixed || block.kind != ParagraphKind::kBody) continue;
      const bool last = i + 1 == story_end_;
      const std::uint32_t begin = BeginOfTrailingCredits(
          text_, block.block.span, last ? LinePlace::kTail : LinePlace::kBody, grammar_);
      if (begin == block.block.span.end) continue;
      const std::string_view before =
          text_.substr(block.block.span.begin, begin - block.block.span.begin);
      DispatchBlock tail = block;
      tail.block.span.begin = begin;
      tail.kind = ParagraphKind::kCredit;
      split.back().block.span.end =
          block.block.span.begin + static_cast<std::uint32_t>(TrimSpace(before).size());
      if (const auto credits = CreditsOfLine(text_, tail.block.span, LinePlace::kTail, grammar_)) {
        result_.credits.insert(result_.credits.end(), credits->begin(), credits->end());
      }
      split.push_back(tail);
    }
    blocks() = std::move(split);
  }

  std::string_view text_;
  const DispatchGrammar& grammar_;
  TypedBlocks result_;
  bool has_headline_ = false;
  std::size_t story_begin_ = 0;  // first block of the story
  std::size_t story_end_ = 0;    // one past its last block
};

}  // namespace

TypedBlocks TypeBlocks(std::string_view text, std::vector<DispatchBlock> blocks,
                       const DispatchGrammar& grammar) {
  return BlockTyper(text, std::move(blocks), grammar).Type();
}

}  // namespace calque::internal
