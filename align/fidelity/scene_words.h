// The tokens of a document as the words that the checks ask about.
#pragma once

#include <vector>

#include "align/fidelity/scene.h"

namespace calque::internal {

// One word a token. Without a lexicon no word has a type, without names none is generic or listed.
[[nodiscard]] std::vector<Word> WordsOf(const Document& document, const PhraseSet& functions,
                                        const LexiconSide* lexicon, const NameGrammar* names);

// `Bill` is a word, but a given name in `Bill Gates`: no given name of a person of `side` is
// generic.
void MarkGivenNames(const SideView& side, const NameGrammar& names, std::vector<Word>* words);

}  // namespace calque::internal
