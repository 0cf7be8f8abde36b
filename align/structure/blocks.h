// Blocks of a dispatch and what each of them is.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "align/structure/dateline.h"
#include "align/structure/grammar.h"
#include "align/structure/layout.h"
#include "calque/document.h"

namespace calque::internal {

// A block with its kind; `fixed` where the wire format states it.
struct DispatchBlock {
  Block block;
  ParagraphKind kind = ParagraphKind::kBody;
  bool fixed = false;
  std::vector<CreditRole> stated = {};  // where the block is the name of a person in these roles
};

struct TypedBlocks {
  std::vector<DispatchBlock> blocks;  // in text order; may be more than went in
  std::vector<Credit> credits;        // in text order
  std::optional<DatelineReading> dateline;
};

// Gives every block its kind. Peels notes and bylines from the head, contacts, credits and
// rights from the tail; inside the story only what is unmistakable is anything but text.
[[nodiscard]] TypedBlocks TypeBlocks(std::string_view text, std::vector<DispatchBlock> blocks,
                                     const DispatchGrammar& grammar);

}  // namespace calque::internal
