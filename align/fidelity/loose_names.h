// The names of one side of a bead that nothing on the other side answers.
#pragma once

#include <vector>

#include "align/fidelity/scene.h"

namespace calque::internal {

// A run of neighbouring capitalised words, or an adjective that lists of names have (`grecque`),
// none of which has a counterpart: no entity link by the names themselves, no word there that looks
// alike, no sure translation, no acronym of it. Titles before a person are no part of the name.
struct LooseName {
  IndexRange<Token> tokens;
  const Mention* mention = nullptr;  // the name that the entity stage found there, if any
  float generic = 0.0F;              // share of its words that are words of the language
  float listed = 0.0F;       // share of its words that lists of names have; 1 if they have it whole
  float known = 0.0F;        // share of its words that the lexicon has
  float rare = 0.0F;         // mean −log10 p of its words
  float lexical = 0.0F;      // the best translation of one of its words but into other names
  float expected = 0.0F;     // probability that one of its words keeps its form over there
  float common_link = 0.0F;  // best link of one of its words to a word without a capital
  float name_link = 0.0F;    // best link of one of its words to a capitalised word
  bool given = false;        // the word behind it, of the same name, has a counterpart
  bool family = false;       // the word before it has, and is no word of the language
  bool opens = false;        // it opens the sentence, where a capital says nothing
  bool acronym = false;      // all capitals
  bool lower = false;        // an adjective without a capital
  bool member = false;       // in a list of names, next to one that has a counterpart
};

// How much of what the lexicon has for a word of this side looks like it, in [0, 1]; all of it for
// a word that it has not.
[[nodiscard]] float KeepsForm(const View& view, const Word& word);

// In text order, disjoint.
[[nodiscard]] std::vector<LooseName> FindLooseNames(const View& view, const Bead& bead);

}  // namespace calque::internal
