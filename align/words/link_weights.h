// The log-linear re-scorer of word links: logistic regression over the features of a candidate,
// then a second one that also sees what the first says of its neighbours (stacked, as in
// Lacoste-Julien et al. 2006 with quadratic terms).
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "align/words/link_features.h"

namespace calque::internal {

// Weights as tools/train/link_weights.cc fits them.
struct LinkWeights {
  LinkFeatures first = {};   // of the first pass
  LinkFeatures second = {};  // of the second pass
  ContextFeatures second_context = {};

  // `file`: {"first": {"FEATURE": w, …}, "second": {…}}, the second with the features of both
  // kinds. Throws Error{kBadInput} where a feature is absent or unknown.
  static std::shared_ptr<const LinkWeights> FromJson(const nlohmann::ordered_json& file,
                                                     const std::string& name);
  [[nodiscard]] nlohmann::ordered_json ToJson() const;
};

// Probability that each candidate is a link, in their order. `grid` is scratch memory.
[[nodiscard]] std::vector<float> RescoreLinks(const std::vector<LinkCandidate>& candidates,
                                              const LinkWeights& weights, CellGrid* grid);

// The context of each candidate, in their order, given what the first pass says of them.
[[nodiscard]] std::vector<ContextFeatures> FindContext(const std::vector<LinkCandidate>& candidates,
                                                       const LinkFeatures& first, CellGrid* grid);

}  // namespace calque::internal
