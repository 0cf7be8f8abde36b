// Small bitexts for tests: sentence pairs in, beads given, no model.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "align/fidelity/fidelity.h"

namespace calque::internal {

using SentencePairs = std::vector<std::pair<std::string, std::string>>;

// English source, French target, a pair a bead, tokens filled.
[[nodiscard]] Bitext MakeBitext(const SentencePairs& pairs);

// Grammars and weights that ship, for English and French.
[[nodiscard]] FidelityContext ShippedContext();

[[nodiscard]] std::vector<Finding> Departures(const SentencePairs& pairs,
                                              const FidelityOptions& options = {});
// The categories found, in order.
[[nodiscard]] std::vector<std::string> Categories(const SentencePairs& pairs,
                                                  const FidelityOptions& options = {});

}  // namespace calque::internal
