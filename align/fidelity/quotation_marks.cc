#include "align/fidelity/quotation_marks.h"

#include <algorithm>
#include <iterator>

#include "align/base/ascii.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

// A mark with letters close on both sides stands for an apostrophe: `d"électricité`.
bool IsInWord(const SideView& side, std::uint32_t token) {
  const std::string_view text = side.document().text;
  const ByteSpan span = side.document().tokens[token].span;
  if (span.begin == 0 || span.end == text.size()) return false;
  return IsLetter(DecodeBefore(text, span.begin).value) && IsLetter(DecodeAt(text, span.end).value);
}

// `1'12''` are seconds, `6'2"` inches.
bool IsPrime(const SideView& side, std::uint32_t token) {
  const std::string_view text = side.document().text;
  std::size_t at = side.document().tokens[token].span.begin;
  const std::size_t end = at;
  while (at > 0 && IsAsciiDigit(text[at - 1])) --at;
  if (at == end || at == 0) return false;
  const CodePoint sign = DecodeBefore(text, at);
  const bool feet = sign.value == U'\'' || sign.value == U'’' || sign.value == U'′';
  return feet && sign.end > 0 && IsAsciiDigit(text[sign.end - 1]);  // `end` is its start here
}

// What a closing mark may stand behind.
bool IsWordEnd(char32_t c) {
  return IsLetter(c) || IsDigit(c) || c == U'.' || c == U',' || c == U'!' || c == U'?';
}

}  // namespace

bool IsQuotationMark(std::string_view token) {
  static constexpr std::string_view kMarks[] = {"\"", "“", "”", "„", "‟", "«", "»", "''", "``"};
  return std::find(std::begin(kMarks), std::end(kMarks), token) != std::end(kMarks);
}

std::vector<std::uint32_t> QuotationMarksIn(const SideView& side, IndexRange<Token> tokens) {
  std::vector<std::uint32_t> marks;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (IsQuotationMark(side.document().TextOf(side.document().tokens[i])) && !IsInWord(side, i) &&
        !IsPrime(side, i)) {
      marks.push_back(i);
    }
  }
  return marks;
}

bool HasSingleQuotation(std::string_view text) {
  bool opened = false;
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint mark = DecodeAt(text, at);
    const bool before = at > 0 && IsWordEnd(DecodeBefore(text, at).value);
    const bool behind = mark.end < text.size() && IsLetter(DecodeAt(text, mark.end).value);
    at = mark.end;
    if (mark.value != U'\'' && mark.value != U'‘' && mark.value != U'’') continue;
    if (opened && before && !behind) return true;
    opened = opened || (!before && behind);
  }
  return false;
}

}  // namespace calque::internal
