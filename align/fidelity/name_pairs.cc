#include "align/fidelity/name_pairs.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "align/entities/listed_name.h"
#include "align/fidelity/contradiction.h"

namespace calque::internal {
namespace {

constexpr float kKindred = 0.3F;  // what two names of one kind may be further apart, of their sides

std::vector<CityOrCountry> Places(const SideNames& side) {
  std::vector<CityOrCountry> places;
  const SideView& text = side.view().here();
  for (const LooseName& name : side.loose()) {
    places.push_back(CityOrCountryAt(text, text.SpanOf(name.tokens)));
  }
  return places;
}

// Whether a side names a place for which nothing on the other side can stand: `Tokyo`, where all
// that it names is `Beijing`.
bool NamesStranger(const SideNames& side, const std::vector<CityOrCountry>& places,
                   const std::vector<CityOrCountry>& others) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    const SideView& text = side.view().here();
    const LooseName& name = side.loose()[i];
    const ListedName listed = text.ListedAt(text.SpanOf(name.tokens));
    if (!IsKind(name, MentionKind::kPlace) || listed.keys.empty() || listed.demonym) continue;
    const bool answered = std::ranges::any_of(others, [&](const CityOrCountry& other) {
      return StandForEachOther(places[i], other) || ShareKey(listed, {other.keys, false});
    });
    if (!answered) return true;
  }
  return false;
}

// `Hamas` in `Hamas-run`.
bool IsInCompound(const SideNames& side, const LooseName& name) {
  if (name.mention == nullptr) return false;
  const SideView& text = side.view().here();
  const std::uint32_t end = text.SpanOf(name.tokens).end;
  return name.mention->span.end < end && text.Text({name.mention->span.end, end}).starts_with('-');
}

// `the Hamas-run territory` is no place of that name; `Saudi-led` may become `menée par l'Iran`.
bool MayShareSlot(const SideNames& source, const LooseName& a, const SideNames& target,
                  const LooseName& b) {
  return SameKind(a, b) || !(IsInCompound(source, a) || IsInCompound(target, b));
}

class Turns {
 public:
  Turns(const SideNames& source, const SideNames& target)
      : ours_(Places(source)),
        theirs_(Places(target)),
        strange_here_(NamesStranger(source, ours_, theirs_)),
        strange_there_(NamesStranger(target, theirs_, ours_)) {}

  [[nodiscard]] Turn Of(std::size_t source, std::size_t target) const {
    const CityOrCountry& a = ours_[source];
    const CityOrCountry& b = theirs_[target];
    if (!StandForEachOther(a, b)) return Turn::kOther;
    // `to Beijing to meet Xi` that is `à Tokyo voir le président chinois Xi`.
    const bool replaced =
        (IsSeat(a) && !IsSeat(b) && strange_there_) || (IsSeat(b) && !IsSeat(a) && strange_here_);
    return replaced ? Turn::kOnePlaceAtLast : Turn::kOnePlace;
  }

 private:
  [[nodiscard]] static bool IsSeat(const CityOrCountry& place) { return !place.seat_of.empty(); }

  std::vector<CityOrCountry> ours_;
  std::vector<CityOrCountry> theirs_;
  bool strange_here_;
  bool strange_there_;
};

}  // namespace

std::vector<LooseNamePair> NamePairsByCost(const SideNames& source, const SideNames& target) {
  std::vector<LooseNamePair> pairs;
  pairs.reserve(source.count() * target.count());
  const Turns turns(source, target);
  for (std::size_t i = 0; i < source.count(); ++i) {
    for (std::size_t j = 0; j < target.count(); ++j) {
      const LooseName& a = source.loose()[i];
      const LooseName& b = target.loose()[j];
      if (!MayShareSlot(source, a, target, b)) continue;
      const float kindred = SameKind(a, b) ? kKindred : 0.0F;
      pairs.push_back(
          {i, j, turns.Of(i, j),
           DistanceBetween(source, a, target, b) - LinkBetween(source.view(), a, b) - kindred});
    }
  }
  std::ranges::sort(pairs, {}, [](const LooseNamePair& pair) {
    return std::tuple(pair.turn, pair.cost, pair.source, pair.target);
  });
  return pairs;
}

float LinkBetween(const View& view, const LooseName& ours, const LooseName& theirs) {
  float best = 0.0F;
  for (std::uint32_t i = ours.tokens.begin; i < ours.tokens.end; ++i) {
    for (const HalfLink& link : view.LinksOf(i)) {
      const bool inside = link.other >= theirs.tokens.begin && link.other < theirs.tokens.end;
      if (inside) best = std::max(best, link.probability);
    }
  }
  return best;
}

float DistanceBetween(const SideNames& source, const LooseName& ours, const SideNames& target,
                      const LooseName& theirs) {
  return std::abs(source.Place(ours) - target.Place(theirs));
}

}  // namespace calque::internal
