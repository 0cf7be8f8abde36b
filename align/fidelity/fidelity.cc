#include "align/fidelity/fidelity.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "align/base/log_math.h"

namespace calque::internal {
namespace {

constexpr float kLikely = 0.5F;

float ProbabilityOf(const Candidate& candidate, const FidelityWeights& weights) {
  return static_cast<float>(Logistic(weights.LogOdds(*candidate.model, candidate.features)));
}

Finding ToFinding(Candidate candidate, float probability) {
  const Severity severity = FindCategory(candidate.category)->severity;
  return {std::string(candidate.category),
          probability < kLikely ? Severity::kMinor : severity,
          probability,
          candidate.source,
          candidate.target,
          std::move(candidate.message)};
}

}  // namespace

std::vector<Finding> FindDepartures(const Bitext& bitext, const FidelityContext& context,
                                    const FidelityOptions& options) {
  const Scene scene(bitext, *context.source, *context.target, context.lexicon, *context.weights);
  const CheckInput input{scene, options.scope, context.glossary};
  std::vector<std::pair<std::uint32_t, Finding>> found;
  for (const Check& check : Checks()) {
    for (Candidate& candidate : check.run(input)) {
      const float probability = ProbabilityOf(candidate, *context.weights);
      if (probability < options.threshold) continue;
      const std::uint32_t bead = candidate.bead;
      found.emplace_back(bead, ToFinding(std::move(candidate), probability));
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.first, a.second.source, a.second.target) <
           std::tuple(b.first, b.second.source, b.second.target);
  });
  std::vector<Finding> findings;
  for (auto& [bead, finding] : found) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace calque::internal
