// Training of taggers.
#pragma once

#include <string>
#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/tagged_text.h"

namespace calque::internal {

struct TaggerTraining {
  double l2 = 0.1;           // weight of half the squared weights in the objective
  double l1 = 0.0;           // weight of the absolute weights: drops features
  std::uint32_t fewest = 1;  // sightings below which a feature is left out
  int iterations = 150;      // of L-BFGS, at most
  std::string notice;        // of the training data, kept in the file
};

// The bytes of a tagger file: the conditional random field that fits `sentences` best, by L-BFGS
// (libLBFGS; Liu & Nocedal 1989; with l1 > 0 OWL-QN, Andrew & Gao 2007). A type `LOC|ORG` stands
// for either: the label is summed out. Types are those of the data, in order of the alphabet. The
// same input gives the same bytes. Throws Error{kBadInput} where there is nothing to learn from.
[[nodiscard]] std::string LearnTagger(const std::vector<TaggedSentence>& sentences,
                                      const NameGrammar& grammar, const std::string& language,
                                      const TaggerTraining& training);

}  // namespace calque::internal
