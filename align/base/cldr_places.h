// Names of countries, regions of the world and cities from ICU's CLDR data.
#pragma once

#include <string>
#include <vector>

namespace calque::internal {

struct PlaceName {
  std::string id;    // ISO 3166-1 or UN M.49 code, or the id of the time zone: `CN`, `Africa/Cairo`
  std::string name;  // as `language` writes it
};

// Countries, continents and other regions that CLDR names in `language`, then the exemplar cities
// of the time zones.
[[nodiscard]] std::vector<PlaceName> CldrPlaces(const std::string& language);

}  // namespace calque::internal
