#include "align/entities/name_parts.h"

#include "align/base/hash.h"
#include "align/base/marks.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

// A part as it stands in the text, and what its letters are.
struct RawPart {
  ByteSpan span;
  int letters = 0;
  int upper = 0;
  bool first_upper = false;
};

// The next part of the text from `at` on and before `end`; empty where there is none. A letter
// modifier apostrophe belongs to its word; the punctuation ones separate.
RawPart NextPart(std::string_view text, std::uint32_t at, std::uint32_t end) {
  RawPart part{{at, at}};
  while (at < end) {
    const CodePoint c = DecodeAt(text, at);
    const bool letter = IsLetter(c.value);
    if (letter || IsDigit(c.value) || IsMark(c.value)) {
      if (part.span.empty()) part.span.begin = at;
      const bool upper = letter && IsUpper(c.value);
      if (at == part.span.begin) part.first_upper = upper;
      part.letters += letter ? 1 : 0;
      part.upper += upper ? 1 : 0;
      part.span.end = c.end;
    } else if (!part.span.empty()) {
      break;
    }
    at = c.end;
  }
  return part;
}

Shape ShapeOf(const RawPart& part) {
  if (part.letters == 0) return Shape::kDigits;
  if (part.upper == 0) return Shape::kLower;
  if (part.letters == 1) {
    return part.span.size() <= 4 && part.upper == 1 ? Shape::kInitial : Shape::kMixed;
  }
  if (part.upper == part.letters) return Shape::kUpper;
  return part.first_upper && part.upper == 1 ? Shape::kCapital : Shape::kMixed;
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
  constexpr std::size_t kUsualPart = 6;  // bytes, with what stands behind it
  std::vector<NamePart> parts;
  parts.reserve(span.size() / kUsualPart + 1);
  std::uint32_t previous_end = span.begin;
  for (RawPart raw = NextPart(text, span.begin, span.end); !raw.span.empty();
       raw = NextPart(text, raw.span.end, span.end)) {
    NamePart& part = parts.emplace_back();
    part.span = raw.span;
    part.folded = Fold(part.span.In(text));
    part.hash = Hash(part.folded);
    part.shape = ShapeOf(raw);
    const std::string_view between = text.substr(previous_end, part.span.begin - previous_end);
    part.before = parts.size() == 1 ? Gap::kBreak : GapOf(between);
    part.opens = parts.size() == 1 || OpensAnew(between);
    previous_end = part.span.end;
  }
  return parts;
}

std::uint64_t ExtendPhraseHash(std::uint64_t phrase, std::uint64_t part) {
  return Mix(phrase * 3 + part);
}

std::string PhraseKey(std::string_view text) {
  const auto end = static_cast<std::uint32_t>(text.size());
  std::string key;
  for (RawPart part = NextPart(text, 0, end); !part.span.empty();
       part = NextPart(text, part.span.end, end)) {
    if (!key.empty()) key += ' ';
    key += Fold(part.span.In(text));
  }
  return key;
}

std::uint64_t PhraseHash(std::string_view text) {
  const auto end = static_cast<std::uint32_t>(text.size());
  std::uint64_t hash = 0;
  for (RawPart part = NextPart(text, 0, end); !part.span.empty();
       part = NextPart(text, part.span.end, end)) {
    hash = ExtendPhraseHash(hash, Hash(Fold(part.span.In(text))));
  }
  return hash;
}

}  // namespace calque::internal
