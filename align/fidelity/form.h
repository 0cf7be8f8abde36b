// How alike two folded words are written.
#pragma once

#include <cstddef>
#include <string_view>

namespace calque::internal {

// 1 − edit distance / length of the longer (Levenshtein 1965, over bytes), or the share of the
// longer that a common beginning takes, whichever is larger; 0 where one has fewer than three
// bytes, unless they are equal. In [0, 1], symmetric.
[[nodiscard]] float FormSimilarity(std::string_view a, std::string_view b);

// FormSimilarity where it is `least` or more, else 0; sooner told of words of different lengths.
[[nodiscard]] float FormSimilarityFrom(float least, std::string_view a, std::string_view b);

// How many letters one word must lose, gain or change, or exchange with the next, to become the
// other (optimal string alignment, after Damerau 1964; over bytes); `most` + 1 where it is more.
[[nodiscard]] std::size_t LettersApart(std::string_view a, std::string_view b, std::size_t most);

}  // namespace calque::internal
