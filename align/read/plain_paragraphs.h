// The body of a story in plain text that a wire format carries.
#pragma once

#include <string_view>

#include "align/read/dispatch_builder.h"

namespace calque::internal {

// Paragraphs of plain text, parted by blank lines, or by every line end where there is no blank
// line.
void AddPlainParagraphs(std::string_view text, DispatchBuilder* builder);

}  // namespace calque::internal
