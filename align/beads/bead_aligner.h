// Sentence alignment: the beads of two documents (design §4).
#pragma once

#include <cstdint>
#include <vector>

#include "align/model/lexicon.h"
#include "calque/bitext.h"
#include "calque/document.h"

namespace calque::internal {

struct BeadOptions {
  std::uint32_t max_side = 4;  // most sentences on one side of a bead with two sides
  enum class Adapt { kNever, kWithoutModel, kAlways } adapt = Adapt::kWithoutModel;
  bool find_moved = false;  // pair sentences that were put elsewhere: crossing beads
};

struct BeadParameters;  // parameters.h

struct BeadAlignment {
  std::vector<Bead> beads;  // tile both sides; in source order, crossing ones aside in target order
  float score = 0.0F;       // probability that the documents are translations, in [0, 1]
};

// `lexicon` may be null: lengths, numbers, identical strings, cognates, and what the text itself
// teaches. Precondition: both documents hold sentences and tokens (either side may have none).
// Deterministic; symmetric under swapping the sides.
[[nodiscard]] BeadAlignment AlignSentences(const Document& source, const Document& target,
                                           const Lexicon* lexicon, const BeadOptions& options);

// The same with other weights, for tuning.
[[nodiscard]] BeadAlignment AlignSentences(const Document& source, const Document& target,
                                           const Lexicon* lexicon, const BeadOptions& options,
                                           const BeadParameters& parameters);

}  // namespace calque::internal
