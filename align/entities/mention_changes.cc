#include "align/entities/mention_changes.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "align/entities/sides.h"
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

void AddMention(Mention mention, std::vector<Mention>* mentions) {
  const auto at = PlaceOf(*mentions, mention.span);
  if (at == mentions->end() || at->span != mention.span) mentions->insert(at, std::move(mention));
}

std::uint32_t PositionOf(const std::vector<Mention>& mentions, ByteSpan span) {
  return static_cast<std::uint32_t>(PlaceOf(mentions, span) - mentions.begin());
}

}  // namespace

std::vector<bool> MentionChanges::LinkedOn(Side side) const {
  std::vector<bool> linked(MentionsOf(bitext_, side).size(), false);
  for (const EntityLink& link : bitext_.entities) {
    linked[side == Side::kSource ? link.source : link.target] = true;
  }
  return linked;
}

std::optional<std::vector<ByteSpan>> MentionChanges::PartsOf(Side side, ByteSpan span,
                                                             const Mention* except) const {
  const std::vector<bool> linked = LinkedOn(side);
  std::vector<ByteSpan> parts;
  for (std::size_t m = 0; m < linked.size(); ++m) {
    const Mention& mention = MentionsOf(bitext_, side)[m];
    if (&mention == except || !mention.span.Overlaps(span)) continue;
    const bool inside = span.Contains(mention.span) && mention.span != span;
    if (!inside || linked[m] || IsValueKey(mention.key)) return std::nullopt;
    parts.push_back(mention.span);
  }
  return parts;
}

bool MentionChanges::HoldsLink(Side side, ByteSpan mention, ByteSpan there) const {
  return std::any_of(added_.begin(), added_.end(), [&](const NewLink& link) {
    const bool from_source = side == Side::kSource;
    return (from_source ? link.source : link.target).span == mention ||
           (from_source ? link.target : link.source).span.Overlaps(there);
  });
}

void MentionChanges::Remove(Side side, const std::vector<ByteSpan>& mentions) {
  std::vector<ByteSpan>& removed = removed_[IndexOf(side)];
  removed.insert(removed.end(), mentions.begin(), mentions.end());
}

void MentionChanges::AddLink(Mention source, Mention target, float score) {
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
    const std::vector<ByteSpan>& removed = removed_[IndexOf(side)];
    std::erase_if(MentionsOf(bitext_, side), [&](const Mention& mention) {
      return std::find(removed.begin(), removed.end(), mention.span) != removed.end();
    });
  }
  for (NewLink& link : added_) {
    links.emplace_back(link.source.span, link.target.span, link.score, LinkEvidence::kWordLinks);
    AddMention(std::move(link.source), &bitext_.source_mentions);
    AddMention(std::move(link.target), &bitext_.target_mentions);
  }
  std::sort(links.begin(), links.end());
  bitext_.entities.clear();
  for (const auto& [source, target, score, evidence] : links) {
    bitext_.entities.push_back({PositionOf(bitext_.source_mentions, source),
                                PositionOf(bitext_.target_mentions, target), score, evidence});
  }
}

}  // namespace calque::internal
