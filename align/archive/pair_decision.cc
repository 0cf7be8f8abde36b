#include "align/archive/pair_decision.h"

#include <algorithm>
#include <tuple>

#include "align/archive/near_duplicates.h"
#include "align/base/log_math.h"

namespace calque::internal {
namespace {

// Candidates of each document of one side, the strongest first.
class ByDocument {
 public:
  using Member = std::uint32_t ScoredCandidate::*;

  ByDocument(const std::vector<ScoredCandidate>& candidates, Member member, std::size_t documents)
      : lists_(documents) {
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
      lists_[candidates[i].*member].push_back(i);
    }
  }
  [[nodiscard]] const std::vector<std::uint32_t>& Of(std::uint32_t document) const {
    return lists_[document];
  }

 private:
  std::vector<std::vector<std::uint32_t>> lists_;
};

class Decision {
 public:
  Decision(const std::vector<ScoredCandidate>& candidates, const PairingSide& source,
           const PairingSide& target)
      : candidates_(candidates),
        source_(source),
        target_(target),
        of_source_(candidates, &ScoredCandidate::source, source.documents.size()),
        of_target_(candidates, &ScoredCandidate::target, target.documents.size()),
        source_taken_(source.documents.size()),
        target_taken_(target.documents.size()) {}

  [[nodiscard]] bool IsFree(const ScoredCandidate& candidate) const {
    return !source_taken_[candidate.source] && !target_taken_[candidate.target];
  }
  void Take(const ScoredCandidate& candidate) {
    source_taken_[candidate.source] = true;
    target_taken_[candidate.target] = true;
  }
  // How far a candidate is ahead of the strongest free one that would lead either document to
  // another story; what is taken already is no rival. Where there are hardly any to compare with,
  // a rival of usual strength is assumed.
  [[nodiscard]] double Lead(const ScoredCandidate& candidate, double usual_rival) const {
    constexpr std::size_t kFew = 3;
    double rival = kLogZero;
    std::size_t others = 0;
    for (const std::uint32_t i : of_source_.Of(candidate.source)) {
      const ScoredCandidate& other = candidates_[i];
      if (SameStory(target_, other.target, candidate.target)) continue;
      ++others;
      if (!target_taken_[other.target]) rival = std::max(rival, other.strength);
    }
    for (const std::uint32_t i : of_target_.Of(candidate.target)) {
      const ScoredCandidate& other = candidates_[i];
      if (SameStory(source_, other.source, candidate.source)) continue;
      ++others;
      if (!source_taken_[other.source]) rival = std::max(rival, other.strength);
    }
    if (others < kFew) rival = std::max(rival, usual_rival);
    return std::clamp(candidate.strength - rival, -PairWeights::kMostLead, PairWeights::kMostLead);
  }

 private:
  static bool SameStory(const PairingSide& side, std::uint32_t a, std::uint32_t b) {
    return side.documents[a].cluster == side.documents[b].cluster;
  }

  const std::vector<ScoredCandidate>& candidates_;
  const PairingSide& source_;
  const PairingSide& target_;
  ByDocument of_source_;
  ByDocument of_target_;
  std::vector<bool> source_taken_;
  std::vector<bool> target_taken_;
};

}  // namespace

std::vector<DocumentPair> DecidePairs(std::vector<ScoredCandidate> candidates,
                                      const PairingSide& source, const PairingSide& target,
                                      const PairWeights& weights, double least_probability) {
  std::sort(candidates.begin(), candidates.end(), [&](const auto& a, const auto& b) {
    if (a.strength != b.strength) return a.strength > b.strength;
    if (a.source != b.source)
      return IsLater(source.documents[a.source], source.documents[b.source]);
    return IsLater(target.documents[a.target], target.documents[b.target]);
  });
  Decision decision(candidates, source, target);
  std::vector<DocumentPair> pairs;
  for (const ScoredCandidate& candidate : candidates) {
    if (!decision.IsFree(candidate)) continue;
    const double probability =
        Logistic(candidate.strength + weights.lead * decision.Lead(candidate, weights.rival));
    if (probability < least_probability) continue;
    decision.Take(candidate);
    pairs.push_back({candidate.source, candidate.target, static_cast<float>(probability),
                     /*is_take=*/false});
  }
  std::sort(pairs.begin(), pairs.end(), [](const DocumentPair& a, const DocumentPair& b) {
    return std::tie(a.source, a.target) < std::tie(b.source, b.target);
  });
  return pairs;
}

}  // namespace calque::internal
