#include "align/model/spelling.h"

#include <algorithm>
#include <bit>

namespace calque::internal {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongest = 64;  // bits of the word that holds a column
constexpr double kSmallest = 0.4;

}  // namespace

SpellingMatcher::SpellingMatcher(std::string_view word) : word_(word) {
  for (std::size_t i = 0; i < word.size() && i < kLongest; ++i) {
    places_[static_cast<unsigned char>(word[i])] |= std::uint64_t{1} << i;
  }
}

double SpellingMatcher::Similarity(std::string_view other) const {
  if (word_ == other) return 1.0;
  const std::size_t longer = std::max(word_.size(), other.size());
  const std::size_t shorter = std::min(word_.size(), other.size());
  if (shorter < kShortest || longer > kLongest) return 0.0;
  const auto similarity = [longer](std::size_t common) {
    const double ratio = static_cast<double>(common) / static_cast<double>(longer);
    return ratio * ratio;
  };
  if (similarity(shorter) < kSmallest) return 0.0;  // the best these lengths allow
  const double found = similarity(static_cast<std::size_t>(CommonLength(other)));
  return found < kSmallest ? 0.0 : found;
}

// Length of the longest common subsequence, a column of its table in one machine word (Hyyrö 2004).
int SpellingMatcher::CommonLength(std::string_view other) const {
  std::uint64_t column = ~std::uint64_t{0};
  for (const char c : other) {
    const std::uint64_t matches = column & places_[static_cast<unsigned char>(c)];
    column = (column + matches) | (column - matches);
  }
  const std::uint64_t used =
      word_.size() == kLongest ? ~std::uint64_t{0} : (std::uint64_t{1} << word_.size()) - 1;
  return std::popcount(~column & used);
}

}  // namespace calque::internal
