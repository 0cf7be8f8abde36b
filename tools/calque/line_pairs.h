// Files of `source<TAB>target` lines: given 1-1 beads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calque/bitext.h"

namespace calque::tools {

// The two columns as texts of a sentence a line each.
struct LinePairs {
  std::string source;
  std::string target;
  std::uint32_t count = 0;
  std::vector<Diagnostic> diagnostics;  // of how the file was read
};

// Columns are those that a line of names says (tsv_layout.h), which is itself an empty pair, else
// source and target; further text is told. Throws Error{kBadInput} with the line where there is no
// tab.
[[nodiscard]] LinePairs ReadLinePairs(std::string bytes, const std::string& name);

// `count` beads i–i.
[[nodiscard]] std::vector<Bead> OneToOne(std::uint32_t count);

}  // namespace calque::tools
