// A logistic model by name: what weighs evidence into a probability.
#pragma once

#include <span>
#include <string_view>

namespace calque::internal {

// The names of its features in the order in which they are given. Its weights are data (weights.h).
struct EvidenceModel {
  std::string_view name;
  std::span<const std::string_view> features;
};

}  // namespace calque::internal
