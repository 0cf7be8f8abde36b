// Lines that are not news: contacts, copyright, word counters, conversions, web chrome; and the
// notes that say what an update or correction changed.
#pragma once

#include <cstdint>
#include <string_view>

#include "align/structure/grammar.h"
#include "calque/span.h"

namespace calque::internal {

enum class FurnitureKind : std::uint8_t {
  kNone,
  kNote,       // `(Adds union reaction)`, `Eds: …`
  kFurniture,  // unmistakable wherever it stands
  kEdge,       // furniture only when nothing but furniture and credits lies on one side of it
};

// What the line is by its own form; where it may stand is the caller's knowledge. Looks at lines
// of up to a few hundred bytes, longer ones are prose.
[[nodiscard]] FurnitureKind FurnitureOfLine(std::string_view text, ByteSpan line,
                                            const DispatchGrammar& grammar);

// Where furniture begins behind other words of the line, `… editing by Bo Marsh Our Standards: …`;
// `line.end` where none does.
[[nodiscard]] std::uint32_t BeginOfTrailingFurniture(std::string_view text, ByteSpan line,
                                                     const DispatchGrammar& grammar);

}  // namespace calque::internal
