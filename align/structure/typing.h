// The blocks of a dispatch while they get their kinds: shared by what types its head, story and
// tail.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "align/structure/blocks.h"
#include "align/structure/credit_lines.h"
#include "align/structure/furniture.h"

namespace calque::internal {

class Typing {
 public:
  Typing(std::string_view text, std::vector<DispatchBlock> blocks, const DispatchGrammar& grammar)
      : text_(text), grammar_(grammar) {
    result_.blocks = std::move(blocks);
  }

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const DispatchGrammar& grammar() const { return grammar_; }
  [[nodiscard]] std::size_t size() const { return result_.blocks.size(); }
  [[nodiscard]] const DispatchBlock& At(std::size_t i) const { return result_.blocks[i]; }
  [[nodiscard]] ByteSpan SpanAt(std::size_t i) const { return result_.blocks[i].block.span; }
  [[nodiscard]] std::string_view TextAt(std::size_t i) const { return SpanAt(i).In(text_); }
  [[nodiscard]] bool IsText(std::size_t i) const {
    return result_.blocks[i].block.shape == Block::Shape::kText;
  }

  [[nodiscard]] FurnitureKind FurnitureAt(std::size_t i) const {
    return FurnitureOfLine(text_, SpanAt(i), grammar_);
  }
  [[nodiscard]] std::optional<std::vector<Credit>> CreditsAt(std::size_t i, LinePlace place) const {
    return CreditsOfLine(text_, SpanAt(i), place, grammar_);
  }
  [[nodiscard]] std::optional<DatelineReading> DatelineAt(std::size_t i) const {
    return ReadDateline(text_, SpanAt(i), grammar_);
  }

  void SetKind(std::size_t i, ParagraphKind kind) { result_.blocks[i].kind = kind; }
  void SetCredits(std::size_t i, ParagraphKind kind, const std::vector<Credit>& credits) {
    SetKind(i, kind);
    result_.credits.insert(result_.credits.end(), credits.begin(), credits.end());
  }
  // Makes blocks `i` and `i + 1` one.
  void JoinWithNext(std::size_t i) {
    result_.blocks[i].block.span.end = SpanAt(i + 1).end;
    result_.blocks[i].block.width = 0;
    result_.blocks.erase(result_.blocks.begin() + static_cast<std::ptrdiff_t>(i + 1));
  }
  // Makes block `i` two, the second from `at` on.
  void SplitAt(std::size_t i, std::uint32_t at);
  // Whether the block is a picture's caption; it is furniture then, its photographer credited.
  bool TakeCaption(std::size_t i);
  void SetDateline(std::optional<DatelineReading> dateline) {
    result_.dateline = std::move(dateline);
  }
  [[nodiscard]] bool HasDateline() const { return result_.dateline.has_value(); }
  // All blocks and credits, for the steps that rebuild them.
  [[nodiscard]] TypedBlocks& result() { return result_; }

 private:
  std::string_view text_;
  const DispatchGrammar& grammar_;
  TypedBlocks result_;
};

// Types what stands before the story and finds the dateline. The first block of the story.
[[nodiscard]] std::size_t TypeHead(Typing* typing);

// Peels what stands behind the story, from the end. One past the last block of the story.
[[nodiscard]] std::size_t TypeTail(Typing* typing, std::size_t story_begin);

// The last character that is neither white space nor a closing quote or bracket; 0 for none.
[[nodiscard]] char32_t LastMark(std::string_view line);

}  // namespace calque::internal
