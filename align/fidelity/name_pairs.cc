#include "align/fidelity/name_pairs.h"

#include <algorithm>
#include <cmath>
#include <tuple>

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

}  // namespace

std::vector<LooseNamePair> NamePairsByCost(const SideNames& source, const SideNames& target) {
  std::vector<LooseNamePair> pairs;
  pairs.reserve(source.count() * target.count());
  const std::vector<CityOrCountry> ours = Places(source);
  const std::vector<CityOrCountry> theirs = Places(target);
  for (std::size_t i = 0; i < source.count(); ++i) {
    for (std::size_t j = 0; j < target.count(); ++j) {
      const LooseName& a = source.loose()[i];
      const LooseName& b = target.loose()[j];
      const float kindred = SameKind(a, b) ? kKindred : 0.0F;
      pairs.push_back(
          {i, j, StandForEachOther(ours[i], theirs[j]),
           DistanceBetween(source, a, target, b) - LinkBetween(source.view(), a, b) - kindred});
    }
  }
  std::ranges::sort(pairs, {}, [](const LooseNamePair& pair) {
    return std::tuple(!pair.one_place, pair.cost, pair.source, pair.target);
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
