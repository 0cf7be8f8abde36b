#include "align/segment/token_scanner.h"

#include <algorithm>
#include <string>

#include "align/base/ascii.h"
#include "align/base/marks.h"
#include "align/base/utf8.h"
#include "align/segment/address.h"
#include "align/segment/word_set.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kLongestListed = 64;  // bytes of a word that a language file may hold

bool IsWordOrDigit(CharClass kind) { return IsWordClass(kind) || kind == CharClass::kDigit; }

bool Holds(const std::vector<std::string>& sorted, const std::string& word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

}  // namespace

std::vector<Token> TokenScanner::Scan() {
  constexpr std::uint32_t kUsualTokenBytes = 5;
  tokens_.reserve((end_ - at_) / kUsualTokenBytes + 1);
  while (at_ < end_) {
    const ClassifiedChar first = At(at_);
    if (first.kind == CharClass::kSpace) {
      at_ = first.end;
    } else {
      ScanOne(first);
    }
  }
  return std::move(tokens_);
}

void TokenScanner::ScanOne(const ClassifiedChar& first) {
  switch (first.kind) {
    case CharClass::kUpper:
    case CharClass::kLower:
    case CharClass::kUncased:
      return ScanWord(at_, at_);
    case CharClass::kDigit:
      return ScanNumber();
    case CharClass::kUnspaced:
      return ScanUnspaced();
    default:
      return ScanPunctuation(first);
  }
}

void TokenScanner::Emit(std::uint32_t begin, std::uint32_t end) {
  if (begin < end) tokens_.push_back({{begin, end}});
  at_ = end;
}

// `from` > `begin` where the word began with digits (`9h30`).
void TokenScanner::ScanWord(std::uint32_t begin, std::uint32_t from) {
  // Behind an elision the word goes on, and ends where it did: `l'l'l'…` is read once.
  const std::uint32_t end = begin < word_end_ ? word_end_ : WordEnd(begin, from);
  word_end_ = end;
  if (const std::uint32_t address = AddressEnd(text_, begin, end, end_); address > begin) {
    return Emit(begin, address);
  }
  if (const std::uint32_t elision = ElisionEnd(begin, end); elision > begin) {
    return Emit(begin, elision);
  }
  const std::uint32_t enclitic = EncliticBegin(begin, end);
  if (enclitic < end) {
    Emit(begin, enclitic);
    return Emit(enclitic, end);
  }
  Emit(begin, TakesPeriod(begin, end) ? end + 1 : end);
}

// The end of the letters from `begin`, inner apostrophes, hyphens, points and ampersands included.
std::uint32_t TokenScanner::WordEnd(std::uint32_t begin, std::uint32_t from) const {
  std::uint32_t at = from;
  while (at < end_) {
    const ClassifiedChar c = At(at);
    if (IsWordOrDigit(c.kind) || c.kind == CharClass::kMark || c.value == U'_') {
      at = c.end;
      continue;
    }
    const std::uint32_t joined = at > begin ? JoinedEnd(begin, at, c) : at;
    if (joined == at) break;
    at = joined;
  }
  return at;
}

// The end of the joiner at `at` where it binds what stands on both sides of it, else `at`.
std::uint32_t TokenScanner::JoinedEnd(std::uint32_t begin, std::uint32_t at,
                                      const ClassifiedChar& joiner) const {
  const ClassifiedChar next = At(joiner.end);
  if (IsApostrophe(joiner.value)) return IsWordClass(next.kind) ? joiner.end : at;
  if (IsHyphen(joiner.value)) return IsWordOrDigit(next.kind) ? joiner.end : at;
  if (joiner.value == U'&') {
    const bool capitals =
        CharBefore(text_, at, begin).kind == CharClass::kUpper && next.kind == CharClass::kUpper;
    return capitals ? joiner.end : at;
  }
  return joiner.value == U'.' ? PeriodJoin(begin, at) : at;
}

// A point inside a word: `U.S`, `J.-P`, `ACM.A`, `example.com`; not `ended.Workers`.
std::uint32_t TokenScanner::PeriodJoin(std::uint32_t begin, std::uint32_t at) const {
  const ClassifiedChar previous = CharBefore(text_, at, begin);
  const ClassifiedChar next = At(at + 1);
  const bool single =
      IsWordClass(previous.kind) && !IsWordOrDigit(CharBefore(text_, previous.end, begin).kind);
  if (IsHyphen(next.value)) {
    return single && previous.kind == CharClass::kUpper && At(next.end).kind == CharClass::kUpper
               ? next.end
               : at;
  }
  if (!IsWordClass(next.kind)) return at;
  const bool capitals = previous.kind == CharClass::kUpper && next.kind == CharClass::kUpper;
  return single || capitals || next.kind == CharClass::kLower ? at + 1 : at;
}

// The end of an elided word and its apostrophe at the start of [begin, end), else `begin`.
std::uint32_t TokenScanner::ElisionEnd(std::uint32_t begin, std::uint32_t end) const {
  if (profile_.elisions.empty()) return begin;
  std::uint32_t at = begin;
  while (at < end && IsWordClass(At(at).kind)) at = At(at).end;
  const ClassifiedChar mark = At(at);
  if (at >= end_ || !IsApostrophe(mark.value)) return begin;
  if (!Holds(profile_.elisions, PlainLower(text_.substr(begin, at - begin)))) return begin;
  const bool may_be_listed = end - begin <= kLongestListed;
  if (may_be_listed && Holds(profile_.whole, PlainLower(text_.substr(begin, end - begin)))) {
    return begin;
  }
  return mark.end;
}

// Where the last enclitic of [begin, end) begins, else `end`.
std::uint32_t TokenScanner::EncliticBegin(std::uint32_t begin, std::uint32_t end) const {
  if (profile_.enclitics.empty() || end - begin > kLongestListed) return end;
  const std::string_view word = text_.substr(begin, end - begin);
  if (word.find_first_of("'-\xE2") == std::string_view::npos) return end;
  const std::string plain = PlainLower(word);
  if (Holds(profile_.whole, plain)) return end;
  for (const std::string& enclitic : profile_.enclitics) {
    if (plain.size() <= enclitic.size() || !plain.ends_with(enclitic)) continue;
    const std::size_t characters = CodePointCount(enclitic);
    std::uint32_t at = end;
    for (std::size_t i = 0; i < characters; ++i) at = CharBefore(text_, at, begin).end;
    return at > begin ? at : end;
  }
  return end;
}

bool TokenScanner::TakesPeriod(std::uint32_t begin, std::uint32_t end) const {
  if (Byte(end) != '.' || Byte(end + 1) == '.') return false;
  const std::string_view word = text_.substr(begin, end - begin);
  const bool last = end + 1 == end_;
  switch (profile_.abbreviations.Find(word)) {
    case AbbreviationKind::kNone:
      break;
    case AbbreviationKind::kNumeric: {  // `c. 1900`, but `Paul C. Davies`
      std::uint32_t next = end + 1;
      while (next < end_ && At(next).kind == CharClass::kSpace) next = At(next).end;
      if (At(next).kind == CharClass::kDigit) return true;
      break;
    }
    default:
      return true;
  }
  if (word.find('.') != std::string_view::npos) {
    const std::size_t tail = word.size() - word.rfind('.') - 1;
    constexpr std::size_t kLongestTail = 3;
    return tail <= kLongestTail;
  }
  const ClassifiedChar first = At(begin);
  return !last && first.end == end && first.kind == CharClass::kUpper;
}

bool TokenScanner::ScanLeadingEnclitic() {
  for (const std::string& enclitic : profile_.enclitics) {
    if (enclitic.front() != '\'') continue;
    std::uint32_t at = At(at_).end;
    std::size_t matched = 1;
    while (matched < enclitic.size() && AsciiLower(Byte(at)) == enclitic[matched]) {
      ++at;
      ++matched;
    }
    if (matched < enclitic.size() || IsWordOrDigit(At(at).kind)) continue;
    Emit(at_, at);
    return true;
  }
  return false;
}

bool TokenScanner::ScanDigitsAfterPoint() {
  if (At(at_ + 1).kind != CharClass::kDigit) return false;
  if (!tokens_.empty() && tokens_.back().span.end == at_ &&
      IsWordOrDigit(CharBefore(text_, at_, 0).kind)) {
    return false;
  }
  const std::uint32_t begin = at_;
  Emit(begin, DigitsEnd(begin + 1));
  return true;
}

void TokenScanner::ScanUnspaced() {
  const std::uint32_t begin = at_;
  std::uint32_t at = begin;
  for (ClassifiedChar c = At(at); at < end_; c = At(at)) {
    if (c.kind != CharClass::kUnspaced && c.kind != CharClass::kMark) break;
    at = c.end;
  }
  for (const Token& word : unspaced_.Words(text_, {begin, at}))
    Emit(word.span.begin, word.span.end);
}

void TokenScanner::ScanPunctuation(const ClassifiedChar& first) {
  const std::uint32_t begin = at_;
  if (IsApostrophe(first.value) && begin > 0 &&
      CharBefore(text_, begin, 0).kind != CharClass::kSpace && ScanLeadingEnclitic()) {
    return;
  }
  if (first.value == U'.' && ScanDigitsAfterPoint()) return;
  std::uint32_t at = first.end;
  constexpr std::string_view kRuns = ".-*=_~`'";
  if (first.value < 0x80 && kRuns.find(static_cast<char>(first.value)) != std::string_view::npos) {
    while (at < end_ && text_[at] == text_[begin]) ++at;
  }
  while (at < end_ && At(at).kind == CharClass::kMark) at = At(at).end;
  Emit(begin, at);
}

}  // namespace calque::internal
