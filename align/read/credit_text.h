// Credits as one readable line: `reporter: Anne Roy (Oslo); translator: Myriam Rivet [service
// français]`. Spans and probabilities are not in it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calque/document.h"

namespace calque::internal {

// `\` stands before any of `\ ; ( ) [ ]` that belongs to a name.
[[nodiscard]] std::string FormatCredits(std::span<const Credit> credits);

// The inverse; what has no known role in front is left out.
[[nodiscard]] std::vector<Credit> ParseCredits(std::string_view text);

}  // namespace calque::internal
