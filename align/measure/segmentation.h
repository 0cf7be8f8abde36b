// How well sentences were found: boundaries and whole sentences against gold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace calque::internal {

// Counts of one measure; the ratios lie in [0, 1], 1 where there was nothing to find.
struct MatchCounts {
  std::uint64_t gold = 0;
  std::uint64_t test = 0;
  std::uint64_t correct = 0;

  [[nodiscard]] double Precision() const;
  [[nodiscard]] double Recall() const;
  [[nodiscard]] double F1() const;
};

struct SegmentationScore {
  // Sentence ends inside the paragraphs of the gold, as positions counted in characters that are
  // not white space; the ends of paragraphs and of the document, which line breaks give away, are
  // left out on both sides.
  MatchCounts boundaries;
  // Sentences with both ends right, those at the ends of paragraphs included.
  MatchCounts sentences;
};

// `gold` and `test` hold a sentence a line and a blank line between paragraphs, of one and the same
// text white space aside. Throws Error{kBadInput}, naming the line of `test`, which `name` is the
// file of, where the two differ in any other character.
[[nodiscard]] SegmentationScore ScoreSegmentation(std::string_view gold, std::string_view test,
                                                  const std::string& name = {});

}  // namespace calque::internal
