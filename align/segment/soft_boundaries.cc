// Places inside a sentence where another language may end one.
#include "align/base/marks.h"
#include "align/segment/char_class.h"
#include "align/segment/segmenter.h"

namespace calque::internal {
namespace {

bool IsBreakingDash(char32_t c) { return c == 0x2013 || c == 0x2014; }

// The kind of the mark that ends before `at`, where white space or a dash's own space follows.
bool KindAt(std::string_view text, std::uint32_t at, ByteSpan sentence, SoftBoundary::Kind* kind) {
  const ClassifiedChar c = CharAt(text, at, sentence.end);
  switch (c.value) {
    case U';':
      *kind = SoftBoundary::Kind::kSemicolon;
      return true;
    case U':':
      *kind = SoftBoundary::Kind::kColon;
      return true;
    default:
      break;
  }
  const bool spaced = CharBefore(text, at, sentence.begin).kind == CharClass::kSpace;
  const bool double_hyphen = text.substr(at, 2) == "--";
  if (spaced && (IsBreakingDash(c.value) || double_hyphen)) {
    *kind = SoftBoundary::Kind::kDash;
    return true;
  }
  *kind = SoftBoundary::Kind::kTerminator;
  const TerminatorKind terminator = TerminatorOf(c.value);
  return terminator == TerminatorKind::kExclamation || terminator == TerminatorKind::kQuestion ||
         terminator == TerminatorKind::kFull;
}

}  // namespace

std::vector<SoftBoundary> SoftBoundaries(std::string_view text, ByteSpan sentence) {
  std::vector<SoftBoundary> boundaries;
  std::uint32_t at = sentence.begin;
  while (at < sentence.end) {
    const ClassifiedChar c = CharAt(text, at, sentence.end);
    SoftBoundary::Kind kind{};
    if (c.kind != CharClass::kOther || !KindAt(text, at, sentence, &kind)) {
      at = c.end;
      continue;
    }
    std::uint32_t next = c.end;
    while (next < sentence.end && CharAt(text, next, sentence.end).kind == CharClass::kOther) {
      next = CharAt(text, next, sentence.end).end;
    }
    const std::uint32_t marks_end = next;
    while (next < sentence.end && CharAt(text, next, sentence.end).kind == CharClass::kSpace) {
      next = CharAt(text, next, sentence.end).end;
    }
    if (next > marks_end && next < sentence.end) boundaries.push_back({kind, next});
    at = next;
  }
  return boundaries;
}

}  // namespace calque::internal
