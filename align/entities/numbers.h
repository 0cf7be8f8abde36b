// Numbers in digits, in words, and in both: `1,2 million`, `deux cent mille`, `half a dozen`.
#pragma once

#include <cstdint>
#include <optional>

#include "align/entities/amount.h"
#include "align/entities/lexemes.h"

namespace calque::internal {

struct NumberMatch {
  enum class Form : std::uint8_t {
    kDigits,
    kWords,
    kOne,      // `one`, `un`: a number only before a unit
    kPartial,  // `half a`: needs a unit behind it
    kWeak,     // `both`: implies a number
  };

  std::uint32_t end = 0;  // index of the lexeme behind it
  Amount amount;
  int power = 0;           // of the scale words it ends with: 6 in `2.5 million`
  bool counts_of = false;  // may be joined to its unit by `of`: `millions d'euros`
  Form form = Form::kDigits;
};

// The longest number that starts at lexeme `at`.
[[nodiscard]] std::optional<NumberMatch> ParseNumber(const LexemeReader& reader, std::uint32_t at);

}  // namespace calque::internal
