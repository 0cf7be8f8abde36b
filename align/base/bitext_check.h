// Whether documents and bitexts are what their types promise: for what comes through the public API
// or from a file of the master form.
#pragma once

#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

// `place` is where it was read, for messages; without a name it is called by its document's id.
//
// Throws Error{kBadInput} naming the document where its text or any other string is no UTF-8, the
// text is above 64 MiB, its date no day, a probability not in [0, 1], a span lies outside the text
// or cuts a character, or tokens, sentences and paragraphs are not in text order, each in what
// holds it.
void CheckDocument(const Document& document, const Location& place = {});

// Throws Error{kBadInput} where a bead names sentences that are not there or its score is no finite
// number, or a sentence is in two.
void CheckBeads(const std::vector<Bead>& beads, const Document& source, const Document& target,
                const Location& place = {});

// Both, that links, mentions and findings name what is there, and that their probabilities are
// some.
void CheckBitext(const Bitext& bitext, const Location& place = {});

}  // namespace calque::internal
