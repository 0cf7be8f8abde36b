// Pieces of the sentence that tells a journalist what was found.
#pragma once

#include <string>
#include <string_view>

namespace calque::internal {

// The text in typographic quotation marks instead of its own, white space made single, some words
// of its middle left out where it is long: `“the text … its end”`.
[[nodiscard]] std::string Quoted(std::string_view text);

}  // namespace calque::internal
