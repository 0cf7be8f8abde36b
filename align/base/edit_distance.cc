#include "align/base/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <vector>

namespace calque::internal {
namespace {

// `row` has room for one number more than `b` has bytes. The one to the left is kept apart: read
// back from the row, each step would wait for the last to be written.
std::size_t FillRow(std::string_view a, std::string_view b, std::uint32_t* row) {
  std::iota(row, row + b.size() + 1, std::uint32_t{0});
  for (const char letter : a) {
    std::uint32_t diagonal = row[0];
    std::uint32_t left = ++row[0];
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint32_t change = diagonal + (letter == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      left = std::min(change, std::min(left, diagonal) + 1);
      row[j + 1] = left;
    }
  }
  return row[b.size()];
}

}  // namespace

std::size_t EditDistance(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  a.remove_prefix(static_cast<std::size_t>(in_a - a.begin()));
  b.remove_prefix(static_cast<std::size_t>(in_b - b.begin()));
  if (std::min(a.size(), b.size()) > kMostEditedBytes) return std::max(a.size(), b.size());
  std::array<std::uint32_t, 64> usual;
  if (b.size() < usual.size()) return FillRow(a, b, usual.data());
  std::vector<std::uint32_t> long_row(b.size() + 1);
  return FillRow(a, b, long_row.data());
}

}  // namespace calque::internal
