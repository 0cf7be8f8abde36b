// What lists of names say of a name.
#pragma once

#include <set>
#include <string_view>

#include "align/entities/gazetteer.h"

namespace calque::internal {

// The keys live as long as the gazetteer.
struct ListedName {
  std::set<std::string_view> keys;  // the entities that the lists know by it
  bool demonym = false;             // it is what they call a people
};

// By the whole of `text`; without keys where no list has it.
[[nodiscard]] ListedName FindListed(const Gazetteer& gazetteer, std::string_view text);

[[nodiscard]] bool ShareKey(const ListedName& a, const ListedName& b);

// Whether the lists know both, and as different entities: `Frankfurt`, `Berlin`; `Turkish`,
// `grecque`.
[[nodiscard]] bool AreApart(const ListedName& a, const ListedName& b);

}  // namespace calque::internal
