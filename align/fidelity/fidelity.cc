#include "align/fidelity/fidelity.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "align/base/log_math.h"
#include "align/fidelity/categories.h"
#include "align/fidelity/weights.h"

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

bool Overlap(ByteSpan a, ByteSpan b) { return a == b || (a.begin < b.end && b.begin < a.end); }

// Of two findings of one category about one place of a bead the likelier is kept. The findings of
// the bead begin at `first`.
void Add(Finding finding, std::size_t first, std::vector<Finding>* findings) {
  for (Finding& other : std::span(*findings).subspan(first)) {
    if (other.category != finding.category || !Overlap(other.source, finding.source) ||
        !Overlap(other.target, finding.target)) {
      continue;
    }
    if (finding.probability > other.probability) other = std::move(finding);
    return;
  }
  findings->push_back(std::move(finding));
}

}  // namespace

std::vector<Finding> FindDepartures(const Bitext& bitext, const FidelityContext& context,
                                    const FidelityOptions& options) {
  const Scene scene(bitext, context);
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
  std::size_t first = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i > 0 && found[i].first != found[i - 1].first) first = findings.size();
    Add(std::move(found[i].second), first, &findings);
  }
  return findings;
}

}  // namespace calque::internal
