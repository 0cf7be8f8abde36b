// Options of `convert` that choose training data, and what they say.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "align/archive/selection.h"
#include "tools/calque/arguments.h"

namespace calque::tools {

inline constexpr std::array kSelectionOptions = {
    Option{"clean", '\0', "",
           "Leave out what spoils a translation system: what the options below say of --clean"},
    Option{"least-score", '\0', "P",
           "Leave out beads of a lower score, where they have scores (--clean: 0.5)"},
    Option{"least-pair-score", '\0', "P",
           "Leave out pairs of documents of a lower score (--clean: 0.5)"},
    Option{"least-linked", '\0', "SHARE",
           "Leave out beads of whose tokens fewer have a sure word link, where the input has links "
           "(JSONL)"},
    Option{"least-words", '\0', "N", "Leave out beads with fewer words on a side (--clean: 1)"},
    Option{"most-words", '\0', "N",
           "Leave out beads with more words on a side, 0 for any number (--clean: 200)"},
    Option{"most-ratio", '\0', "R",
           "Leave out beads of which one side has more than R times the characters of the other "
           "(--clean: 3)"},
    Option{"leave-out-copies", '\0', "", "Leave out beads whose target is the source (--clean)"},
    Option{"check-languages", '\0', "",
           "Leave out beads with a side that is surely in another language (--clean)"},
    Option{"leave-out-findings", '\0', "minor|major|critical",
           "Leave out beads with a finding of this severity or above, where the input has findings "
           "(JSONL; --clean: critical)"},
    Option{
        "duplicates", '\0', "keep|exact|near",
        "Keep duplicates, or leave out all but the first of those that are exact, or near: case, "
        "accents, digits and a word in ten aside (--clean: near)"},
    Option{"leave-out-ids", '\0', "FILE",
           "Leave out bitexts and documents whose ids are in FILE, one a line"},
    Option{"dev", '\0', "SHARE",
           "Put this share of the documents, by their ids, into a development part"},
    Option{"test", '\0', "SHARE", "The same for a test part"},
    Option{"shuffle", '\0', "SEED", "Write the beads in an order made from SEED, a whole number"},
};

// Whether any option chooses, divides or shuffles.
[[nodiscard]] bool AsksForSelection(const Arguments& arguments);

// Throws Error: kUsage for values that make no sense, kMissingInput for a list that is absent.
[[nodiscard]] internal::SelectionOptions SelectionOptionsFrom(const Arguments& arguments);

// `--least-score 0.5`, what was given and what --clean stands for, for the card.
[[nodiscard]] std::vector<std::string> DescribeSelection(const Arguments& arguments);

}  // namespace calque::tools
