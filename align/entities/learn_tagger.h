// Training of taggers.
#pragma once

#include <string>
#include <vector>

#include "align/entities/crf_trainer.h"
#include "align/entities/name_grammar.h"
#include "align/entities/tagged_text.h"

namespace calque::internal {

struct TaggerTraining {
  CrfTraining field = {.l2 = 2.0, .l1 = 0.0, .fewest = 1};
  int iterations = 100;  // of L-BFGS, at most
  int passes = 2;        // 1: no second field that sees what the first found
  std::string notice;    // of the training data, kept in the file
};

// For a tagger of a third of the size and twice the speed, a little less accurate: one pass, and
// without features seen once or worth little.
[[nodiscard]] TaggerTraining CompactTraining();

// The bytes of a tagger file: the conditional random fields that fit `sentences` best. The second
// learns from what fields of other parts of the text found, not from what it has seen. A type
// `LOC|ORG` stands for either: the label is summed out. Types are those of the data, in order of
// the alphabet. The same input gives the same bytes. Throws Error{kBadInput} where there is nothing
// to learn from.
[[nodiscard]] std::string LearnTagger(const std::vector<TaggedSentence>& sentences,
                                      const NameGrammar& grammar, const std::string& language,
                                      const TaggerTraining& training);

}  // namespace calque::internal
