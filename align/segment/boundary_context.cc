#include "align/segment/boundary_context.h"

namespace calque::internal {
namespace {

bool IsWordOrDigit(CharClass kind) {
  return IsWordClass(kind) || kind == CharClass::kDigit || kind == CharClass::kMark;
}

}  // namespace

BoundaryContext::BoundaryContext(const SegmentProfile& language, const DocumentEvidence& document,
                                 std::string_view text, ByteSpan unit, std::uint32_t sentence,
                                 const Candidate& place)
    : profile(language),
      evidence(document),
      candidate(place),
      next(CharAt(text, place.first, unit.end)),
      text_(text),
      unit_(unit),
      sentence_(sentence) {}

bool BoundaryContext::NextContinues() const {
  return next.value < 0x80 &&
         std::string_view(",;:)]}%/").find(static_cast<char>(next.value)) != std::string_view::npos;
}

std::string_view BoundaryContext::NextWord(Joined joined) const {
  std::uint32_t end = candidate.first;
  while (end < unit_.end) {
    const ClassifiedChar c = At(end);
    const bool joins = joined == Joined::kYes && end > candidate.first &&
                       (IsHyphen(c.value) || IsApostrophe(c.value));
    if (!joins && !IsWordClass(c.kind) && c.kind != CharClass::kMark) break;
    end = c.end;
  }
  return text_.substr(candidate.first, end - candidate.first);
}

bool BoundaryContext::NextIsStarter() const {
  const std::string_view word = NextWord();
  if (word.empty() || !profile.starters.Contains(word)) return false;
  const auto end = candidate.first + static_cast<std::uint32_t>(word.size());
  return At(end).value != U'.';
}

CharClass BoundaryContext::SecondClass() const {
  std::uint32_t at = candidate.first;
  while (at < unit_.end && At(at).kind != CharClass::kSpace && !IsApostrophe(At(at).value)) {
    at = At(at).end;
  }
  constexpr std::uint32_t kMostBetween = 4;
  const std::uint32_t limit = at + kMostBetween;
  while (at < unit_.end && at < limit && !IsWordOrDigit(At(at).kind)) at = At(at).end;
  return At(at).kind;
}

bool BoundaryContext::NextIsRoman() const {
  const std::string_view word = NextWord();
  return !word.empty() && word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

CharClass BoundaryContext::WordStart() const {
  return CharAt(text_, candidate.word.begin, candidate.word.end).kind;
}

bool BoundaryContext::WordIsGlued() const {
  constexpr std::string_view kGlue = "/=@_:#%~\\+";
  const ClassifiedChar c = CharBefore(text_, candidate.word.begin, sentence_);
  return c.value < 0x80 && kGlue.find(static_cast<char>(c.value)) != std::string_view::npos;
}

bool BoundaryContext::WordOpensSentence() const {
  constexpr std::uint32_t kMostOpeners = 8;
  if (candidate.word.begin > sentence_ + kMostOpeners) return false;
  for (std::uint32_t at = sentence_; at < candidate.word.begin; at = At(at).end) {
    if (At(at).kind != CharClass::kOther && At(at).kind != CharClass::kSpace) return false;
  }
  return true;
}

std::string_view BoundaryContext::WordBefore(std::uint32_t offset) const {
  constexpr std::uint32_t kLongestWord = 64;
  std::uint32_t end = offset;
  while (end > sentence_) {
    const ClassifiedChar c = CharBefore(text_, end, sentence_);
    if (c.kind != CharClass::kSpace) break;
    end = c.end;
  }
  std::uint32_t begin = end;
  while (begin > sentence_ && end - begin < kLongestWord) {
    const ClassifiedChar c = CharBefore(text_, begin, sentence_);
    if (!IsWordOrDigit(c.kind) && c.value != U'.' && !IsHyphen(c.value)) break;
    begin = c.end;
  }
  return text_.substr(begin, end - begin);
}

int BoundaryContext::WordCount(int limit) const {
  int words = 0;
  bool inside = false;
  for (std::uint32_t at = sentence_; at < candidate.end && words < limit; at = At(at).end) {
    const bool word = IsWordOrDigit(At(at).kind);
    words += word && !inside ? 1 : 0;
    inside = At(at).kind != CharClass::kSpace && (word || inside);
  }
  return words;
}

char BoundaryContext::LastBracket(std::uint32_t offset) const {
  constexpr std::uint32_t kLookBack = 300;
  std::uint32_t at = offset;
  const std::uint32_t begin = at - sentence_ > kLookBack ? at - kLookBack : sentence_;
  while (at > begin) {
    const char c = text_[--at];
    if (std::string_view("()[]").find(c) != std::string_view::npos) return c;
  }
  return '\0';
}

}  // namespace calque::internal
