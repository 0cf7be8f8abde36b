// What a unit carries besides its two texts, as one JSON object: the `.meta.jsonl` beside a Moses
// corpus, `meta` of Hugging Face's JSON Lines.
#pragma once

#include <string_view>

#include "align/io/json_writer.h"
#include "align/read/unit_assembler.h"
#include "calque/error.h"

namespace calque::internal {

void WriteUnitJson(const PairHead& head, const Unit& unit, JsonWriter* json);

// The part of it that holds for the whole bitext.
void WritePairHeadJson(const PairHead& head, JsonWriter* json);
[[nodiscard]] PairHead ReadPairHeadJson(std::string_view object, const Location& location);

// A side's text; the language may be empty.
struct TextIn {
  std::string_view language;
  std::string_view text;
};

// The inverse, around two texts; where they are asked for in the other order than the object has,
// by their languages, its sides change places. `object` is the JSON. Throws Error{kBadInput} at
// `location`.
[[nodiscard]] HeadedUnit ReadUnitJson(std::string_view object, const TextIn& source,
                                      const TextIn& target, const Location& location);

}  // namespace calque::internal
