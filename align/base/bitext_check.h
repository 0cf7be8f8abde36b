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

// Sees to it that no sentence is in two beads, bead by bead.
class SentencesTaken {
 public:
  SentencesTaken(const Document& source, const Document& target);

  // Of a bead whose sentences are there. Throws Error{kBadInput} where one of them was taken
  // before.
  void Take(const Bead& bead, const Location& place);

 private:
  struct Side {
    const Document& document;
    std::vector<bool> taken;
    void Take(IndexRange<Sentence> range, const Location& place);
  };
  Side source_;
  Side target_;
};

// Both, that links, mentions and findings name what is there, and that their probabilities are
// some.
void CheckBitext(const Bitext& bitext, const Location& place = {});

}  // namespace calque::internal
