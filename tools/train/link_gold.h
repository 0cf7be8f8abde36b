// Gold word links to train on, and damage done to them.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "align/measure/words.h"

namespace calque::internal {

struct GoldPair {
  std::vector<std::string> source;  // folded tokens
  std::vector<std::string> target;
  GoldLinks links;
};

// SOURCE and TARGET are line-parallel, tokens separated by blanks; GOLD has their links. Throws
// Error{kBadInput} where the three do not go together.
[[nodiscard]] std::vector<GoldPair> ReadGoldPairs(const std::string& gold,
                                                  const std::string& source,
                                                  const std::string& target);

// `pair` as a free translation would be: runs of a few words are dropped on either side, or put in
// the place of others that come from `pairs`. Links go with the words that stay.
[[nodiscard]] GoldPair Damaged(const GoldPair& pair, const std::vector<GoldPair>& pairs,
                               std::mt19937_64* random);

}  // namespace calque::internal
