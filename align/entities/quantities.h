// Numbers with what they count: percentages, money, measures, durations, and bare numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "align/entities/amount.h"
#include "align/entities/lexemes.h"
#include "calque/bitext.h"

namespace calque::internal {

struct Quantity {
  std::uint32_t begin = 0;  // lexemes
  std::uint32_t end = 0;
  MentionKind kind = MentionKind::kNumber;
  Amount amount;
  std::string unit;             // `USD`, `km`, `year`; empty for numbers and percentages
  Decimal factor = Decimal(1);  // of the unit, which `amount` holds: 0.01 of a basis point
  int power = 0;                // of the scale words in it
  bool digits = false;
  float probability = 1.0F;

  [[nodiscard]] bool IsBare() const { return kind == MentionKind::kNumber; }
  [[nodiscard]] std::string Key() const;
};

// The longest quantity that starts at lexeme `at`; a word for one alone (`un`, `one`) is none.
[[nodiscard]] std::optional<Quantity> ParseQuantity(const LexemeReader& reader, std::uint32_t at);

// Gives one end of a range the unit and scale that stand at its other end only: `5 to 12 percent`,
// `$2-3 million`. Does nothing where `second` does not follow `first` behind a word or sign for
// ranges.
void ShareUnit(const LexemeReader& reader, Quantity* first, Quantity* second);

}  // namespace calque::internal
