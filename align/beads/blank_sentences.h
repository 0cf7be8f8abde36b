// Sentences without a word: an empty line of a file that was split elsewhere. They translate
// nothing and are left out of the search.
#pragma once

#include <cstdint>
#include <vector>

#include "calque/bitext.h"
#include "calque/document.h"

namespace calque::internal {

// A document without its blank sentences, and where the others stood.
struct DenseDocument {
  Document document;
  std::vector<std::uint32_t> place;  // by sentence of `document`: its number in the original
  std::uint32_t original_count = 0;
};

[[nodiscard]] bool HasBlankSentence(const Document& document);
[[nodiscard]] DenseDocument WithoutBlankSentences(const Document& document);

// Beads of the dense documents as beads of the originals: a blank sentence between two beads is a
// null bead of its own, one inside a bead stays inside it. Crossing beads may be among them.
[[nodiscard]] std::vector<Bead> WithBlankSentences(const std::vector<Bead>& beads,
                                                   const DenseDocument& source,
                                                   const DenseDocument& target);

}  // namespace calque::internal
