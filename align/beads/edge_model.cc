#include "align/beads/edge_model.h"

#include <cmath>

#include "align/beads/match_scores.h"
#include "align/beads/sentence_edges.h"

namespace calque::internal {
namespace {

constexpr float kLeastPosterior = 0.01F;  // a bead below it says nothing about marks
constexpr double kUnseen = 0.01;          // occurrences of a mark that a side lacks

std::vector<double> ShareOf(const std::vector<std::uint8_t>& marks, std::size_t count) {
  std::vector<double> share(count, kUnseen);
  for (const std::uint8_t mark : marks) share[mark] += 1.0;
  const double total = static_cast<double>(marks.size()) + kUnseen * static_cast<double>(count);
  for (double& part : share) part /= total;
  return share;
}

}  // namespace

EdgeModel::MarkTable::MarkTable(const std::vector<std::uint8_t>& source,
                                const std::vector<std::uint8_t>& target, std::size_t marks,
                                const EdgeParameters& parameters)
    : marks_(marks),
      source_share_(ShareOf(source, marks)),
      target_share_(ShareOf(target, marks)),
      prior_(marks * marks),
      counts_(marks * marks, 0.0),
      scores_(marks * marks, 0.0) {
  double both = 0.0;
  for (std::size_t s = 0; s < marks; ++s) both += std::sqrt(source_share_[s] * target_share_[s]);
  for (std::size_t s = 0; s < marks; ++s) {
    for (std::size_t t = 0; t < marks; ++t) {
      const double alike = s == t ? std::sqrt(source_share_[s] * target_share_[t]) / both : 0.0;
      prior_[s * marks + t] =
          parameters.alike * alike + (1.0 - parameters.alike) * source_share_[s] * target_share_[t];
    }
  }
  Update(parameters.strength);
}

void EdgeModel::MarkTable::Update(double strength) {
  for (std::size_t s = 0; s < marks_; ++s) {
    for (std::size_t t = 0; t < marks_; ++t) {
      const std::size_t at = s * marks_ + t;
      const double together = (counts_[at] + strength * prior_[at]) / (total_ + strength);
      scores_[at] = std::log(together / (source_share_[s] * target_share_[t]));
      counts_[at] = 0.0;
    }
  }
  total_ = 0.0;
}

EdgeModel::EdgeModel(const SideWords& source, const SideWords& target,
                     const EdgeParameters& parameters)
    : source_(source),
      target_(target),
      parameters_(parameters),
      opening_(source.opening, target.opening, kOpenings, parameters),
      closing_(source.closing, target.closing, kClosings, parameters),
      omission_opening_(kOpenings, 0.0),
      omission_closing_(kClosings, 0.0),
      insertion_opening_(kOpenings, 0.0),
      insertion_closing_(kClosings, 0.0) {}

double EdgeModel::Score(std::uint32_t i, std::uint32_t j, BeadShape shape) const {
  const double opening = opening_.Score(source_.opening[i], target_.opening[j]);
  const double closing =
      closing_.Score(source_.closing[i + shape.source - 1], target_.closing[j + shape.target - 1]);
  return parameters_.weight * (opening + closing);
}

double EdgeModel::Omission(std::uint32_t source) const {
  return omission_opening_[source_.opening[source]] + omission_closing_[source_.closing[source]];
}

double EdgeModel::Insertion(std::uint32_t target) const {
  return insertion_opening_[target_.opening[target]] + insertion_closing_[target_.closing[target]];
}

std::vector<double> EdgeModel::NullScores(const std::vector<std::uint8_t>& marks,
                                          const std::vector<double>& share,
                                          const std::vector<float>& posteriors) const {
  std::vector<double> counts(share.size(), 0.0);
  double total = parameters_.null_strength;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    counts[marks[i]] += posteriors[i];
    total += posteriors[i];
  }
  std::vector<double> scores(share.size());
  for (std::size_t mark = 0; mark < share.size(); ++mark) {
    const double among_null = (counts[mark] + parameters_.null_strength * share[mark]) / total;
    scores[mark] = parameters_.null_weight * std::log(among_null / share[mark]);
  }
  return scores;
}

void EdgeModel::Estimate(const Band& band, const std::vector<BeadShape>& shapes,
                         const BeadPosteriors& posteriors) {
  const auto count = [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
    const double posterior = posteriors.match.At(band.At(i, j), k);
    opening_.Count(source_.opening[i], target_.opening[j], posterior);
    closing_.Count(source_.closing[i + shapes[k].source - 1],
                   target_.closing[j + shapes[k].target - 1], posterior);
  };
  ForEachBeadFrom(kLeastPosterior, posteriors.match, band, count);
  opening_.Update(parameters_.strength);
  closing_.Update(parameters_.strength);
  omission_opening_ = NullScores(source_.opening, opening_.source_share(), posteriors.omission);
  omission_closing_ = NullScores(source_.closing, closing_.source_share(), posteriors.omission);
  insertion_opening_ = NullScores(target_.opening, opening_.target_share(), posteriors.insertion);
  insertion_closing_ = NullScores(target_.closing, closing_.target_share(), posteriors.insertion);
}

}  // namespace calque::internal
