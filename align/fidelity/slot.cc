#include "align/fidelity/slot.h"

#include <algorithm>
#include <vector>

#include "align/fidelity/gap.h"

namespace calque::internal {
namespace {

constexpr float kSure = 0.5F;        // probability of a link that says where a word stands
constexpr std::uint32_t kReach = 3;  // words to look for a neighbour that has one
constexpr std::uint32_t kNear = 3;   // tokens from a place to what stands next to it

std::optional<std::uint32_t> Rendering(const View& view, std::uint32_t token) {
  const HalfLink* best = nullptr;
  for (const HalfLink& link : view.LinksOf(token)) {
    if (view.there().words()[link.other].IsPunctuation() || link.probability < kSure) continue;
    if (best == nullptr || link.probability > best->probability) best = &link;
  }
  if (best == nullptr) return std::nullopt;
  return best->other;
}

bool RendersNothing(const View& view, std::uint32_t there) {
  const auto links =
      view.from_source() ? view.scene().LinksOfTarget(there) : view.scene().LinksOfSource(there);
  return std::none_of(links.begin(), links.end(),
                      [](const HalfLink& link) { return link.probability >= kSure; });
}

// The tokens between the two places, or those near the one that is known.
IndexRange<Token> Inside(const Slot& slot, IndexRange<Token> there) {
  if (slot.before && slot.behind) {
    const auto [low, high] = std::minmax(*slot.before, *slot.behind);
    return {std::min(low + 1, high), high};
  }
  if (slot.before) return {*slot.before + 1, std::min(*slot.before + 1 + kNear, there.end)};
  if (slot.behind) {
    return {*slot.behind - std::min(kNear, *slot.behind - there.begin), *slot.behind};
  }
  return there;
}

// Whether the token stands near one of the places of the slot.
bool Touches(const Slot& slot, std::uint32_t token) {
  const auto near = [&](const std::optional<std::uint32_t>& place) {
    return place && *place + kNear >= token && *place <= token + kNear;
  };
  return near(slot.before) || near(slot.behind);
}

}  // namespace

Slot SlotOf(const View& view, IndexRange<Token> here, IndexRange<Token> run) {
  Slot slot;
  const auto words = view.here().words();
  std::uint32_t seen = 0;
  for (std::uint32_t i = run.begin; i > here.begin && seen < kReach && !slot.before; --i) {
    if (words[i - 1].IsPunctuation()) continue;
    slot.before = Rendering(view, i - 1);
    if (!slot.before) ++seen;
  }
  const bool right_before = slot.before && seen == 0;
  seen = 0;
  for (std::uint32_t i = run.end; i < here.end && seen < kReach && !slot.behind; ++i) {
    if (words[i].IsPunctuation()) continue;
    slot.behind = Rendering(view, i);
    if (!slot.behind) ++seen;
  }
  slot.tight = right_before && slot.behind && seen == 0;
  return slot;
}

float Beside(const Slot& slot, IndexRange<Token> there) {
  const auto near = [&](const std::optional<std::uint32_t>& place) {
    if (!place) return false;
    const bool after = *place + kNear >= there.begin && *place < there.begin;
    return after || (*place >= there.end && *place < there.end + kNear);
  };
  return ((near(slot.before) ? 1.0F : 0.0F) + (near(slot.behind) ? 1.0F : 0.0F)) / 2.0F;
}

float RoomIn(const View& view, const Slot& slot, IndexRange<Token> there) {
  float room = 0.0F;
  const IndexRange<Token> inside = Inside(slot, there);
  for (std::uint32_t i = inside.begin; i < inside.end; ++i) {
    const Word& word = view.there().words()[i];
    if (!word.IsPunctuation() && RendersNothing(view, i)) room += 1.0F;
  }
  return room;
}

bool IsClosed(const Slot& slot) { return slot.tight && *slot.before + 1 == *slot.behind; }

bool IsHole(const View& view, const Slot& slot, IndexRange<Token> there) {
  const std::vector<std::uint32_t> gaps = FindGaps(view.there(), there);
  return std::any_of(gaps.begin(), gaps.end(),
                     [&](std::uint32_t gap) { return Touches(slot, gap); });
}

float NameGapIn(const View& view, const Slot& slot, IndexRange<Token> there) {
  float most = 0.0F;
  for (std::uint32_t i = there.begin; i + 1 < there.end; ++i) {
    const bool anywhere = !slot.before && !slot.behind;
    if (anywhere || Touches(slot, i)) most = std::max(most, view.there().NameGapBehind(i));
  }
  return most;
}

}  // namespace calque::internal
