// What holds for every document that `structure` makes, whatever the text.
#pragma once

#include <string>

#include "calque/document.h"

namespace calque::test {

// The first invariant that `document` breaks, in words; empty where all hold: paragraphs are
// disjoint, in order, not empty, without white space at their ends, with nothing but white space
// between them; every span begins and ends on a code point; headline, dateline and credits lie in
// paragraphs; credits are in text order and read as their name does.
[[nodiscard]] std::string BrokenInvariant(const Document& document);

}  // namespace calque::test
