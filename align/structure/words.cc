#include "align/structure/words.h"

#include <utility>

#include "align/base/marks.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

// Combining accents of decomposed text.
bool IsCombining(char32_t c) { return c >= 0x300 && c <= 0x36F; }
bool IsWordLetter(char32_t c) { return IsLetter(c) || IsCombining(c); }

char32_t At(std::string_view text, std::uint32_t at, std::uint32_t end) {
  return at < end ? DecodeAt(text, at).value : U'\0';
}

std::uint32_t EndOfWord(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = begin;
  // `Robert 'Bo' Marshall`: the second mark is of no word.
  const char32_t before = begin > 0 ? DecodeBefore(text, begin).value : U' ';
  const bool quoted = IsApostrophe(before) || OpensQuotation(before);
  while (at < end) {
    const CodePoint c = DecodeAt(text, at);
    if (IsWordLetter(c.value) || IsDigit(c.value)) {
      at = c.end;
    } else if (IsApostrophe(c.value)) {
      return quoted && c.end < end && !IsWordLetter(At(text, c.end, end)) ? at : c.end;
    } else if (IsHyphen(c.value) && IsWordLetter(At(text, c.end, end))) {
      at = c.end;
    } else {
      break;
    }
  }
  return at;
}

std::uint32_t EndOfNumber(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = begin;
  while (at < end) {
    const CodePoint c = DecodeAt(text, at);
    const bool inner = (c.value == '.' || c.value == ',') && IsDigit(At(text, c.end, end));
    if (!inner && !IsDigit(c.value) && !IsWordLetter(c.value)) break;
    at = c.end;
  }
  return at;
}

// The end of the `'t` of `van 't Hoff`; `begin` where none stands there.
std::uint32_t EndOfClitic(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const CodePoint mark = DecodeAt(text, begin);
  if (!IsApostrophe(mark.value) || mark.end >= end) return begin;
  const CodePoint letter = DecodeAt(text, mark.end);
  return IsLower(letter.value) && IsSpace(At(text, letter.end, end)) ? letter.end : begin;
}

WordShape ShapeOf(char32_t first) {
  if (IsDigit(first)) return WordShape::kNumber;
  if (IsUpper(first)) return WordShape::kCapital;
  if (IsLower(first)) return WordShape::kLower;
  return IsLetter(first) ? WordShape::kCaseless : WordShape::kMark;
}

}  // namespace

std::vector<LineWord> SplitWords(std::string_view text, ByteSpan span, std::size_t limit) {
  std::vector<LineWord> words;
  bool glued = false;
  for (std::uint32_t at = span.begin; at < span.end && words.size() < limit;) {
    const CodePoint c = DecodeAt(text, at);
    if (IsSpace(c.value)) {
      glued = false;
      at = c.end;
      continue;
    }
    LineWord word;
    word.shape = ShapeOf(c.value);
    word.glued = glued;
    word.span = {at, c.end};
    if (word.IsLetters()) word.span.end = EndOfWord(text, at, span.end);
    if (const std::uint32_t clitic = EndOfClitic(text, at, span.end); !glued && clitic > at) {
      word.shape = WordShape::kLower;
      word.span.end = clitic;
    }
    if (word.shape == WordShape::kNumber) word.span.end = EndOfNumber(text, at, span.end);
    word.key = Fold(word.span.In(text));
    at = word.span.end;
    glued = true;
    words.push_back(std::move(word));
  }
  return words;
}

std::string FirstWordKey(std::string_view text, ByteSpan span) {
  std::vector<LineWord> words = SplitWords(text, span, 1);
  return words.empty() ? std::string() : std::move(words.front().key);
}

std::string LastWordKey(std::string_view text, ByteSpan span) {
  constexpr std::uint32_t kWindow = 48;
  if (span.size() > kWindow) {
    span.begin = span.end - kWindow;
    while (!IsCharacterBoundary(text, span.begin)) ++span.begin;
  }
  std::vector<LineWord> words = SplitWords(text, span);
  while (!words.empty() && !words.back().IsLetters()) words.pop_back();
  return words.empty() ? std::string() : std::move(words.back().key);
}

bool IsDash(const LineWord& word) {
  return word.key == "-" || word.key == "–" || word.key == "—" || word.key == "_" ||
         word.key == "―" || word.key == "−";
}

bool IsAllCapitals(std::string_view text, ByteSpan span) {
  constexpr int kParticle = 3;
  int run = 0;
  int lower = 0;
  bool upper = false;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const CodePoint c = DecodeAt(text, at);
    at = c.end;
    if (!IsLetter(c.value)) {
      run = lower = 0;
      continue;
    }
    ++run;
    if (IsLower(c.value)) ++lower;
    if (IsUpper(c.value)) upper = true;
    if (lower > 0 && (lower < run || lower > kParticle)) return false;
  }
  return upper;
}

}  // namespace calque::internal
