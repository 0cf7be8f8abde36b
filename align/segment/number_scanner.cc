// Numbers of TokenScanner: `1,234.5`, `1 234,5`, `10:30`, `12/05/2011`, `9h30`, `3rd`.
#include "align/base/marks.h"
#include "align/segment/token_scanner.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kGroupDigits = 3;

// Blanks and marks that group digits in any language: NBSP, figure, thin and narrow no-break space.
bool IsGroupBlank(char32_t c) { return c == 0xA0 || c == 0x2007 || c == 0x2009 || c == 0x202F; }

}  // namespace

std::uint32_t TokenScanner::DigitsEnd(std::uint32_t at) const {
  while (at < end_ && At(at).kind == CharClass::kDigit) at = At(at).end;
  return at;
}

// The end of the mark at `at` where it belongs to the number before it, else `at`.
std::uint32_t TokenScanner::NumberJoin(std::uint32_t at) const {
  const ClassifiedChar mark = At(at);
  const ClassifiedChar next = At(mark.end);
  if (at >= end_ || next.kind != CharClass::kDigit || mark.end >= end_) return at;
  if (mark.value == U'.' || mark.value == U',' || mark.value == U'/' || mark.value == 0x066B ||
      mark.value == 0x066C) {
    return mark.end;
  }
  const std::uint32_t digits = DigitsEnd(mark.end) - mark.end;
  if (mark.value == U':') return digits == 2 ? mark.end : at;
  if (digits != kGroupDigits) return at;
  const bool groups = IsGroupBlank(mark.value) || IsApostrophe(mark.value) ||
                      (mark.value == U' ' && profile_.space_groups);
  return groups ? mark.end : at;
}

void TokenScanner::ScanNumber() {
  const std::uint32_t begin = at_;
  std::uint32_t at = DigitsEnd(begin);
  bool groups = at - begin <= kGroupDigits;  // of the digits so far, a next group may follow
  while (true) {
    const ClassifiedChar mark = At(at);
    const bool blank = mark.kind == CharClass::kSpace;
    const std::uint32_t joined = NumberJoin(at);
    if (joined == at || (blank && !groups)) break;
    groups = groups && blank;
    at = DigitsEnd(joined);
  }
  const ClassifiedChar next = At(at);
  const bool hyphenated = IsHyphen(next.value) && IsWordClass(At(next.end).kind);
  if (at < end_ && (IsWordClass(next.kind) || next.kind == CharClass::kMark || hyphenated)) {
    return ScanWord(begin, at);
  }
  Emit(begin, at);
}

}  // namespace calque::internal
