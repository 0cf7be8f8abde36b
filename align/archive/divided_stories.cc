#include "align/archive/divided_stories.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "align/base/log_math.h"
#include "calque/engine.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMostParts = 4;  // documents of which any two may be the parts

// A document that is alone, and what may be parts of it, the strongest first.
struct Whole {
  std::uint32_t document = 0;
  std::vector<ScoredCandidate> parts;
};

struct Division {
  ScoredCandidate first;
  ScoredCandidate second;
  double probability = 0.0;
};

class Divider {
 public:
  // `whole`: the side of the documents that are to be divided.
  Divider(const TakeContext& context, Side whole)
      : context_(context), merger_(context), whole_is_source_(whole == Side::kSource) {}

  // The best two parts; of probability 0 where no two explain the whole better than one.
  [[nodiscard]] Division Best(const Whole& whole) {
    Division best;
    const std::size_t count = std::min(kMostParts, whole.parts.size());
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = i + 1; j < count; ++j) {
        const Division division{whole.parts[i], whole.parts[j], Probability(whole, i, j)};
        if (division.probability > best.probability) best = division;
      }
    }
    return best;
  }

 private:
  [[nodiscard]] std::uint32_t PartOf(const ScoredCandidate& candidate) const {
    return whole_is_source_ ? candidate.target : candidate.source;
  }

  [[nodiscard]] double Probability(const Whole& whole, std::size_t i, std::size_t j) {
    const PairingSide& side = whole_is_source_ ? context_.target : context_.source;
    const std::uint32_t a = PartOf(whole.parts[i]);
    const std::uint32_t b = PartOf(whole.parts[j]);
    if (side.documents[a].cluster == side.documents[b].cluster) return 0.0;
    const double strength = whole_is_source_ ? merger_.OfTargets(whole.document, a, b)
                                             : merger_.OfSources(a, b, whole.document);
    if (strength < whole.parts[i].strength + kLeastGain) return 0.0;
    double rival = context_.weights.rival;
    for (std::size_t k = 0; k < whole.parts.size(); ++k) {
      if (k != i && k != j) rival = std::max(rival, whole.parts[k].strength);
    }
    const double lead =
        std::clamp(strength - rival, -PairWeights::kMostLead, PairWeights::kMostLead);
    return Logistic(strength + context_.weights.lead * lead);
  }

  const TakeContext& context_;
  MergedStrength merger_;
  bool whole_is_source_;
};

// Documents of one side that are alone and have two parts to choose from at least.
std::vector<Whole> WholesOf(const std::vector<ScoredCandidate>& candidates,
                            std::uint32_t ScoredCandidate::*side, std::size_t documents,
                            const std::vector<bool>& source_taken,
                            const std::vector<bool>& target_taken) {
  std::vector<Whole> wholes(documents);
  for (std::uint32_t i = 0; i < documents; ++i) wholes[i].document = i;
  for (const ScoredCandidate& candidate : candidates) {
    if (source_taken[candidate.source] || target_taken[candidate.target]) continue;
    wholes[candidate.*side].parts.push_back(candidate);
  }
  std::erase_if(wholes, [](const Whole& whole) { return whole.parts.size() < 2; });
  for (Whole& whole : wholes) {
    std::sort(whole.parts.begin(), whole.parts.end(),
              [](const ScoredCandidate& a, const ScoredCandidate& b) {
                return std::tuple(-a.strength, a.source, a.target) <
                       std::tuple(-b.strength, b.source, b.target);
              });
  }
  return wholes;
}

}  // namespace

void AddDividedStories(const std::vector<ScoredCandidate>& candidates, const TakeContext& context,
                       double least_probability, Workers* workers,
                       std::vector<DocumentPair>* pairs) {
  constexpr std::size_t kGrain = 16;
  std::vector<bool> source_taken(context.source.documents.size());
  std::vector<bool> target_taken(context.target.documents.size());
  for (const DocumentPair& pair : *pairs) {
    source_taken[pair.source] = target_taken[pair.target] = true;
  }
  std::vector<Division> divisions;
  for (const Side side : {Side::kTarget, Side::kSource}) {
    const bool is_source = side == Side::kSource;
    const std::vector<Whole> wholes = WholesOf(
        candidates, is_source ? &ScoredCandidate::source : &ScoredCandidate::target,
        (is_source ? context.source : context.target).documents.size(), source_taken, target_taken);
    std::vector<Division> found(wholes.size());
    workers->ForEachRange(wholes.size(), kGrain, [&](std::size_t begin, std::size_t end) {
      Divider divider(context, side);
      for (std::size_t i = begin; i < end; ++i) found[i] = divider.Best(wholes[i]);
    });
    std::copy_if(found.begin(), found.end(), std::back_inserter(divisions),
                 [&](const Division& division) {
                   return division.probability > 0.0 && division.probability >= least_probability;
                 });
  }
  std::sort(divisions.begin(), divisions.end(), [](const Division& a, const Division& b) {
    return std::tuple(-a.probability, a.first.source, a.first.target, a.second.source,
                      a.second.target) < std::tuple(-b.probability, b.first.source, b.first.target,
                                                    b.second.source, b.second.target);
  });
  for (const Division& division : divisions) {
    const bool is_free =
        !source_taken[division.first.source] && !target_taken[division.first.target] &&
        !source_taken[division.second.source] && !target_taken[division.second.target];
    if (!is_free) continue;
    for (const ScoredCandidate* part : {&division.first, &division.second}) {
      source_taken[part->source] = target_taken[part->target] = true;
      pairs->push_back({part->source, part->target, static_cast<float>(division.probability),
                        /*is_take=*/part == &division.second});
    }
  }
  std::sort(pairs->begin(), pairs->end(), [](const DocumentPair& a, const DocumentPair& b) {
    return std::tie(a.source, a.target) < std::tie(b.source, b.target);
  });
}

}  // namespace calque::internal
