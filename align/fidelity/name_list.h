// The names of one side of a bead, those the entity stage found and runs of capitals it did not.
#pragma once

#include <cstdint>
#include <vector>

#include "align/fidelity/scene.h"

namespace calque::internal {

struct NameInText {
  IndexRange<Token> tokens;
  std::uint32_t mention = kNoMention;  // of its side; none for a bare run of capitals
};

// In text order, disjoint. Words that open a sentence are no names unless a mention says so.
[[nodiscard]] std::vector<NameInText> FindNames(const SideView& side, IndexRange<Token> tokens);

// How the other side of the bead speaks for a name.
struct NameEvidence {
  float linked = 0.0F;  // 1 where an entity link says so by the names themselves
  float form = 0.0F;    // of the best of its words
  float mean_form = 0.0F;
  float lexical = 0.0F;  // of the best of its words
  float link = 0.0F;     // best word link of its words
  float known = 0.0F;    // share of its words that the lexicon knows
};
[[nodiscard]] NameEvidence EvidenceOf(const View& view, const NameInText& name);

}  // namespace calque::internal
