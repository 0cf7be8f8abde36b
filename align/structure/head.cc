// What stands before the story: headline, deck, notes, byline, slugs.
#include <algorithm>
#include <cstdint>

#include "align/base/ascii.h"
#include "align/base/utf8.h"
#include "align/structure/credit_lines.h"
#include "align/structure/typing.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMaxHead = 24;         // blocks looked at before the story begins
constexpr std::size_t kMaxLateDateline = 3;  // blocks of the story that may precede it
constexpr std::size_t kMaxHeadline = 220;    // code points
constexpr std::size_t kMaxSlug = 60;         // bytes

enum class Datelines : std::uint8_t { kAll, kMoreThanPlace };

bool SaysMoreThanPlace(const Dateline& dateline) {
  return !dateline.agency.empty() || !dateline.date.empty();
}

class HeadTyper {
 public:
  explicit HeadTyper(Typing& typing) : typing_(typing) {}

  std::size_t Type() {
    for (std::size_t i = 0; i < typing_.size(); ++i) {
      const DispatchBlock& block = typing_.At(i);
      has_headline_ = has_headline_ || (block.fixed && block.kind == ParagraphKind::kHeadline);
    }
    std::size_t story_begin = 0;
    for (; story_begin < std::min(kMaxHead, typing_.size()); ++story_begin) {
      if (typing_.At(story_begin).fixed) continue;
      if (TakeDateline(story_begin) || !TypeHeadBlock(story_begin)) break;
    }
    std::size_t looked_at = 1;
    for (std::size_t i = story_begin + 1; i < typing_.size() && looked_at < kMaxLateDateline; ++i) {
      if (typing_.HasDateline()) break;
      if (typing_.At(i).fixed || typing_.FurnitureAt(i) != FurnitureKind::kNone) continue;
      ++looked_at;
      TakeDateline(i);
    }
    return story_begin;
  }

 private:
  bool TakeDateline(std::size_t i) {
    if (!typing_.IsText(i)) return false;
    const auto dateline = typing_.DatelineAt(i);
    if (!dateline || IsLabelOfHeadline(i, dateline->dateline)) return false;
    typing_.SetDateline(dateline);
    return true;
  }

  // `SOCCER - Calder held at home`: a word that is no more than capitals before a dash labels the
  // first line that reads as a headline, and any such line above a dateline that says more.
  [[nodiscard]] bool IsLabelOfHeadline(std::size_t i, const Dateline& dateline) const {
    if (SaysMoreThanPlace(dateline) || !LooksLikeHeadline(i)) return false;
    return !has_headline_ || DatelineFollows(i, Datelines::kMoreThanPlace);
  }

  // Whether the block belongs to what stands before the story.
  bool TypeHeadBlock(std::size_t i) {
    const FurnitureKind furniture = typing_.FurnitureAt(i);
    if (furniture != FurnitureKind::kNone) {
      typing_.SetKind(
          i, furniture == FurnitureKind::kNote ? ParagraphKind::kNote : ParagraphKind::kFurniture);
      return true;
    }
    const LinePlace place = has_headline_ ? LinePlace::kHead : LinePlace::kTop;
    if (const auto credits = typing_.CreditsAt(i, place)) {
      if (!JoinByline(i, credits->size())) typing_.SetCredits(i, ParagraphKind::kByline, *credits);
      return true;
    }
    if (has_headline_ ? IsSlugWords(i) : IsSlug(i)) {
      typing_.SetKind(i, ParagraphKind::kFurniture);
      return true;
    }
    if (!LooksLikeHeadline(i)) return has_headline_ && !typing_.IsText(i) && DatelineFollows(i);
    if (has_headline_ && !DatelineFollows(i)) return false;
    typing_.SetKind(i, has_headline_ ? ParagraphKind::kSubhead : ParagraphKind::kHeadline);
    has_headline_ = true;
    return true;
  }

  // `By OREN MADDOX` and, on the next line, `AP Business Writer`: one byline of as many credits.
  bool JoinByline(std::size_t i, std::size_t credit_count) {
    if (i + 1 >= typing_.size() || typing_.At(i + 1).fixed || typing_.At(i + 1).block.gap_before) {
      return false;
    }
    const ByteSpan both = {typing_.SpanAt(i).begin, typing_.SpanAt(i + 1).end};
    const auto credits = CreditsOfLine(typing_.text(), both, LinePlace::kHead, typing_.grammar());
    if (!credits || credits->size() != credit_count) return false;
    typing_.JoinWithNext(i);
    typing_.SetCredits(i, ParagraphKind::kByline, *credits);
    return true;
  }

  // `URGENT ¥¥¥`, `LEAD 1`: words of the desk and no other.
  [[nodiscard]] bool IsSlugWords(std::size_t i) const {
    const DispatchRules& rules = typing_.grammar().rules();
    bool slug = false;
    for (const LineWord& word : SplitWords(typing_.text(), typing_.SpanAt(i))) {
      if (word.IsLetters() && !rules.slugs.contains(word.key)) return false;
      slug = slug || word.IsLetters();
    }
    return slug;
  }

  // `BC-NORTHPORT-FERRY/`: a keyword line, one word of capitals.
  [[nodiscard]] bool IsSlug(std::size_t i) const {
    const std::string_view line = typing_.TextAt(i);
    if (i + 1 >= typing_.size() || line.size() < 3 || line.size() > kMaxSlug) return false;
    if (IsSlugWords(i)) return true;
    bool joined = false;
    for (const char c : line) {
      joined = joined || c == '-' || c == '/';
      const bool keyword = IsAsciiUpper(c) || IsAsciiDigit(c) || c == '-' || c == '/';
      if (!keyword) return false;
    }
    return joined;
  }

  [[nodiscard]] bool LooksLikeHeadline(std::size_t i) const {
    const std::string_view line = typing_.TextAt(i);
    if (!typing_.IsText(i) || i + 1 >= typing_.size()) return false;
    if (line.size() > 4 * kMaxHeadline || CodePointCount(line) > kMaxHeadline) return false;
    const char32_t last = LastMark(line);
    return last != '.' && last != ':' && last != ';' && last != ',' &&
           !IsLower(DecodeAt(line, 0).value);
  }

  [[nodiscard]] bool DatelineFollows(std::size_t i, Datelines wanted = Datelines::kAll) const {
    const std::size_t limit = std::min(typing_.size(), i + kMaxHead);
    for (++i; i < limit; ++i) {
      if (!typing_.IsText(i)) continue;
      const auto dateline = typing_.DatelineAt(i);
      if (!dateline) continue;
      if (wanted == Datelines::kAll || SaysMoreThanPlace(dateline->dateline)) return true;
    }
    return false;
  }

  Typing& typing_;
  bool has_headline_ = false;
};

}  // namespace

std::size_t TypeHead(Typing* typing) { return HeadTyper(*typing).Type(); }

}  // namespace calque::internal
