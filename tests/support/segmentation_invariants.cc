#include "tests/support/segmentation_invariants.h"

#include "align/base/utf8.h"

namespace calque::test {
namespace {

using internal::IsSpace;

bool IsBlankText(std::string_view text) { return internal::TrimSpace(text).empty(); }

bool IsTrimmed(std::string_view text) {
  return !text.empty() && internal::TrimSpace(text).size() == text.size();
}

// Whether `offset` does not cut a code point that starts before it.
bool IsOnCodePoint(std::string_view text, std::uint32_t offset) {
  constexpr std::uint32_t kLongest = 4;
  const std::uint32_t from = offset < kLongest ? 0 : offset - (kLongest - 1);
  for (std::uint32_t at = from; at < offset; ++at) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (starts && internal::DecodeAt(text, at).end > offset) return false;
  }
  return true;
}

std::string At(const char* what, std::uint32_t offset) {
  return std::string(what) + " at byte " + std::to_string(offset);
}

// Whether `inner`, behind `at` in `outer`, is in place, trimmed and made of whole code points, with
// white space alone before it.
std::string BrokenSpan(std::string_view text, ByteSpan outer, std::uint32_t at, ByteSpan inner) {
  if (inner.begin < at || inner.end > outer.end) return At("span out of place", inner.begin);
  if (!IsBlankText(text.substr(at, inner.begin - at))) return At("text left out", at);
  if (!IsTrimmed(inner.In(text))) return At("white space at an end", inner.begin);
  const bool whole = IsOnCodePoint(text, inner.begin) && IsOnCodePoint(text, inner.end);
  return whole ? std::string() : At("cut code point", inner.begin);
}

std::string BrokenEnd(std::string_view text, ByteSpan outer, std::uint32_t at) {
  return IsBlankText(text.substr(at, outer.end - at)) ? std::string() : At("text left out", at);
}

std::string BrokenUnit(std::string_view text, ByteSpan unit, std::span<const Sentence> sentences) {
  std::uint32_t at = unit.begin;
  for (const Sentence& sentence : sentences) {
    std::string broken = BrokenSpan(text, unit, at, sentence.span);
    if (!broken.empty()) return broken;
    const bool probable = sentence.confidence >= 0.0F && sentence.confidence <= 1.0F;
    if (!probable) return At("no probability", sentence.span.begin);
    at = sentence.span.end;
  }
  return BrokenEnd(text, unit, at);
}

}  // namespace

std::string BrokenSentences(std::string_view text, std::span<const ByteSpan> units,
                            const internal::SegmentedUnits& segmented) {
  if (segmented.units.size() != units.size()) return "not one range a unit";
  const std::span<const Sentence> all(segmented.sentences);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const IndexRange<Sentence> range = segmented.units[i];
    if (range.begin != next || range.end < range.begin || range.end > all.size()) {
      return "ranges do not follow each other";
    }
    next = range.end;
    std::string broken = BrokenUnit(text, units[i], all.subspan(range.begin, range.size()));
    if (!broken.empty()) return broken;
  }
  return next == all.size() ? std::string() : "sentences of no unit";
}

std::string BrokenTokens(std::string_view text, ByteSpan span, std::span<const Token> tokens) {
  std::uint32_t at = span.begin;
  for (const Token& token : tokens) {
    std::string broken = BrokenSpan(text, span, at, token.span);
    if (!broken.empty()) return broken;
    at = token.span.end;
  }
  return BrokenEnd(text, span, at);
}

std::string BrokenSoftBoundaries(std::string_view text, ByteSpan sentence,
                                 std::span<const internal::SoftBoundary> boundaries) {
  std::uint32_t at = sentence.begin;
  for (const internal::SoftBoundary& boundary : boundaries) {
    if (boundary.offset <= at || boundary.offset >= sentence.end) {
      return At("soft boundary out of place", boundary.offset);
    }
    const bool behind_space = IsSpace(internal::DecodeBefore(text, boundary.offset).value);
    if (!behind_space || IsSpace(internal::DecodeAt(text, boundary.offset).value)) {
      return At("soft boundary not at a word", boundary.offset);
    }
    at = boundary.offset;
  }
  return {};
}

}  // namespace calque::test
