#include "align/base/spacing.h"

#include "align/base/utf8.h"

namespace calque::internal {

std::string SingleSpaced(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (IsSpace(c.value)) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out += text.substr(at, c.end - at);
    }
    at = c.end;
  }
  return out;
}

}  // namespace calque::internal
