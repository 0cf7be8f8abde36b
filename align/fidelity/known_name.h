// What lists of names know of a name and of the names inside it.
#pragma once

#include <set>
#include <string_view>

#include "align/entities/listed_name.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

struct KnownName {
  ListedName whole;
  std::set<std::string_view> inside;  // keys of what some of its words name alone: `Real Madrid`
  bool seat = false;                  // of a government or of a stock exchange
  bool person = false;  // somebody's, of several words: none is translated but by a name
};

// Of the text there.
[[nodiscard]] KnownName KnownNameAt(const SideView& side, ByteSpan span);

// Of a name that the entity stage found.
[[nodiscard]] KnownName KnownNameOf(const SideView& side, const Mention& mention);

// Whether lists know both as different entities, and neither may be short for the other: `Madrid`
// for `Real Madrid`. A people is none of its cities: `Berlin`, `allemand`.
[[nodiscard]] bool AreApart(const KnownName& a, const KnownName& b);

}  // namespace calque::internal
