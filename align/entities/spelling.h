// Names by their sound: one key for `Poutine` and `Putin`, `Khrouchtchev` and `Khrushchev`.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace calque::internal {

// How a language writes the sounds of foreign names, as replacements (`tch` → `ch`) in folded
// Latin text; where several apply, the first of the list. `^` is the beginning of a word and `$`
// its end: `iy$` → `i`.
using SpellingRules = std::vector<std::pair<std::string, std::string>>;

// Latin letters (by ICU's transliteration where `name` is in another script), folded, without
// anything but letters and blanks, rules applied, double letters single; without the
// `e` that one language ends a name in and another does not (`Arab`, `Árabe`).
[[nodiscard]] std::string SpellingKey(std::string_view name, const SpellingRules& rules);

// 1 − edit distance (Levenshtein 1966) / length of the longer; 1 for two empty strings.
[[nodiscard]] double EditSimilarity(std::string_view key, std::string_view other_key);

}  // namespace calque::internal
