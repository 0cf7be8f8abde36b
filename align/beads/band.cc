#include "align/beads/band.h"

#include <utility>

namespace calque::internal {

Band Band::Full(std::uint32_t source_count, std::uint32_t target_count) {
  return FromRows(std::vector<std::uint32_t>(source_count + 1, 0),
                  std::vector<std::uint32_t>(source_count + 1, target_count));
}

Band Band::FromRows(std::vector<std::uint32_t> first, std::vector<std::uint32_t> last) {
  Band band{std::move(first), std::move(last), {0}};
  band.offset.reserve(band.first.size() + 1);
  for (std::size_t i = 0; i < band.first.size(); ++i) {
    band.offset.push_back(band.offset.back() + (band.last[i] - band.first[i] + 1));
  }
  return band;
}

Band Band::Transposed() const {
  std::vector<std::uint32_t> rows_first(target_count() + 1);
  std::vector<std::uint32_t> rows_last(target_count() + 1);
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  for (std::uint32_t j = 0; j <= target_count(); ++j) {
    while (last[begin] < j) ++begin;
    while (end < source_count() && first[end + 1] <= j) ++end;
    rows_first[j] = begin;
    rows_last[j] = end;
  }
  return FromRows(std::move(rows_first), std::move(rows_last));
}

}  // namespace calque::internal
