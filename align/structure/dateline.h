// Datelines: the place, date and agency a story opens with.
#pragma once

#include <optional>
#include <string_view>

#include "align/structure/grammar.h"
#include "calque/document.h"

namespace calque::internal {

struct DatelineReading {
  Dateline dateline;
  // Only where day, month and year are all there; a slip may name a day that does not exist.
  std::optional<Date> date;
};

// The dateline that `paragraph` opens with: `CITY (Agency) -`, `City, 5 jan. 2026 (AFP) –`,
// `CITY, Neb. -`, `(ANSA) - CITY, 05 GEN -`, `City, 5 ene (EFE).-`, `CITY/CITY [Agency] —`,
// `CITY, Monday (Agency)`. An agency need not be known; without one the place has to be in
// capitals. Looks at the first few hundred bytes only.
[[nodiscard]] std::optional<DatelineReading> ReadDateline(std::string_view text, ByteSpan paragraph,
                                                          const DispatchGrammar& grammar);

}  // namespace calque::internal
