// What stands behind the story: contacts, initials, credits, rights, peeled from the end.
#include <algorithm>

#include "align/structure/credit_lines.h"
#include "align/structure/initials.h"
#include "align/structure/typing.h"

namespace calque::internal {
namespace {

bool HasMoreOpen(std::string_view text) {
  return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

// A slash, and no more words than an agency and a name have.
bool HasSlashedName(std::string_view line) {
  constexpr std::ptrdiff_t kMostBlanks = 6;
  return line.find('/') != std::string_view::npos &&
         std::count(line.begin(), line.end(), ' ') <= kMostBlanks;
}

class TailTyper {
 public:
  TailTyper(Typing& typing, std::size_t story_begin) : typing_(typing), story_begin_(story_begin) {}

  std::size_t Type() {
    story_end_ = typing_.size();
    while (story_end_ > story_begin_ + 1 && TypeTailBlock(story_end_ - 1)) --story_end_;
    return story_end_;
  }

 private:
  bool TypeTailBlock(std::size_t i) {
    if (typing_.At(i).fixed) return typing_.At(i).kind > ParagraphKind::kTableRow;
    const FurnitureKind furniture = typing_.FurnitureAt(i);
    if (SplitFurnitureOff(i, furniture)) return TypeTailBlock(i);
    if (furniture == FurnitureKind::kFurniture && TakeCreditsBehind(i)) return true;
    // `(This story was reported by …)` opens as `(This story was refiled …)`.
    if (furniture == FurnitureKind::kNote && TakeCredits(i)) return true;
    if (furniture != FurnitureKind::kNone) {
      typing_.SetKind(
          i, furniture == FurnitureKind::kNote ? ParagraphKind::kNote : ParagraphKind::kFurniture);
      return true;
    }
    if (const auto initials =
            CreditsOfInitials(typing_.text(), typing_.SpanAt(i), typing_.grammar());
        !initials.empty()) {
      typing_.SetCredits(i, ParagraphKind::kCredit, initials);
      return true;
    }
    if (JoinTail(i)) return true;
    // `REUTERS/Ann Lee` signs a picture, not the text.
    if (HasSlashedName(typing_.TextAt(i)) && typing_.TakeCaption(i)) return true;
    return TakeCredits(i) || typing_.TakeCaption(i);
  }

  bool TakeCredits(std::size_t i) {
    const auto credits = typing_.CreditsAt(i, LinePlace::kTail);
    if (credits) typing_.SetCredits(i, ParagraphKind::kCredit, *credits);
    return credits.has_value();
  }

  // `Our Standards: … Principles. Reporting by …`
  bool TakeCreditsBehind(std::size_t i) {
    const ByteSpan block = typing_.SpanAt(i);
    const std::uint32_t begin =
        BeginOfTrailingCredits(typing_.text(), block, LinePlace::kTail, typing_.grammar());
    if (begin == block.end) return false;
    const auto credits =
        CreditsOfLine(typing_.text(), {begin, block.end}, LinePlace::kTail, typing_.grammar());
    if (!credits) return false;
    typing_.SplitAt(i, begin);
    typing_.SetKind(i, ParagraphKind::kFurniture);
    typing_.SetCredits(i + 1, ParagraphKind::kCredit, *credits);
    return true;
  }

  // `Editing by Bo Marsh Our Standards: …`: what is left of the block is typed next. What is
  // furniture as a whole stays so unless its beginning credits somebody.
  bool SplitFurnitureOff(std::size_t i, FurnitureKind whole) {
    const ByteSpan block = typing_.SpanAt(i);
    const std::uint32_t begin = BeginOfTrailingFurniture(typing_.text(), block, typing_.grammar());
    if (begin == block.end) return false;
    if (whole != FurnitureKind::kNone &&
        !CreditsOfLine(typing_.text(), {block.begin, begin}, LinePlace::kTail, typing_.grammar())) {
      return false;
    }
    typing_.SplitAt(i, begin);
    typing_.SetKind(i + 1, ParagraphKind::kFurniture);
    return true;
  }

  // A tail cut over two paragraphs: the block before opens the bracket that this one closes.
  bool JoinTail(std::size_t i) {
    if (i <= story_begin_ + 1 || !typing_.TextAt(i).ends_with(')') ||
        typing_.TextAt(i).starts_with('(')) {
      return false;
    }
    if (!typing_.TextAt(i - 1).starts_with('(') || !HasMoreOpen(typing_.TextAt(i - 1)))
      return false;
    const ByteSpan both = {typing_.SpanAt(i - 1).begin, typing_.SpanAt(i).end};
    const auto credits = CreditsOfLine(typing_.text(), both, LinePlace::kTail, typing_.grammar());
    if (!credits) return false;
    typing_.JoinWithNext(i - 1);
    typing_.SetCredits(i - 1, ParagraphKind::kCredit, *credits);
    --story_end_;
    return true;
  }

  Typing& typing_;
  std::size_t story_begin_;
  std::size_t story_end_ = 0;
};

}  // namespace

std::size_t TypeTail(Typing* typing, std::size_t story_begin) {
  return TailTyper(*typing, story_begin).Type();
}

}  // namespace calque::internal
