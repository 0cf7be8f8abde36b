// Phrases that one side of a bead tells, paired off with those that the other tells in their place.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "align/fidelity/scene.h"

namespace calque::internal {

// A phrase with one of its meanings, as WordMeaning has it.
struct ToldPhrase {
  std::string_view family;
  std::string_view member;
  IndexRange<Token> tokens;
};

// What one side of a bead says and names.
struct ToldPhrases {
  std::vector<ToldPhrase> told;
  std::vector<ToldPhrase> named;  // with those told

  [[nodiscard]] bool Names(const ToldPhrase& phrase) const {
    return std::ranges::any_of(named, [&](const ToldPhrase& other) {
      return other.family == phrase.family && other.member == phrase.member;
    });
  }
};

// Each phrase that ours tells and theirs does not name, in order, with the one of its family, told
// there and not named here, that `cost(ours, theirs)` is least for; none is taken twice.
template <typename Cost>
std::vector<std::pair<ToldPhrase, ToldPhrase>> PairChanged(const ToldPhrases& ours,
                                                           const ToldPhrases& theirs,
                                                           const Cost& cost) {
  std::vector<ToldPhrase> added;
  std::ranges::copy_if(theirs.told, std::back_inserter(added),
                       [&](const ToldPhrase& phrase) { return !ours.Names(phrase); });
  std::vector<std::pair<ToldPhrase, ToldPhrase>> pairs;
  for (const ToldPhrase& phrase : ours.told) {
    if (theirs.Names(phrase)) continue;
    auto best = added.end();
    for (auto other = added.begin(); other != added.end(); ++other) {
      if (other->family != phrase.family) continue;
      if (best == added.end() || cost(phrase, *other) < cost(phrase, *best)) best = other;
    }
    if (best == added.end()) continue;
    pairs.emplace_back(phrase, *best);
    added.erase(best);
  }
  return pairs;
}

}  // namespace calque::internal
