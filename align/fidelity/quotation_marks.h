// Quotation marks in a text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "align/fidelity/scene.h"

namespace calque::internal {

[[nodiscard]] bool IsQuotationMark(std::string_view token);

// The tokens among `tokens` that are quotation marks.
[[nodiscard]] std::vector<std::uint32_t> QuotationMarksIn(const SideView& side,
                                                          IndexRange<Token> tokens);

// Whether something stands between single marks: `'unprecedented'`, not `workers' pay`.
[[nodiscard]] bool HasSingleQuotation(std::string_view text);

}  // namespace calque::internal
