// The part of the lattice that is searched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace calque::internal {

// A cut (i, j) stands after i source and j target sentences. For each i the band holds the cuts
// from first[i] to last[i]; both never fall, first.front() is 0 and last.back() the number of
// target sentences, so that a path leads through.
struct Band {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> last;
  std::vector<std::size_t> offset;  // of (i, first[i]) among all cuts of the band, and the end

  static Band Full(std::uint32_t source_count, std::uint32_t target_count);
  // Precondition: as above.
  static Band FromRows(std::vector<std::uint32_t> first, std::vector<std::uint32_t> last);

  [[nodiscard]] std::uint32_t source_count() const {
    return static_cast<std::uint32_t>(first.size()) - 1;
  }
  [[nodiscard]] std::uint32_t target_count() const { return last.back(); }
  [[nodiscard]] std::size_t size() const { return offset.back(); }
  [[nodiscard]] bool Contains(std::uint32_t i, std::uint32_t j) const {
    return first[i] <= j && j <= last[i];
  }
  [[nodiscard]] std::size_t At(std::uint32_t i, std::uint32_t j) const {
    return offset[i] + (j - first[i]);
  }
  // The same cuts with the sides swapped.
  [[nodiscard]] Band Transposed() const;
};

}  // namespace calque::internal
