#include "align/entities/mention_changes.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "align/entities/values.h"

namespace calque::internal {
namespace {

// The place of a span among mentions in text order.
template <typename Mentions>
auto PlaceOf(Mentions& mentions, ByteSpan span) {
  return std::lower_bound(
      mentions.begin(), mentions.end(), span,
      [](const Mention& known, ByteSpan wanted) { return known.span < wanted; });
}

// Adds those whose extent no mention has yet.
void AddMentions(std::vector<Mention> added, std::vector<Mention>* mentions) {
  const auto before = [](const Mention& a, const Mention& b) { return a.span < b.span; };
  const auto same = [](const Mention& a, const Mention& b) { return a.span == b.span; };
  std::stable_sort(added.begin(), added.end(), before);
  added.erase(std::unique(added.begin(), added.end(), same), added.end());
  std::erase_if(added, [&](const Mention& mention) {
    const auto at = PlaceOf(*mentions, mention.span);
    return at != mentions->end() && at->span == mention.span;
  });
  const auto middle = static_cast<std::ptrdiff_t>(mentions->size());
  std::move(added.begin(), added.end(), std::back_inserter(*mentions));
  std::inplace_merge(mentions->begin(), mentions->begin() + middle, mentions->end(), before);
}

std::uint32_t PositionOf(const std::vector<Mention>& mentions, ByteSpan span) {
  return static_cast<std::uint32_t>(PlaceOf(mentions, span) - mentions.begin());
}

}  // namespace

MentionChanges::MentionChanges(Bitext* bitext) : bitext_(*bitext) {
  for (const Side side : kBothSides) {
    const std::vector<Mention>& mentions = MentionsOf(bitext_, side);
    for (std::size_t m = 0; m < mentions.size(); ++m) {
      mentions_[IndexOf(side)].Add(mentions[m].span, m);
    }
    linked_[IndexOf(side)].assign(mentions.size(), false);
  }
  for (const EntityLink& link : bitext_.entities) {
    linked_[0][link.source] = linked_[1][link.target] = true;
  }
}

std::optional<std::vector<ByteSpan>> MentionChanges::PartsOf(Side side, ByteSpan span,
                                                             const Mention* except) const {
  std::vector<ByteSpan> parts;
  for (const std::size_t m : mentions_[IndexOf(side)].Overlapping(span)) {
    const Mention& mention = MentionsOf(bitext_, side)[m];
    if (&mention == except) continue;
    const bool inside = span.Contains(mention.span) && mention.span != span;
    if (!inside || LinkedOn(side)[m] || IsValueKey(mention.key)) return std::nullopt;
    parts.push_back(mention.span);
  }
  return parts;
}

bool MentionChanges::HoldsLink(Side side, ByteSpan mention, ByteSpan there) const {
  const std::size_t here = IndexOf(side);
  const auto same = added_spans_[here].Overlapping(mention);
  return added_spans_[1 - here].HasOverlapping(there) ||
         std::any_of(same.begin(), same.end(), [&](std::size_t link) {
           return (here == 0 ? added_[link].source : added_[link].target).span == mention;
         });
}

void MentionChanges::Extend(Side side, ByteSpan span, Mention* mention) {
  const std::optional<std::vector<ByteSpan>> parts = PartsOf(side, span, mention);
  if (!parts) return;
  Remove(side, *parts);
  const auto index = static_cast<std::size_t>(mention - MentionsOf(bitext_, side).data());
  mentions_[IndexOf(side)].Move(mention->span, span, index);
  mention->span = span;
}

void MentionChanges::Remove(Side side, const std::vector<ByteSpan>& mentions) {
  std::vector<ByteSpan>& removed = removed_[IndexOf(side)];
  removed.insert(removed.end(), mentions.begin(), mentions.end());
}

void MentionChanges::AddLink(Mention source, Mention target, float score) {
  added_spans_[0].Add(source.span, added_.size());
  added_spans_[1].Add(target.span, added_.size());
  added_.push_back({std::move(source), std::move(target), score});
}

void MentionChanges::Apply() {
  if (added_.empty() && removed_[0].empty() && removed_[1].empty()) return;
  std::vector<std::tuple<ByteSpan, ByteSpan, float, LinkEvidence>> links;
  for (const EntityLink& link : bitext_.entities) {
    links.emplace_back(bitext_.source_mentions[link.source].span,
                       bitext_.target_mentions[link.target].span, link.score, link.evidence);
  }
  for (const Side side : kBothSides) {
    std::vector<ByteSpan>& removed = removed_[IndexOf(side)];
    std::sort(removed.begin(), removed.end());
    std::erase_if(MentionsOf(bitext_, side), [&](const Mention& mention) {
      return std::binary_search(removed.begin(), removed.end(), mention.span);
    });
  }
  std::vector<Mention> added[2];
  for (NewLink& link : added_) {
    links.emplace_back(link.source.span, link.target.span, link.score, LinkEvidence::kWordLinks);
    added[0].push_back(std::move(link.source));
    added[1].push_back(std::move(link.target));
  }
  AddMentions(std::move(added[0]), &bitext_.source_mentions);
  AddMentions(std::move(added[1]), &bitext_.target_mentions);
  std::sort(links.begin(), links.end());
  bitext_.entities.clear();
  for (const auto& [source, target, score, evidence] : links) {
    bitext_.entities.push_back({PositionOf(bitext_.source_mentions, source),
                                PositionOf(bitext_.target_mentions, target), score, evidence});
  }
}

}  // namespace calque::internal
