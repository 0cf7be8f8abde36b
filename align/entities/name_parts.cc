#include "align/entities/name_parts.h"

#include "align/base/hash.h"
#include "align/base/marks.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

// A letter modifier apostrophe belongs to its word; the punctuation ones separate.
bool IsPartCharacter(char32_t c) { return IsLetter(c) || IsDigit(c) || IsMark(c); }

Shape ShapeOf(std::string_view word) {
  int letters = 0;
  int upper = 0;
  bool first_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    if (IsLetter(c.value)) {
      ++letters;
      upper += IsUpper(c.value) ? 1 : 0;
      if (at == 0) first_upper = IsUpper(c.value);
    }
    at = c.end;
  }
  if (letters == 0) return Shape::kDigits;
  if (upper == 0) return Shape::kLower;
  if (letters == 1) return word.size() <= 4 && upper == 1 ? Shape::kInitial : Shape::kMixed;
  if (upper == letters) return Shape::kUpper;
  return first_upper && upper == 1 ? Shape::kCapital : Shape::kMixed;
}

Gap GapOf(std::string_view between) {
  if (between == " ") return Gap::kSpace;
  bool space = false;
  char32_t mark = 0;
  bool space_before_mark = false;
  for (std::size_t at = 0; at < between.size();) {
    const CodePoint c = DecodeAt(between, at);
    at = c.end;
    if (IsSpace(c.value)) {
      space = true;
      continue;
    }
    if (mark != 0) return Gap::kBreak;
    mark = c.value;
    space_before_mark = space;
  }
  if (mark == 0) return space ? Gap::kSpace : Gap::kHyphen;
  if (mark == '&') return Gap::kAmpersand;
  if (mark == '.' && !space_before_mark) return space ? Gap::kDotSpace : Gap::kDot;
  if (space) return Gap::kBreak;
  if (IsHyphen(mark)) return Gap::kHyphen;
  return IsApostrophe(mark) ? Gap::kApostrophe : Gap::kBreak;
}

// Whether what stands before a part makes its capital worth nothing: an opening quotation mark, a
// colon, a dash between blanks, a full stop inside a badly split sentence.
bool OpensAnew(std::string_view between) {
  if (between == " ") return false;
  for (std::size_t at = 0; at < between.size();) {
    const CodePoint c = DecodeAt(between, at);
    at = c.end;
    if (c.value == '"' || c.value == 0x201C || c.value == 0xAB || c.value == ':' ||
        c.value == 0x2014 || c.value == 0x2013 || c.value == '!' || c.value == '?') {
      return true;
    }
  }
  return between.find(" - ") != std::string_view::npos ||
         between.find("-- ") != std::string_view::npos;
}

}  // namespace

std::vector<NamePart> SplitNameParts(std::string_view text, ByteSpan span) {
  std::vector<NamePart> parts;
  std::uint32_t previous_end = span.begin;
  for (std::uint32_t at = span.begin; at < span.end;) {
    CodePoint c = DecodeAt(text, at);
    if (!IsPartCharacter(c.value)) {
      at = c.end;
      continue;
    }
    const std::uint32_t begin = at;
    while (at < span.end && IsPartCharacter(c.value)) {
      at = c.end;
      if (at < span.end) c = DecodeAt(text, at);
    }
    NamePart& part = parts.emplace_back();
    part.span = {begin, at};
    part.folded = Fold(part.span.In(text));
    part.hash = Hash(part.folded);
    part.shape = ShapeOf(part.span.In(text));
    const std::string_view between = text.substr(previous_end, begin - previous_end);
    part.before = parts.size() == 1 ? Gap::kBreak : GapOf(between);
    part.opens = parts.size() == 1 || OpensAnew(between);
    previous_end = at;
  }
  return parts;
}

std::uint64_t ExtendPhraseHash(std::uint64_t phrase, std::uint64_t part) {
  return Mix(phrase * 3 + part);
}

std::string PhraseKey(std::string_view text) {
  std::string key;
  for (const NamePart& part : SplitNameParts(text, {0, static_cast<std::uint32_t>(text.size())})) {
    if (!key.empty()) key += ' ';
    key += part.folded;
  }
  return key;
}

}  // namespace calque::internal
