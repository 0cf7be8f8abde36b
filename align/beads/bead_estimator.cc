#include "align/beads/bead_estimator.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace calque::internal {
namespace {

constexpr float kLeastPosterior = 0.01F;  // a bead below it says nothing about lengths
constexpr double kPriorLength = 200.0;    // code points that the ratio 1 is worth
constexpr double kPriorBeads = 10.0;      // beads that the first variance is worth
constexpr float kNoBead = -std::numeric_limits<float>::infinity();

// overlap_of(length, size) for all overlaps of a side, by first sentence, then size.
template <typename OverlapOf>
std::vector<LengthModel::Overlap> OverlapsOf(const std::vector<float>& lengths,
                                             const OverlapOf& overlap_of) {
  std::vector<float> sums = {0.0F};
  for (const float length : lengths) sums.push_back(sums.back() + length);
  std::vector<LengthModel::Overlap> overlaps;
  overlaps.reserve(lengths.size() * LengthModel::kMaxSize);
  for (std::size_t begin = 0; begin < lengths.size(); ++begin) {
    for (std::uint32_t size = 1; size <= LengthModel::kMaxSize; ++size) {
      const std::size_t end = std::min(begin + size, lengths.size());
      overlaps.push_back(overlap_of(sums[end] - sums[begin], size));
    }
  }
  return overlaps;
}

// Whether sentences lie on both sides of a cut; a side without a headline has its cut at 0.
bool Crosses(std::uint32_t cut, std::uint32_t begin, std::uint32_t size) {
  return begin < cut && cut < begin + size;
}

// Where one side alone has a headline, the other may have it in its text.
BeadShape HeadlinesOf(const SideWords& source, const SideWords& target) {
  if (source.headline == 0 || target.headline == 0) return {0, 0};
  return {source.headline, target.headline};
}

// Beads that are out of the question are not weighed again.
void DropImpossible(const BeadPosteriors& posteriors, BeadGrid* scores) {
  for (std::size_t bead = 0; bead < scores->values.size(); ++bead) {
    if (posteriors.match.values[bead] == 0.0F) scores->values[bead] = kNoBead;
  }
}

}  // namespace

BeadEstimator::BeadEstimator(const SideWords& source, const SideWords& target,
                             const BeadParameters& parameters)
    : parameters_(parameters),
      lengths_(source.length, target.length, parameters.length_variance),
      source_overlaps_(OverlapsOf(
          source.length, [&](auto... overlap) { return lengths_.SourceOverlap(overlap...); })),
      target_overlaps_(OverlapsOf(
          target.length, [&](auto... overlap) { return lengths_.TargetOverlap(overlap...); })),
      edges_(source, target, parameters.edges),
      headlines_(HeadlinesOf(source, target)) {}

BeadPosteriors BeadEstimator::Estimate(const Band& band, const BeadPrior& typical,
                                       const BeadGrid& word_scores, const Knowledge& knowledge) {
  if (prior_.shapes.size() != typical.shapes.size()) prior_ = typical;
  const Lattice lattice(band, typical.shapes);
  BeadGrid scores = word_scores;
  BeadPosteriors posteriors;
  for (int iteration = 0; iteration < parameters_.prior_iterations; ++iteration) {
    posteriors = lattice.Sum(Weigh(band, scores, knowledge.length_weight));
    prior_ = internal::Estimate(typical, posteriors.counts, knowledge.prior);
    EstimateLengths(band, posteriors);
    edges_.Estimate(band, typical.shapes, posteriors);
    DropImpossible(posteriors, &scores);
  }
  return posteriors;
}

LatticeWeights::Run BeadEstimator::Weigh(const BeadPrior::Run& run) const {
  const double weight = parameters_.prior_weight;
  return {weight * std::log(run.open), weight * std::log(run.extend),
          weight * std::log(1.0 - run.extend)};
}

LatticeWeights BeadEstimator::Weigh(const Band& band, const BeadGrid& word_scores,
                                    double length_weight) const {
  LatticeWeights weights{word_scores, {}, {}, Weigh(prior_.omission), Weigh(prior_.insertion)};
  for (std::uint32_t i = 0; i < band.source_count(); ++i) {
    weights.omission_of.push_back(edges_.Omission(i));
  }
  for (std::uint32_t j = 0; j < band.target_count(); ++j) {
    weights.insertion_of.push_back(edges_.Insertion(j));
  }
  std::vector<double> shape_weights;
  const double match = std::log(1.0 - prior_.omission.open - prior_.insertion.open);
  for (const double share : prior_.shape) {
    shape_weights.push_back(parameters_.prior_weight * (match + std::log(share)));
  }
  ForEachBead(band, prior_.shapes, [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
    const BeadShape shape = prior_.shapes[k];
    float& weight = weights.match.At(band.At(i, j), k);
    if (weight == kNoBead) return;
    weight = static_cast<float>(Weight(i, j, shape, weight, length_weight) + shape_weights[k]);
  });
  return weights;
}

double BeadEstimator::Weight(std::uint32_t i, std::uint32_t j, BeadShape shape, double word_score,
                             double length_weight) const {
  const double length = lengths_.Score(Source(i, shape.source), Target(j, shape.target));
  const bool joined =
      Crosses(headlines_.source, i, shape.source) || Crosses(headlines_.target, j, shape.target);
  return parameters_.word_weight * word_score + length_weight * length + edges_.Score(i, j, shape) -
         (joined ? parameters_.headline_cut : 0.0);
}

void BeadEstimator::EstimateLengths(const Band& band, const BeadPosteriors& posteriors) {
  double source_sum = kPriorLength;
  double target_sum = kPriorLength;
  double squares = kPriorBeads * parameters_.length_variance;
  double beads = kPriorBeads;
  const auto count = [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
    const double posterior = posteriors.match.At(band.At(i, j), k);
    const double source = Source(i, prior_.shapes[k].source).length;
    const double target = Target(j, prior_.shapes[k].target).length;
    source_sum += posterior * source;
    target_sum += posterior * target;
    squares += posterior * lengths_.SquaredDifference(source, target);
    beads += posterior;
  };
  ForEachBeadFrom(kLeastPosterior, posteriors.match, band, count);
  lengths_.SetRatio(target_sum / source_sum);
  lengths_.SetVariance(squares / beads);
}

}  // namespace calque::internal
