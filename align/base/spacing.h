// White space that says nothing: names and labels that a wire wrapped or padded.
#pragma once

#include <string>
#include <string_view>

namespace calque::internal {

// Each run of white space, line breaks included, as one space; none at either end.
[[nodiscard]] std::string SingleSpaced(std::string_view text);

}  // namespace calque::internal
