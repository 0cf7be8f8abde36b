// How alike two words are written: names, numbers and cognates translate as themselves or nearly.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace calque::internal {

// One word to be compared with many.
class SpellingMatcher {
 public:
  // `word` must outlive the matcher.
  explicit SpellingMatcher(std::string_view word);

  // Square of the longest common subsequence over the length of the longer word (Melamed 1999), in
  // bytes of folded text; 1 for equal words, 0 below .4 and for words of three bytes or fewer that
  // differ.
  [[nodiscard]] double Similarity(std::string_view other) const;

 private:
  [[nodiscard]] int CommonLength(std::string_view other) const;

  std::string_view word_;
  std::array<std::uint64_t, 256> places_ = {};  // of each byte in the word, a bit a place
};

}  // namespace calque::internal
