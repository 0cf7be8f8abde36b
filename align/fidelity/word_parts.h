// What words and acronyms are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace calque::internal {

// Two to eight letters, all capitals; full stops, hyphens and ampersands between them.
[[nodiscard]] bool AllCapitals(std::string_view text);

// The letters of an acronym, folded and sorted: desks order them by language, `CEC`, `CCE`.
[[nodiscard]] std::string LettersOf(std::string_view folded);

// The parts of a word between hyphens, full stops and apostrophes, the word itself first.
[[nodiscard]] std::vector<std::string_view> PartsOf(std::string_view word);

}  // namespace calque::internal
