// Line layout: which lines make up one block (paragraph, list item, table row) of a plain text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "align/structure/grammar.h"

namespace calque::internal {

struct Block {
  enum class Shape : std::uint8_t { kText, kListItem, kTableRow };

  ByteSpan span;            // without white space at either end; may hold line breaks
  std::uint32_t width = 0;  // code points of its only line; 0 where it has several
  Shape shape = Shape::kText;
  bool gap_before = false;
};

// Blocks of `part`, in order: together they hold every character but white space. Lines of a
// hard-wrapped paragraph are joined, a file of one paragraph a line is left as it is; the wrap
// width is learnt from the text.
[[nodiscard]] std::vector<Block> LayOut(std::string_view text, ByteSpan part,
                                        const DispatchGrammar& grammar);

}  // namespace calque::internal
