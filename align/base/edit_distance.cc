#include "align/base/edit_distance.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <vector>

namespace calque::internal {
namespace {

std::size_t FillRow(std::string_view a, std::string_view b, std::span<std::size_t> row) {
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::array<std::size_t, 64> usual;
  if (b.size() < usual.size()) return FillRow(a, b, std::span(usual).first(b.size() + 1));
  std::vector<std::size_t> long_row(b.size() + 1);
  return FillRow(a, b, long_row);
}

}  // namespace calque::internal
