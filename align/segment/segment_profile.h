// What a language file says about sentences.
#pragma once

#include <string>
#include <vector>

#include "align/io/json.h"
#include "align/segment/abbreviations.h"
#include "align/segment/word_set.h"

namespace calque::internal {

// Members are named after the keys of the `segmentation` section. All sets are in lower case.
struct SegmentProfile {
  // Throws nlohmann's exceptions for a wrong type.
  static SegmentProfile FromJson(const Json& section);

  AbbreviationTable abbreviations;
  WordSet starters;        // words that, with a capital, begin a sentence more often than not
  WordSet function_words;  // words that end neither a sentence nor a heading: `dans`, `of`
  WordSet roles;           // titles that follow a company's name: `Chairman`, `Chief`
  WordSet zones;           // what follows a time of day: `GMT`, `Eastern`, `Monday`
  WordSet lettered;        // words named by a letter: `Group C`, `vitamine C`
  WordSet eras;            // words before initials that date: `av. J.-C.`
  WordSet exclaiming;      // names that end in an exclamation mark: `Yahoo!`
  WordSet attributions;    // first words of an attribution: `said`, `a-t-il`, `demande`
  WordSet pronouns;        // capitals in any place: `I`
  WordSet unmarked;        // starters that with a capital tell a boundary even without a terminator
  // Pairs of marks (`（）`) inside which a terminator that needs no space ends nothing, and words
  // that carry a sentence on behind a closing quote (`と`, `他说`).
  std::vector<std::string> enclosing;
  std::vector<std::string> quote_continuations;
  bool ordinals = false;  // `3.` and `II.` may be ordinals
};

}  // namespace calque::internal
