// Which of many spans overlap one, in time that grows with what is near, not with the document.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "calque/span.h"

namespace calque::internal {

class SpanIndex {
 public:
  void Add(ByteSpan span, std::size_t id) {
    spans_.emplace(span, id);
    longest_ = std::max(longest_, span.size());
  }
  // Gives the span that was added with `id` another extent.
  void Move(ByteSpan from, ByteSpan to, std::size_t id) {
    spans_.erase({from, id});
    Add(to, id);
  }

  // The ids of those that overlap `span`, by span, then id.
  [[nodiscard]] std::vector<std::size_t> Overlapping(ByteSpan span) const {
    std::vector<std::size_t> ids;
    for (auto at = FirstNear(span); at != spans_.end() && at->first.begin < span.end; ++at) {
      if (at->first.Overlaps(span)) ids.push_back(at->second);
    }
    return ids;
  }
  [[nodiscard]] bool HasOverlapping(ByteSpan span) const { return !Overlapping(span).empty(); }

 private:
  using Entry = std::pair<ByteSpan, std::size_t>;

  [[nodiscard]] std::set<Entry>::const_iterator FirstNear(ByteSpan span) const {
    const std::uint32_t begin = span.begin - std::min(span.begin, longest_);
    return spans_.lower_bound(Entry{{begin, 0}, 0});
  }

  std::set<Entry> spans_;
  std::uint32_t longest_ = 0;
};

}  // namespace calque::internal
