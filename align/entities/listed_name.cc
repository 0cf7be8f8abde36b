#include "align/entities/listed_name.h"

#include <algorithm>

namespace calque::internal {
namespace {

// A country, by its ISO 3166 code: `place:FR`. Lists of other places and of what they call their
// people differ too much by language: `Brittany`, `breton`.
bool IsCountry(std::string_view key) {
  constexpr std::string_view kPlace = "place:";
  return key.starts_with(kPlace) && key.size() == kPlace.size() + 2;
}

}  // namespace

ListedName FindListed(const Gazetteer& gazetteer, std::string_view text) {
  ListedName listed;
  for (const NameForm& form : gazetteer.Find(text)) {
    listed.keys.insert(gazetteer.Key(form));
    listed.demonym |= form.demonym;
  }
  return listed;
}

bool ShareKey(const ListedName& a, const ListedName& b) {
  return std::ranges::any_of(a.keys, [&](std::string_view key) { return b.keys.contains(key); });
}

bool AreApart(const ListedName& a, const ListedName& b) {
  if (a.keys.empty() || b.keys.empty() || ShareKey(a, b)) return false;
  // `Qatar` is a city of that name, too.
  const auto of_country = [](const ListedName& l) {
    return l.demonym ? std::ranges::all_of(l.keys, IsCountry)
                     : std::ranges::any_of(l.keys, IsCountry);
  };
  return !(a.demonym || b.demonym) || (of_country(a) && of_country(b));
}

}  // namespace calque::internal
