#include "align/fidelity/message.h"

#include <cstddef>

#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::size_t kLongest = 90;  // code points shown
constexpr std::size_t kHead = 60;     // of which before the cut

std::string SingleSpaced(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const bool space = IsSpace(c.value);
    if (!space) out += text.substr(at, c.end - at);
    if (space && !out.empty() && out.back() != ' ') out += ' ';
    at = c.end;
  }
  return out;
}

// The first `count` code points, or what lies behind them.
std::size_t OffsetOf(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0; --count) at = DecodeAt(text, at).end;
  return at;
}

}  // namespace

std::string Quoted(std::string_view text) {
  std::string shown = SingleSpaced(TrimSpace(text));
  if (const std::size_t length = CodePointCount(shown); length > kLongest) {
    const std::string tail = shown.substr(OffsetOf(shown, length - (kLongest - kHead)));
    shown.resize(OffsetOf(shown, kHead));
    shown += " … " + tail;
  }
  return "“" + shown + "”";
}

}  // namespace calque::internal
