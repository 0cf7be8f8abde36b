// Whether documents and bitexts are what their types promise. Readers make sure of it themselves;
// these are for what comes through the public API.
#pragma once

#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

// Throws Error{kBadInput} naming the document where its text or any other string is no UTF-8, the
// text is above 64 MiB, its date no day, a score no finite number, a span lies outside the text or
// cuts a character, or tokens, sentences and paragraphs are not in text order, each in what holds
// it.
void CheckDocument(const Document& document);

// Throws Error{kBadInput} where a bead names sentences that are not there or has no score, or a
// sentence is in two.
void CheckBeads(const std::vector<Bead>& beads, const Document& source, const Document& target);

// Both, and that links, mentions and findings name what is there.
void CheckBitext(const Bitext& bitext);

}  // namespace calque::internal
