#include "align/fidelity/message.h"

#include <cstddef>
#include <utility>

#include "align/base/spacing.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::size_t kLongest = 90;  // code points shown
constexpr std::size_t kHead = 60;     // of which before the cut

// Marks of its own would stand double: a text that is one quotation is shown without them.
std::string_view WithoutMarks(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {"\"", "\""}, {"“", "”"}, {"«", "»"}, {"„", "“"}};
  for (const auto& [open, close] : kMarks) {
    if (text.size() <= open.size() + close.size() || !text.starts_with(open) ||
        !text.ends_with(close)) {
      continue;
    }
    const std::string_view inner =
        text.substr(open.size(), text.size() - open.size() - close.size());
    const bool one =
        inner.find(open) == std::string_view::npos && inner.find(close) == std::string_view::npos;
    return one ? TrimSpace(inner) : text;
  }
  return text;
}

// The last word of a head and the first of a tail are left out where the cut went through them,
// unless little would remain.
constexpr std::size_t kLongestWord = 25;  // bytes

std::string_view WithWholeWords(std::string_view head, char behind) {
  const std::size_t space = head.rfind(' ');
  if (behind == ' ' || space == std::string_view::npos || head.size() - space > kLongestWord) {
    return TrimSpace(head);
  }
  return head.substr(0, space);
}

std::string_view WithWholeWords(char before, std::string_view tail) {
  const std::size_t space = tail.find(' ');
  if (before == ' ' || space == std::string_view::npos || space > kLongestWord) {
    return TrimSpace(tail);
  }
  return tail.substr(space + 1);
}

}  // namespace

std::string Quoted(std::string_view text) {
  const std::string all = SingleSpaced(WithoutMarks(TrimSpace(text)));
  const std::size_t length = CodePointCount(all);
  if (length <= kLongest) return "“" + all + "”";
  const std::string_view view = all;
  const std::size_t head = FirstCodePoints(view, kHead).size();
  const std::size_t tail = FirstCodePoints(view, length - (kLongest - kHead)).size();
  std::string shown = "“";
  shown += WithWholeWords(view.substr(0, head), view[head]);
  shown += " … ";
  shown += WithWholeWords(view[tail - 1], view.substr(tail));
  return shown + "”";
}

}  // namespace calque::internal
