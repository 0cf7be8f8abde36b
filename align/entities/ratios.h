// Ordinals, fractions and multiples: `21st`, `XXIe`, `deux tiers`, `one in three`, `twice`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "align/entities/lexemes.h"
#include "calque/bitext.h"

namespace calque::internal {

// A value recognised by its whole form, key and all.
struct ValueMatch {
  std::uint32_t end = 0;  // index of the lexeme behind it
  MentionKind kind = MentionKind::kNumber;
  std::string key;
  float probability = 1.0F;
};

struct OrdinalMatch {
  std::uint32_t end = 0;
  std::int64_t number = 0;
  float probability = 1.0F;
};
// `21st`, `21e`, `twenty-first`, `XXIe`.
[[nodiscard]] std::optional<OrdinalMatch> ParseOrdinal(const LexemeReader& reader,
                                                       std::uint32_t at);
// `XXI`, in capitals, up to 39; 0 where `text` is none.
[[nodiscard]] std::int64_t RomanNumber(std::string_view text);

// An ordinal, a fraction or a multiple.
[[nodiscard]] std::optional<ValueMatch> ParseRatio(const LexemeReader& reader, std::uint32_t at);

}  // namespace calque::internal
