// Dates: days, months, years, decades, centuries, weekdays, and words such as `yesterday`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/entities/lexemes.h"

namespace calque::internal {

// One date of a text; `5-12 May` holds two.
struct DateMention {
  std::uint32_t begin = 0;  // lexemes
  std::uint32_t end = 0;
  std::string key;
  float probability = 1.0F;
};

// The dates that start at lexeme `at` and follow each other without a gap but for the word or sign
// of a range; empty where none starts there.
[[nodiscard]] std::vector<DateMention> ParseDates(const LexemeReader& reader, std::uint32_t at);

}  // namespace calque::internal
