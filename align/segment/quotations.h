// Quotations of a unit, for the convention that keeps them whole.
#pragma once

#include <string_view>
#include <vector>

#include "calque/span.h"

namespace calque::internal {

// From opening to closing mark, in order, overlapping ones joined. A mark that nothing closes
// within some 1,500 bytes opens nothing: an unbalanced quote must not swallow the paragraph.
// Linear.
[[nodiscard]] std::vector<ByteSpan> FindQuotations(std::string_view text, ByteSpan unit);

}  // namespace calque::internal
