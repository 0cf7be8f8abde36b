#include "align/segment/candidate_reader.h"

#include "align/segment/emoticon.h"

namespace calque::internal {
namespace {

bool StartsWord(CharClass kind) {
  return IsWordClass(kind) || kind == CharClass::kDigit || kind == CharClass::kUnspaced;
}

CandidateKind KindOf(TerminatorKind kind) {
  switch (kind) {
    case TerminatorKind::kEllipsis:
      return CandidateKind::kEllipsis;
    case TerminatorKind::kExclamation:
      return CandidateKind::kExclamation;
    case TerminatorKind::kQuestion:
      return CandidateKind::kQuestion;
    case TerminatorKind::kFull:
      return CandidateKind::kFull;
    default:
      return CandidateKind::kPeriod;
  }
}

bool IsSuperscriptDigit(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

}  // namespace

std::uint32_t CandidateReader::SkipSpace(std::uint32_t at) const {
  while (at < unit_.end && At(at).kind == CharClass::kSpace) at = At(at).end;
  return at;
}

std::optional<BoundaryCandidate> CandidateReader::AtTerminator(std::uint32_t at) {
  ReadTerminators(at);
  if (IsBracketed()) return std::nullopt;
  ReadClosers();
  resume_ = candidate_.end;
  candidate_.next = SkipSpace(candidate_.end);
  if (!HasWordFrom(candidate_.next)) return std::nullopt;
  const bool spaced = candidate_.next > candidate_.end;
  const bool full =
      candidate_.kind == CandidateKind::kExclamation || candidate_.kind == CandidateKind::kQuestion;
  if (!spaced && full && At(candidate_.next).kind == CharClass::kUnspaced) {
    candidate_.kind = CandidateKind::kFull;  // `!` in text without spaces
  }
  if (!spaced && candidate_.kind != CandidateKind::kFull) return std::nullopt;
  ReadOpeners();
  ReadWord();
  return candidate_;
}

std::optional<BoundaryCandidate> CandidateReader::AtMark(CandidateKind kind, ByteSpan mark) {
  candidate_.kind = kind;
  candidate_.terminators = mark;
  candidate_.end = mark.end;
  resume_ = mark.end;
  candidate_.next = SkipSpace(mark.end);
  if (candidate_.next == mark.end || candidate_.next >= unit_.end) return std::nullopt;
  ReadOpeners();
  ReadWord();
  return candidate_;
}

// A sentence needs a letter or a digit: marks at the end of a unit belong to what stands before.
bool CandidateReader::HasWordFrom(std::uint32_t at) const {
  constexpr std::uint32_t kLookAhead = 64;
  const std::uint32_t limit = at + kLookAhead;
  while (at < unit_.end && at < limit) {
    if (StartsWord(At(at).kind)) return true;
    at = At(at).end;
  }
  return at < unit_.end;
}

// The end of terminators that follow the run up to `at` behind one space (`? !`, `! ...`), or `at`.
std::uint32_t CandidateReader::SpacedTerminators(std::uint32_t at) const {
  const ClassifiedChar space = At(at);
  if (at >= unit_.end || space.kind != CharClass::kSpace) return at;
  std::uint32_t end = space.end;
  bool strong = false;
  while (end < unit_.end) {
    const TerminatorKind kind = TerminatorOf(At(end).value);
    if (kind == TerminatorKind::kNone) break;
    strong = strong || kind != TerminatorKind::kPeriod || end > space.end;
    end = At(end).end;
  }
  const bool alone = At(end).kind == CharClass::kSpace;  // also at the end of the unit
  return strong && alone ? end : at;
}

void CandidateReader::ReadTerminators(std::uint32_t at) {
  TerminatorKind kind = TerminatorKind::kNone;
  const bool attached = CharBefore(text_, at, sentence_).kind != CharClass::kSpace;
  std::uint32_t end = at;
  std::uint32_t periods = 0;
  while (end < unit_.end) {
    const ClassifiedChar c = At(end);
    const TerminatorKind next = TerminatorOf(c.value);
    if (next == TerminatorKind::kNone) {
      const bool spaced_period = periods > 0 && c.value == U' ' && At(c.end).value == U'.';
      // `compounds. . . . The`: a full stop, then an ellipsis that opens what follows.
      const bool new_ellipsis = periods == 1 && attached && HasWordFrom(c.end);
      if (!spaced_period || new_ellipsis) break;
      end = c.end;
      continue;
    }
    end = c.end;
    periods += next == TerminatorKind::kPeriod ? 1 : 0;
    if (next != TerminatorKind::kPeriod || kind == TerminatorKind::kNone) kind = next;
  }
  if (kind == TerminatorKind::kPeriod && periods > 1) kind = TerminatorKind::kEllipsis;
  for (std::uint32_t more = SpacedTerminators(end); more > end; more = SpacedTerminators(end)) {
    end = more;
  }
  while (end < unit_.end && At(end).kind == CharClass::kMark) end = At(end).end;
  candidate_.kind = KindOf(kind);
  candidate_.terminators = {at, end};
  resume_ = end;
}

// `[...]`, `(!)`: terminators with brackets round them end nothing.
bool CandidateReader::IsBracketed() const {
  return IsOpenBracket(CharBefore(text_, candidate_.terminators.begin, unit_.begin).value) &&
         IsCloseBracket(At(candidate_.terminators.end).value);
}

// Whether a straight quote is open before `at`: the last one that shows its direction decides.
bool CandidateReader::IsStraightQuoteOpen(std::uint32_t at) const {
  constexpr std::uint32_t kLookBack = 400;
  const std::uint32_t begin = at - sentence_ > kLookBack ? at - kLookBack : sentence_;
  bool open = false;
  for (std::uint32_t i = begin; i < at; ++i) {
    if (text_[i] != '"') continue;
    const bool space_before = i == unit_.begin || text_[i - 1] == ' ' || text_[i - 1] == '\n';
    const bool space_behind = text_[i + 1] == ' ' || text_[i + 1] == '\n';
    open = space_before == space_behind ? !open : space_before;
  }
  return open;
}

// A note mark: `[6]`, `[citation needed]`, `²`. Its end, or `at`.
std::uint32_t CandidateReader::NoteEnd(std::uint32_t at) const {
  constexpr std::uint32_t kLongestNote = 24;
  if (IsSuperscriptDigit(At(at).value)) return At(at).end;
  if (At(at).value != U'[') return at;
  const CharClass first = At(at + 1).kind;
  if (first != CharClass::kDigit && first != CharClass::kLower) return at;
  for (std::uint32_t end = at + 1; end < unit_.end && end < at + kLongestNote; ++end) {
    if (text_[end] == '[') return at;
    if (text_[end] == ']') return end + 1;
  }
  return at;
}

// The end of the closer at `at` behind white space that begins at `space`, or `space`.
std::uint32_t CandidateReader::SpacedCloserEnd(std::uint32_t space, std::uint32_t at) {
  const ClassifiedChar mark = At(at);
  if (const std::uint32_t note = NoteEnd(at); note > at) return note;
  if (const std::uint32_t face = EmoticonEnd(text_, at, unit_.end); face > at) return face;
  const bool before_word = StartsWord(At(mark.end).kind);
  const bool straight = mark.value == U'"' && IsStraightQuoteOpen(at);
  if (before_word || (!straight && !ClosesAfterSpace(mark.value))) return space;
  candidate_.closes_quotation = true;
  return mark.end;
}

// The end of the closer at `at`, or `at`.
std::uint32_t CandidateReader::CloserEnd(std::uint32_t at) {
  if (at >= unit_.end) return at;
  const ClassifiedChar c = At(at);
  if (c.kind == CharClass::kSpace) return SpacedCloserEnd(at, c.end);
  if (IsQuote(c.value)) {
    if (OpensQuotation(c.value) && StartsWord(At(c.end).kind)) return at;  // `。“走吧`
    candidate_.closes_quotation = true;
    return c.end;
  }
  if (IsCloseBracket(c.value)) {
    candidate_.closes_bracket = true;
    return c.end;
  }
  return NoteEnd(at);
}

void CandidateReader::ReadClosers() {
  std::uint32_t at = candidate_.terminators.end;
  for (std::uint32_t end = CloserEnd(at); end > at; end = CloserEnd(at)) at = end;
  candidate_.end = at;
}

void CandidateReader::ReadOpeners() {
  constexpr std::uint32_t kMostOpeners = 8;
  std::uint32_t at = candidate_.next;
  for (std::uint32_t i = 0; i < kMostOpeners && at < unit_.end; ++i) {
    const ClassifiedChar c = At(at);
    if (IsQuote(c.value)) {
      candidate_.opens_quotation = true;
    } else if (IsOpenBracket(c.value)) {
      candidate_.opens_bracket = true;
    } else if (IsDash(c.value) || IsBullet(c.value)) {
      candidate_.opens_dash = true;
    } else if (c.value != 0xA1 && c.value != 0xBF && c.value != U'.' &&
               c.kind != CharClass::kSpace) {
      break;
    }
    at = c.end;
  }
  candidate_.first = at;
}

void CandidateReader::ReadWord() {
  constexpr std::uint32_t kLongestWord = 64;
  const std::uint32_t end = candidate_.terminators.begin;
  std::uint32_t begin = end;
  while (begin > sentence_ && end - begin < kLongestWord) {
    const ClassifiedChar c = CharBefore(text_, begin, sentence_);
    const bool inner = StartsWord(c.kind) || c.kind == CharClass::kMark || c.value == U'.' ||
                       IsDash(c.value) || c.value == U'&' || c.value == U'°';
    if (!inner) break;
    begin = c.end;
  }
  while (begin < end && (text_[begin] == '.' || IsDash(At(begin).value))) begin = At(begin).end;
  candidate_.word = {begin, end};
}

}  // namespace calque::internal
