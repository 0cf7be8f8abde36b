// Picture captions inside a story: `… le 5 janvier 2026. /Photo prise le …/REUTERS/Mara Quillen`.
#pragma once

#include <string_view>
#include <vector>

#include "align/structure/grammar.h"
#include "calque/document.h"

namespace calque::internal {

// The photographer of a block that ends in `AGENCY/Name`, `AGENCY / Name` or `Name / AGENCY`;
// empty where it is no caption. Photographers are never credited for the text.
[[nodiscard]] std::vector<Credit> CreditsOfCaption(std::string_view text, ByteSpan block,
                                                   const DispatchGrammar& grammar);

}  // namespace calque::internal
