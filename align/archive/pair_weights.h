// What turns the evidence of a pair of documents into a probability.
#pragma once

#include <filesystem>

#include "align/archive/pair_evidence.h"

namespace calque::internal {

// A logistic regression over PairEvidence and the lead over the best rival, trained by
// tools/train/pairing.py.
struct PairWeights {
  double bias = 0.0;
  std::array<double, kPairFeatureNames.size()> features{};
  double lead = 0.0;  // for a unit of Strength() ahead of the best rival, at most kMostLead
  static constexpr double kMostLead = 10.0;
  double rival = 0.0;  // Strength() of the best wrong candidate, nine times in ten no more

  // The log-odds without the lead.
  [[nodiscard]] double Strength(const PairEvidence& evidence) const;
};

struct PairWeightSets {
  PairWeights with_model;
  PairWeights without_model;
};

// `models/pairing.json` of a data directory. Throws Error: kMissingInput; kBadInput where a weight
// is missing or unknown.
[[nodiscard]] PairWeightSets LoadPairWeights(const std::filesystem::path& data_directory);

}  // namespace calque::internal
