// What verbs on a pair take as operands: two dispatches, two files of lines, or one of line pairs.
#pragma once

#include "calque/engine.h"
#include "tools/calque/arguments.h"

namespace calque::tools {

inline constexpr Option kPairInput = {
    .name = "input",
    .letter = 'i',
    .value = "NAME",
    .help =
        "What the operands are: auto, two dispatches in any format; the name of that format; "
        "lines, two files of a sentence a line; tsv, one file of source<TAB>target lines taken as "
        "1-1 beads",
    .default_value = "auto",
    .names = NamesOf::kInputFormats,
    .also = "auto lines tsv"};

struct AlignedPair {
  Bitext bitext;
  bool source_is_plain = true;  // whether lines of the text are lines of the file
  bool target_is_plain = true;
};

// The pair as --input says, aligned. Throws Error{kUsage} for other operands.
[[nodiscard]] AlignedPair ReadAndAlign(const Engine& engine, const Arguments& arguments);

}  // namespace calque::tools
