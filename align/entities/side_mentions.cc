#include "align/entities/side_mentions.h"

namespace calque::internal {

SideMentions::SideMentions(ByteSpan span, std::vector<Mention>* mentions, std::uint32_t* at)
    : mentions_(mentions) {
  while (*at < mentions->size() && (*mentions)[*at].span.begin < span.begin) ++*at;
  begin_ = *at;
  std::uint32_t end = begin_;
  while (end < mentions->size() && (*mentions)[end].span.end <= span.end) ++end;
  settled_.assign(end - begin_, false);
}

std::optional<std::vector<std::size_t>> SideMentions::RivalsOf(ByteSpan span) const {
  std::vector<std::size_t> rivals;
  for (std::size_t m = 0; m < size(); ++m) {
    if (!(*mentions_)[begin_ + m].span.Overlaps(span)) continue;
    if (settled_[m]) return std::nullopt;
    rivals.push_back(m);
  }
  for (const Mention& mention : added_) {
    if (mention.span.Overlaps(span)) return std::nullopt;
  }
  return rivals;
}

}  // namespace calque::internal
