// The unit that a number is followed by, or the currency that stands before it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "align/entities/decimal.h"
#include "align/entities/lexemes.h"
#include "align/entities/numbers.h"
#include "calque/bitext.h"

namespace calque::internal {

struct UnitMatch {
  std::uint32_t end = 0;
  MentionKind kind = MentionKind::kNumber;
  std::string unit;
  Decimal factor = Decimal(1);  // of the unit: 10 years a decade
};

// A sign or code such as `A$` or `EUR`, without a blank in it (`à $5` is no `A$`).
[[nodiscard]] std::optional<LexemeReader::Match> FindCurrencySign(const LexemeReader& reader,
                                                                  std::uint32_t at);

// The unit behind a number: next to it, behind `of`, or behind words such as `last`, `premières`.
// Of a number that starts at `begin`.
[[nodiscard]] std::optional<UnitMatch> FindUnitAfter(const LexemeReader& reader,
                                                     std::uint32_t begin,
                                                     const NumberMatch& number);

}  // namespace calque::internal
