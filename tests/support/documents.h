// Documents for tests, from sentences already split.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calque/document.h"

namespace calque::test {

// One paragraph a sentence, tokens filled with the rules that ship for `language`.
[[nodiscard]] Document LinesDocument(const std::vector<std::string>& sentences,
                                     const std::string& language);

// `count` sentences of up to 12 invented words (some none), drawn from a small vocabulary so that
// the two sides share some. The same seed gives the same document.
[[nodiscard]] Document RandomDocument(std::uint64_t seed, std::uint32_t count);

}  // namespace calque::test
