// How alike two folded words are written.
#pragma once

#include <string_view>

namespace calque::internal {

// 1 − edit distance / length of the longer (Levenshtein 1965, over bytes), or the share of the
// longer that a common beginning takes, whichever is larger; 0 where one has fewer than three
// bytes, unless they are equal. In [0, 1], symmetric.
[[nodiscard]] float FormSimilarity(std::string_view a, std::string_view b);

// FormSimilarity where it is `least` or more, else 0; sooner told of words of different lengths.
[[nodiscard]] float FormSimilarityFrom(float least, std::string_view a, std::string_view b);

}  // namespace calque::internal
