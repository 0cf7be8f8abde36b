// The physical lines of a text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "calque/span.h"

namespace calque::internal {

struct Line {
  ByteSpan span;             // without white space at either end; never empty
  std::uint32_t indent = 0;  // code points of white space before it
  std::uint32_t width = 0;   // code points of the span
  bool gap_before = false;   // a blank line, a form feed or the start of the text comes before
};

// The lines of `part` that hold more than white space, in order. LF, CR LF, CR, FF, VT, NEL and
// the Unicode line and paragraph separators end a line.
[[nodiscard]] std::vector<Line> SplitLines(std::string_view text, ByteSpan part);

}  // namespace calque::internal
