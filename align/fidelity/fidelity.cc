#include "align/fidelity/fidelity.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "align/base/log_math.h"
#include "align/fidelity/categories.h"
#include "align/fidelity/explained.h"
#include "align/fidelity/weights.h"
#include "align/model/parallel.h"

namespace calque::internal {
namespace {

constexpr float kLikely = 0.5F;

float ProbabilityOf(const Candidate& candidate, const FidelityWeights& weights) {
  return static_cast<float>(
      Logistic(double{weights.LogOdds(*candidate.model, candidate.features, candidate.words)}));
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

// Of two findings of one category about one place of a bead the likelier is kept.
void Add(Finding finding, std::vector<Finding>* of_bead) {
  for (Finding& other : *of_bead) {
    if (other.category != finding.category || !Overlap(other.source, finding.source) ||
        !Overlap(other.target, finding.target)) {
      continue;
    }
    if (finding.probability > other.probability) other = std::move(finding);
    return;
  }
  of_bead->push_back(std::move(finding));
}

// The candidates of each check, in the order of the checks.
std::vector<std::vector<Candidate>> RunChecks(const CheckInput& input) {
  const std::span<const Check> checks = Checks();
  std::vector<std::vector<Candidate>> candidates(checks.size());
  ForEachBlock(checks.size(), 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) candidates[i] = checks[i].run(input);
  });
  return candidates;
}

}  // namespace

std::vector<Finding> FindDepartures(const Bitext& bitext, const FidelityContext& context,
                                    const FidelityOptions& options) {
  const Scene scene(bitext, context);
  const CheckInput input{scene, options.scope, context.glossary};
  std::vector<std::pair<std::uint32_t, Finding>> found;
  for (std::vector<Candidate>& candidates : RunChecks(input)) {
    for (Candidate& candidate : candidates) {
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
  for (std::size_t i = 0; i < found.size();) {
    std::vector<Finding> of_bead;
    const std::uint32_t bead = found[i].first;
    for (; i < found.size() && found[i].first == bead; ++i) {
      Add(std::move(found[i].second), &of_bead);
    }
    LeaveOutExplained(&of_bead);
    std::move(of_bead.begin(), of_bead.end(), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace calque::internal
