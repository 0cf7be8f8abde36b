// From candidates to pairs: each document in one pair at most, or in none.
#pragma once

#include <cstdint>
#include <vector>

#include "align/archive/pair_weights.h"
#include "align/archive/pairing_side.h"

namespace calque::internal {

struct ScoredCandidate {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  double strength = 0.0;  // log-odds before rivals are looked at
};

struct DocumentPair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float score = 0.0F;    // probability that the one translates the other
  bool is_take = false;  // beside a pair of one of the two: a further part of the story
};

// Takes the strongest candidate, then the strongest of what is left, and so on (competitive
// linking, Melamed 2000); abstains below `least_probability`. Versions of one text are no rivals of
// each other: the one that fits best is paired, of equals the later. By source, then target;
// independent of the order of `candidates`.
[[nodiscard]] std::vector<DocumentPair> DecidePairs(std::vector<ScoredCandidate> candidates,
                                                    const PairingSide& source,
                                                    const PairingSide& target,
                                                    const PairWeights& weights,
                                                    double least_probability);

}  // namespace calque::internal
