#include "align/structure/blocks.h"

#include <algorithm>
#include <utility>

#include "align/base/marks.h"
#include "align/base/utf8.h"
#include "align/structure/captions.h"
#include "align/structure/credit_lines.h"
#include "align/structure/typing.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMaxSubhead = 80;            // code points
constexpr std::uint32_t kMaxPlainFurniture = 200;  // bytes of furniture inside the story

class StoryTyper {
 public:
  StoryTyper(Typing& typing, std::size_t story_begin, std::size_t story_end)
      : typing_(typing), story_begin_(story_begin), story_end_(story_end) {}

  void TypeStory() {
    for (std::size_t i = story_begin_; i < story_end_; ++i) {
      if (typing_.At(i).fixed || typing_.SpanAt(i).empty()) continue;
      const std::string_view line = typing_.TextAt(i);
      const bool bracketed = line.front() == '(';
      const bool short_line = line.size() <= kMaxPlainFurniture;
      if (bracketed && TakeCreditsInside(i)) continue;
      if ((bracketed || short_line) && typing_.FurnitureAt(i) == FurnitureKind::kFurniture) {
        typing_.SetKind(i, ParagraphKind::kFurniture);
      } else if (!typing_.TakeCaption(i) && (LooksLikeSubhead(i) || IsBetweenDashes(i))) {
        typing_.SetKind(i, ParagraphKind::kSubhead);
      }
    }
  }

  // Blocks the wire format calls credits or bylines, and editor's notes that name persons in words.
  void ReadFixedCredits() {
    for (std::size_t i = 0; i < typing_.size(); ++i) {
      if (!typing_.At(i).fixed) continue;
      const std::vector<CreditRole> stated = typing_.At(i).stated;
      for (const CreditRole role : stated) {
        typing_.SetCredits(i, ParagraphKind::kCredit, StatedCreditsAt(i, role));
      }
      if (!stated.empty()) continue;
      if (typing_.At(i).kind == ParagraphKind::kFurniture) typing_.TakeCaption(i);
      const std::optional<LinePlace> place = PlaceOf(typing_.At(i).kind);
      if (!place) continue;
      if (const auto credits = typing_.CreditsAt(i, *place)) {
        typing_.SetCredits(i, typing_.At(i).kind, *credits);
      }
    }
  }

  void SplitTrailingCredits() {
    std::vector<DispatchBlock> split;
    split.reserve(typing_.size());
    for (std::size_t i = 0; i < typing_.size(); ++i) {
      const DispatchBlock block = typing_.At(i);
      split.push_back(block);
      if (block.fixed || block.kind != ParagraphKind::kBody) continue;
      const bool last = i + 1 == story_end_;
      const std::uint32_t begin =
          BeginOfTrailingCredits(typing_.text(), block.block.span,
                                 last ? LinePlace::kTail : LinePlace::kBody, typing_.grammar());
      if (begin == block.block.span.end) continue;
      const std::string_view before =
          typing_.text().substr(block.block.span.begin, begin - block.block.span.begin);
      DispatchBlock tail = block;
      tail.block.span.begin = begin;
      tail.kind = ParagraphKind::kCredit;
      split.back().block.span.end =
          block.block.span.begin + static_cast<std::uint32_t>(TrimSpace(before).size());
      if (const auto credits =
              CreditsOfLine(typing_.text(), tail.block.span, LinePlace::kTail, typing_.grammar())) {
        std::vector<Credit>& all = typing_.result().credits;
        all.insert(all.end(), credits->begin(), credits->end());
      }
      split.push_back(tail);
    }
    typing_.result().blocks = std::move(split);
  }

 private:
  static std::optional<LinePlace> PlaceOf(ParagraphKind kind) {
    switch (kind) {
      case ParagraphKind::kByline:
        return LinePlace::kStated;
      case ParagraphKind::kCredit:
        return LinePlace::kTail;
      case ParagraphKind::kNote:
        return LinePlace::kSentence;
      default:
        return std::nullopt;
    }
  }

  // The whole block is the name; an agency or a desk is none, whatever the element calls it.
  [[nodiscard]] std::vector<Credit> StatedCreditsAt(std::size_t i, CreditRole role) const {
    const auto read = typing_.CreditsAt(i, LinePlace::kStated);
    const bool office =
        read && std::all_of(read->begin(), read->end(), [](const Credit& credit) {
          return credit.role == CreditRole::kDesk || credit.role == CreditRole::kAgency;
        });
    if (office && !read->empty()) return *read;
    Credit credit;
    credit.role = role;
    credit.name = typing_.TextAt(i);
    credit.span = typing_.SpanAt(i);
    return {credit};
  }

  bool TakeCreditsInside(std::size_t i) {
    const auto credits = typing_.CreditsAt(i, LinePlace::kBody);
    if (!credits) return false;
    typing_.SetCredits(i, ParagraphKind::kCredit, *credits);
    return true;
  }

  // `- Disaster -`, as agencies set their subheads; it looks like an item of a list.
  [[nodiscard]] bool IsBetweenDashes(std::size_t i) const {
    if (i == story_begin_ || i + 1 >= story_end_) return false;
    const std::string_view line = typing_.TextAt(i);
    constexpr std::u32string_view kDashes = U"-–—";
    const CodePoint first = DecodeAt(line, 0);
    const CodePoint last = DecodeBefore(line, line.size());
    if (typing_.At(i).block.width > kMaxSubhead || last.end <= first.end) return false;
    const std::string_view inside = line.substr(first.end, last.end - first.end);
    return kDashes.find(first.value) != std::u32string_view::npos &&
           kDashes.find(last.value) != std::u32string_view::npos && inside.starts_with(' ') &&
           inside.ends_with(' ') && !TrimSpace(inside).empty();
  }
  [[nodiscard]] bool LooksLikeSubhead(std::size_t i) const {
    if (i == story_begin_ || i + 1 >= story_end_ || !IsShortTitle(i)) return false;
    return typing_.IsText(i + 1) && !IsShortTitle(i + 1) && !IsShortTitle(i - 1);
  }
  [[nodiscard]] bool IsShortTitle(std::size_t i) const {
    const Block& block = typing_.At(i).block;
    if (!typing_.IsText(i) || block.width == 0 || block.width > kMaxSubhead) return false;
    const std::string_view line = typing_.TextAt(i);
    constexpr std::u32string_view kGoesOn = U".:;,!?…-–—";
    return kGoesOn.find(LastMark(line)) == std::u32string_view::npos &&
           IsUpper(DecodeAt(line, 0).value);
  }

  Typing& typing_;
  std::size_t story_begin_;
  std::size_t story_end_;
};

}  // namespace

bool Typing::TakeCaption(std::size_t i) {
  const std::vector<Credit> credits = CreditsOfCaption(text_, SpanAt(i), grammar_);
  if (credits.empty()) return false;
  SetCredits(i, ParagraphKind::kFurniture, credits);
  return true;
}

void Typing::SplitAt(std::size_t i, std::uint32_t at) {
  DispatchBlock second = result_.blocks[i];
  second.block.span.begin = at;
  second.block.width = 0;
  ByteSpan& first = result_.blocks[i].block.span;
  first.end = first.begin + static_cast<std::uint32_t>(
                                TrimSpace(text_.substr(first.begin, at - first.begin)).size());
  result_.blocks[i].block.width = 0;
  result_.blocks.insert(result_.blocks.begin() + static_cast<std::ptrdiff_t>(i + 1),
                        std::move(second));
}

char32_t LastMark(std::string_view line) {
  std::size_t at = line.size();
  while (at > 0) {
    const CodePoint c = DecodeBefore(line, at);
    if (!IsSpace(c.value) && !IsCloser(c.value)) return c.value;
    at = c.end;
  }
  return U'\0';
}

TypedBlocks TypeBlocks(std::string_view text, std::vector<DispatchBlock> blocks,
                       const DispatchGrammar& grammar) {
  Typing typing(text, std::move(blocks), grammar);
  const std::size_t story_begin = TypeHead(&typing);
  const std::size_t story_end = TypeTail(&typing, story_begin);
  StoryTyper story(typing, story_begin, story_end);
  story.TypeStory();
  story.ReadFixedCredits();
  story.SplitTrailingCredits();
  std::vector<Credit>& credits = typing.result().credits;
  std::stable_sort(credits.begin(), credits.end(),
                   [](const Credit& a, const Credit& b) { return a.span.begin < b.span.begin; });
  return std::move(typing.result());
}

}  // namespace calque::internal
