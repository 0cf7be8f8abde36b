#include "align/segment/boundary_context.h"

#include <algorithm>

#include "align/base/marks.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

bool IsWordOrDigit(CharClass kind) {
  return IsWordClass(kind) || kind == CharClass::kUnspaced || kind == CharClass::kDigit ||
         kind == CharClass::kMark;
}

}  // namespace

bool IsRomanNumber(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

BoundaryContext::BoundaryContext(const SegmentProfile& language, const DocumentEvidence& document,
                                 std::string_view text, ByteSpan unit, std::uint32_t sentence,
                                 const BoundaryCandidate& place)
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
  const auto end = candidate.first + static_cast<std::uint32_t>(word.size());
  return IsRomanNumber(word) && !IsApostrophe(At(end).value);
}

CharClass BoundaryContext::WordStart() const {
  return CharAt(text_, candidate.word.begin, candidate.word.end).kind;
}

bool BoundaryContext::WordIsGlued() const {
  constexpr std::string_view kGlue = "/=@_:#%~\\+";
  const ClassifiedChar c = CharBefore(text_, candidate.word.begin, sentence_);
  return c.value < 0x80 && kGlue.find(static_cast<char>(c.value)) != std::string_view::npos;
}

bool BoundaryContext::WordIsElided() const {
  return IsApostrophe(CharBefore(text_, candidate.word.begin, sentence_).value);
}

bool BoundaryContext::SentenceStartsLower() const {
  constexpr std::uint32_t kMostOpeners = 4;
  std::uint32_t at = sentence_;
  while (at < candidate.end && at < sentence_ + kMostOpeners && At(at).kind == CharClass::kOther) {
    at = At(at).end;
  }
  return At(at).kind == CharClass::kLower;
}

bool BoundaryContext::NextIsOneOf(const std::vector<std::string>& words) const {
  const std::string_view behind = text_.substr(candidate.next, unit_.end - candidate.next);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return behind.starts_with(word); });
}

bool BoundaryContext::IsEnclosed(const std::vector<std::string>& pairs) const {
  constexpr std::uint32_t kLookBack = 600;  // some 200 characters of Chinese
  const std::uint32_t end = candidate.terminators.begin;
  const std::uint32_t begin = end - sentence_ > kLookBack ? end - kLookBack : sentence_;
  const std::string_view before = text_.substr(begin, end - begin);
  const std::string_view behind =
      text_.substr(end, std::min<std::size_t>(unit_.end - end, kLookBack));
  return std::any_of(pairs.begin(), pairs.end(), [&](const std::string& pair) {
    const std::string_view open = std::string_view(pair).substr(0, pair.size() / 2);
    const std::string_view close = std::string_view(pair).substr(pair.size() / 2);
    const std::size_t opened = before.rfind(open);
    if (opened == std::string_view::npos) return false;
    const std::size_t closed = before.rfind(close);
    const bool still_open = closed == std::string_view::npos || closed < opened;
    return still_open && behind.find(close) != std::string_view::npos;
  });
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

bool BoundaryContext::IsAddressee(std::string_view word) const {
  auto at = static_cast<std::uint32_t>(word.data() - text_.data());
  if (CharBefore(text_, at, sentence_).kind == CharClass::kSpace) {
    at = CharBefore(text_, at, sentence_).end;
  }
  return CharBefore(text_, at, sentence_).value == U'@';
}

int BoundaryContext::WordCount(int limit) const {
  constexpr std::uint32_t kLookAhead = 256;
  const std::uint32_t end = std::min(candidate.end, sentence_ + kLookAhead);
  int words = 0;
  bool inside = false;
  for (std::uint32_t at = sentence_; at < end && words < limit; at = At(at).end) {
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
