// Words that negate, and what they negate.
#pragma once

#include <cstdint>
#include <vector>

#include "align/fidelity/scene.h"

namespace calque::internal {

// How much a cue says.
enum class NegationForce : std::uint8_t {
  kStrong,  // it negates for certain
  kWeak,    // it may answer a negation: `without`, `refuse`
  kLoose,   // it does so now and then: `only`, `other`
};

struct NegationCue {
  IndexRange<Token> tokens;  // `ne … pas` from the first to the last word
  IndexRange<Token> middle;  // those that a cue of two words encloses, which do not negate
  std::uint32_t head = 0;    // the word that is negated, as far as the surface shows it
  NegationForce force = NegationForce::kStrong;
  bool denies = false;  // what follows it is not so: `refused to`, `sans`, `non coupable`

  [[nodiscard]] bool strong() const { return force == NegationForce::kStrong; }
  // visit(token) for each of its words that negates.
  template <typename Visit>
  void VisitNegating(const Visit& visit) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (Negates(i)) visit(i);
    }
  }
  [[nodiscard]] bool Negates(std::uint32_t token) const {
    return token >= tokens.begin && token < tokens.end &&
           (token < middle.begin || token >= middle.end);
  }
};

// The cues of `tokens`, in order, disjoint.
[[nodiscard]] std::vector<NegationCue> FindNegations(const SideView& side,
                                                     IndexRange<Token> tokens);

}  // namespace calque::internal
