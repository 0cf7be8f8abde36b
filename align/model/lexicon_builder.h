// Lexicons held in memory: from trained tables, or from a few written pairs.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "align/model/lexicon.h"

namespace calque::internal {

// A side by its own numbering of types, before they are put in the order of their hashes.
struct SideDraft {
  std::vector<std::string> words;  // different from each other
  std::vector<float> unigram;      // words.size() + 1 probabilities, the last of an unseen type
  std::vector<float> given_null;   // as `unigram`
  std::vector<std::vector<std::pair<TypeId, float>>> rows;  // p(type of the other side | word), > 0
};

// Throws Error{kBadInput} where a side has kMaxTypes words or more.
[[nodiscard]] std::unique_ptr<Lexicon> BuildLexicon(const SideDraft& source,
                                                    const SideDraft& target);

// A pair of words and its probabilities in both directions.
struct WordPair {
  std::string source;
  std::string target;
  float target_given_source = 1.0F;
  float source_given_target = 1.0F;
};

// A lexicon of just these pairs, all words equally frequent.
[[nodiscard]] std::unique_ptr<Lexicon> BuildLexicon(std::span<const WordPair> pairs);

}  // namespace calque::internal
