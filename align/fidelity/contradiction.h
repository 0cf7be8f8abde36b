// Names that cannot be the same.
#pragma once

#include <set>
#include <string_view>

#include "align/fidelity/loose_names.h"

namespace calque::internal {

[[nodiscard]] bool IsProper(const LooseName& name);  // none of its words is generic
[[nodiscard]] bool IsKind(const LooseName& name, MentionKind kind);
[[nodiscard]] bool SameKind(const LooseName& a, const LooseName& b);

// How alike two names are written, whole ones of persons or sound; 0 for full names of persons of
// which no word sounds like one of the other: what letters they share is chance. In [0, 1].
[[nodiscard]] float Alikeness(const SideView& side, const LooseName& a, const SideView& other_side,
                              const LooseName& b);

// Whether nothing speaks for two names being the same: both are such as keep their form, and the
// lexicon knows of no other. `alike`: Alikeness of the two.
[[nodiscard]] bool UnlikeWords(const LooseName& a, const LooseName& b, float alike);
// And the entity stage found two names of one kind.
[[nodiscard]] bool UnlikeNames(const LooseName& a, const LooseName& b, float alike);

// What a place may stand for: a city for the government or the stock exchange of a country.
struct CityOrCountry {
  std::string_view seat_of;  // keys of countries, as the lists of names have them
  std::string_view market_of;
  std::set<std::string_view> keys;  // of the place itself
};
[[nodiscard]] CityOrCountry CityOrCountryAt(const SideView& side, ByteSpan span);
// `Moscow` for `la Russie`, `Germany's DAX` for `à Francfort, le Dax`, as each desk likes.
[[nodiscard]] bool StandForEachOther(const CityOrCountry& a, const CityOrCountry& b);

// Whether lists of names know both, and as different entities of one kind: `Frankfurt`, `Berlin`.
[[nodiscard]] bool ListedApart(const SideView& side, const LooseName& a, const SideView& other_side,
                               const LooseName& b);

}  // namespace calque::internal
