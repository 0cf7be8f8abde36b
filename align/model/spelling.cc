#include "align/model/spelling.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace calque::internal {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongest = 64;  // bits of the word that holds a column
constexpr double kSmallest = 0.4;

// Length of the longest common subsequence, a column of the table in one machine word (Hyyrö
// 2004). Precondition: a.size() <= 64.
int CommonLength(std::string_view a, std::string_view b) {
  std::array<std::uint64_t, 256> places = {};
  for (std::size_t i = 0; i < a.size(); ++i) {
    places[static_cast<unsigned char>(a[i])] |= std::uint64_t{1} << i;
  }
  std::uint64_t column = ~std::uint64_t{0};
  for (const char c : b) {
    const std::uint64_t matches = column & places[static_cast<unsigned char>(c)];
    column = (column + matches) | (column - matches);
  }
  const std::uint64_t used =
      a.size() == kLongest ? ~std::uint64_t{0} : (std::uint64_t{1} << a.size()) - 1;
  return std::popcount(~column & used);
}

}  // namespace

double SpellingSimilarity(std::string_view a, std::string_view b) {
  if (a == b) return 1.0;
  if (std::min(a.size(), b.size()) < kShortest || std::max(a.size(), b.size()) > kLongest) {
    return 0.0;
  }
  const auto longer = static_cast<double>(std::max(a.size(), b.size()));
  const auto shorter = static_cast<double>(std::min(a.size(), b.size()));
  if (shorter * shorter < kSmallest * longer * longer) return 0.0;
  const double ratio = CommonLength(a, b) / longer;
  return ratio * ratio < kSmallest ? 0.0 : ratio * ratio;
}

}  // namespace calque::internal
