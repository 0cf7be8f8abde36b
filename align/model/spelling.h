// How alike two words are written: names, numbers and cognates translate as themselves or nearly.
#pragma once

#include <string_view>

namespace calque::internal {

// Square of the longest common subsequence over the length of the longer word (Melamed 1999), in
// bytes of folded text; 1 for equal words, 0 below .4 and for words of three bytes or fewer that
// differ.
[[nodiscard]] double SpellingSimilarity(std::string_view a, std::string_view b);

}  // namespace calque::internal
