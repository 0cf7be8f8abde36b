#include "align/segment/enumeration.h"

#include <optional>
#include <string>

#include "align/base/ascii.h"
#include "align/base/marks.h"
#include "align/segment/char_class.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kMostDigits = 3;
constexpr int kLastLetter = 26;

// How the items of an enumeration are marked: `• 9.` is bullet, blank, 9, point.
struct ItemStyle {
  std::string prefix;  // bullet and blanks
  int value = 0;
  bool letter = false;
  std::string suffix;  // `.`, `)`, `.)`
};

std::uint32_t SkipBlanks(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && CharAt(text, at, end).kind == CharClass::kSpace)
    at = CharAt(text, at, end).end;
  return at;
}

std::string SuffixAt(std::string_view text, std::uint32_t at) {
  for (const std::string_view suffix : {".)", ")", "."}) {
    if (text.substr(at, suffix.size()) == suffix) return std::string(suffix);
  }
  return {};
}

std::optional<ItemStyle> StyleAt(std::string_view text, ByteSpan unit) {
  ItemStyle style;
  std::uint32_t at = unit.begin;
  const ClassifiedChar mark = CharAt(text, at, unit.end);
  const bool bullet = IsBullet(mark.value);
  if (bullet || mark.value == U'(') at = SkipBlanks(text, mark.end, unit.end);
  style.prefix = text.substr(unit.begin, at - unit.begin);
  const std::uint32_t label = at;
  while (at < unit.end && at - label < kMostDigits && IsAsciiDigit(text[at])) {
    style.value = style.value * 10 + (text[at++] - '0');
  }
  if (at == label && at < unit.end && text[at] == 'a') {
    style.letter = true;
    style.value = 1;
    ++at;
  }
  if (at == label || (!bullet && style.value != 1)) return std::nullopt;
  style.suffix = SuffixAt(text, at);
  if (style.suffix.empty()) return std::nullopt;
  return style;
}

std::string Label(const ItemStyle& style, int value) {
  const std::string number =
      style.letter ? std::string(1, static_cast<char>('a' + value - 1)) : std::to_string(value);
  return style.prefix + number + style.suffix;
}

// Whether a label that ends at `at` marks an item: white space and more text behind it, and a
// capital where a bare point could be a decimal's or a sentence's.
bool MarksItem(std::string_view text, std::uint32_t at, ByteSpan unit, const ItemStyle& style) {
  const std::uint32_t first = SkipBlanks(text, at, unit.end);
  if (first == at || first >= unit.end) return false;
  return style.suffix != "." || CharAt(text, first, unit.end).kind == CharClass::kUpper;
}

// Where the item with `label` begins behind `from`, or the end of the unit.
std::uint32_t FindItem(std::string_view text, std::uint32_t from, ByteSpan unit,
                       const std::string& label, const ItemStyle& style) {
  const std::string_view whole = text.substr(0, unit.end);
  for (std::size_t at = whole.find(label, from); at != std::string_view::npos;
       at = whole.find(label, at + 1)) {
    const auto begin = static_cast<std::uint32_t>(at);
    const bool spaced = CharBefore(text, begin, unit.begin).kind == CharClass::kSpace;
    const auto end = begin + static_cast<std::uint32_t>(label.size());
    if (spaced && MarksItem(text, end, unit, style)) return begin;
  }
  return unit.end;
}

ByteSpan WithoutTrailingSpace(std::string_view text, ByteSpan span) {
  while (span.end > span.begin &&
         CharBefore(text, span.end, span.begin).kind == CharClass::kSpace) {
    span.end = CharBefore(text, span.end, span.begin).end;
  }
  return span;
}

}  // namespace

std::vector<ByteSpan> SplitEnumeration(std::string_view text, ByteSpan unit) {
  const std::optional<ItemStyle> style = StyleAt(text, unit);
  if (!style) return {unit};
  const std::string first = Label(*style, style->value);
  const auto first_end = unit.begin + static_cast<std::uint32_t>(first.size());
  if (!MarksItem(text, first_end, unit, *style)) return {unit};
  std::vector<ByteSpan> items;
  std::uint32_t begin = unit.begin;
  for (int value = style->value + 1; begin < unit.end; ++value) {
    const bool exhausted = style->letter && value > kLastLetter;
    const std::uint32_t next =
        exhausted ? unit.end : FindItem(text, begin + 1, unit, Label(*style, value), *style);
    items.push_back(WithoutTrailingSpace(text, {begin, next}));
    begin = next;
  }
  return items;
}

}  // namespace calque::internal
