// An index of a list by a key of its elements, for looking up ranges of keys.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace calque::internal {

// The numbers below `count` in the order of their keys.
template <typename Key>
std::vector<std::uint32_t> SortedIndices(std::size_t count, Key key) {
  std::vector<std::uint32_t> indices(count);
  std::iota(indices.begin(), indices.end(), 0U);
  std::stable_sort(indices.begin(), indices.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  return indices;
}

// Visits those of `indices`, sorted by `key`, whose key is in [begin, end).
template <typename Key, typename Visit>
void ForKeysIn(const std::vector<std::uint32_t>& indices, std::uint32_t begin, std::uint32_t end,
               Key key, Visit visit) {
  auto at = std::lower_bound(indices.begin(), indices.end(), begin,
                             [&](std::uint32_t i, std::uint32_t value) { return key(i) < value; });
  for (; at != indices.end() && key(*at) < end; ++at) visit(*at);
}

}  // namespace calque::internal
