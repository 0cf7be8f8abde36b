#include "align/beads/lattice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "align/base/log_math.h"

namespace calque::internal {
namespace {

constexpr std::int32_t kOmission = -1;  // among indices of shapes

// The logarithm of what a sum of doubles does not feel, and of a posterior that is none.
constexpr double kNothing = -40.0;

// The most terms a cut can sum over: all shapes and three kinds of null beads.
class LogSum {
 public:
  void Add(double term) {
    if (term == kLogZero) return;
    terms_[count_++] = term;
    largest_ = std::max(largest_, term);
  }
  [[nodiscard]] double Get() const {
    if (count_ < 2) return largest_;
    double sum = 0.0;
    for (std::size_t i = 0; i < count_; ++i) {
      if (terms_[i] - largest_ > kNothing) sum += std::exp(terms_[i] - largest_);
    }
    return largest_ + std::log(sum);
  }

 private:
  std::array<double, 80> terms_;
  std::size_t count_ = 0;
  double largest_ = kLogZero;
};

}  // namespace

Lattice::Ways::Ways(std::size_t cuts)
    : match(cuts, kLogZero),
      omission(cuts, kLogZero),
      insertion(cuts, kLogZero),
      closed(cuts, kLogZero) {}

Lattice::Ways Lattice::Forward(const LatticeWeights& weights) const {
  Ways ways(band_.size());
  const std::size_t shape_count = shapes_.size();
  for (std::uint32_t i = 0; i <= band_.source_count(); ++i) {
    for (std::uint32_t j = band_.first[i]; j <= band_.last[i]; ++j) {
      const std::size_t cut = band_.At(i, j);
      LogSum match;
      if (i == 0 && j == 0) match.Add(0.0);
      for (std::size_t k = 0; k < shape_count; ++k) {
        const BeadShape shape = shapes_[k];
        if (shape.source > i || shape.target > j) continue;
        const std::uint32_t from_i = i - shape.source;
        if (!band_.Contains(from_i, j - shape.target)) continue;
        const std::size_t from = band_.At(from_i, j - shape.target);
        match.Add(ways.closed[from] + weights.match.At(from, k));
      }
      ways.match[cut] = match.Get();
      if (i > 0 && band_.Contains(i - 1, j)) {
        const std::size_t from = band_.At(i - 1, j);
        ways.omission[cut] =
            weights.omission_of[i - 1] + LogAdd(ways.match[from] + weights.omission.open,
                                                ways.omission[from] + weights.omission.extend);
      }
      if (j > band_.first[i]) {
        const std::size_t from = cut - 1;
        const double opened =
            LogAdd(ways.match[from], ways.omission[from] + weights.omission.close);
        ways.insertion[cut] =
            weights.insertion_of[j - 1] + LogAdd(opened + weights.insertion.open,
                                                 ways.insertion[from] + weights.insertion.extend);
      }
      ways.closed[cut] =
          LogAdd(ways.match[cut], LogAdd(ways.omission[cut] + weights.omission.close,
                                         ways.insertion[cut] + weights.insertion.close));
    }
  }
  return ways;
}

Lattice::Ways Lattice::Backward(const LatticeWeights& weights) const {
  Ways ways(band_.size());
  const std::size_t shape_count = shapes_.size();
  const std::uint32_t n = band_.source_count();
  const std::uint32_t m = band_.target_count();
  for (std::uint32_t i = n + 1; i-- > 0;) {
    for (std::uint32_t j = band_.last[i] + 1; j-- > band_.first[i];) {
      const std::size_t cut = band_.At(i, j);
      LogSum match;
      if (i == n && j == m) match.Add(0.0);
      for (std::size_t k = 0; k < shape_count; ++k) {
        const float weight = weights.match.At(cut, k);
        if (weight == -std::numeric_limits<float>::infinity()) continue;
        match.Add(weight + ways.match[band_.At(i + shapes_[k].source, j + shapes_[k].target)]);
      }
      ways.closed[cut] = match.Get();
      const double omitted = i < n && band_.Contains(i + 1, j)
                                 ? weights.omission_of[i] + ways.omission[band_.At(i + 1, j)]
                                 : kLogZero;
      const double inserted =
          j < band_.last[i] ? weights.insertion_of[j] + ways.insertion[cut + 1] : kLogZero;
      ways.insertion[cut] =
          LogAdd(weights.insertion.close + ways.closed[cut], weights.insertion.extend + inserted);
      const double opened = weights.insertion.open + inserted;
      ways.omission[cut] = LogAdd(weights.omission.close + LogAdd(ways.closed[cut], opened),
                                  weights.omission.extend + omitted);
      ways.match[cut] = LogAdd(LogAdd(ways.closed[cut], opened), weights.omission.open + omitted);
    }
  }
  return ways;
}

void Lattice::CollectNull(const LatticeWeights& weights, const Ways& forward, const Ways& backward,
                          BeadPosteriors* posteriors) const {
  const double total = posteriors->log_total;
  posteriors->omission.assign(band_.source_count(), 0.0F);
  posteriors->insertion.assign(band_.target_count(), 0.0F);
  for (std::uint32_t i = 0; i <= band_.source_count(); ++i) {
    for (std::uint32_t j = band_.first[i]; j <= band_.last[i]; ++j) {
      const std::size_t cut = band_.At(i, j);
      if (i < band_.source_count() && band_.Contains(i + 1, j)) {
        const double to = weights.omission_of[i] + backward.omission[band_.At(i + 1, j)] - total;
        const double open = std::exp(forward.match[cut] + weights.omission.open + to);
        const double extend = std::exp(forward.omission[cut] + weights.omission.extend + to);
        posteriors->omission[i] += static_cast<float>(open + extend);
        posteriors->counts.omission.open += open;
        posteriors->counts.omission.extend += extend;
      }
      if (j < band_.last[i]) {
        const double to = weights.insertion_of[j] + backward.insertion[cut + 1] - total;
        const double opened =
            LogAdd(forward.match[cut], forward.omission[cut] + weights.omission.close);
        const double open = std::exp(opened + weights.insertion.open + to);
        const double extend = std::exp(forward.insertion[cut] + weights.insertion.extend + to);
        posteriors->insertion[j] += static_cast<float>(open + extend);
        posteriors->counts.insertion.open += open;
        posteriors->counts.insertion.extend += extend;
      }
    }
  }
}

void Lattice::CollectMatches(const LatticeWeights& weights, const Ways& forward,
                             const Ways& backward, BeadPosteriors* posteriors) const {
  posteriors->counts.shape.assign(shapes_.size(), 0.0);
  posteriors->match = {shapes_.size(), std::vector<float>(weights.match.values.size(), 0.0F)};
  ForEachBead(band_, shapes_, [&](std::uint32_t i, std::uint32_t j, std::size_t k) {
    const std::size_t from = band_.At(i, j);
    const std::size_t to = band_.At(i + shapes_[k].source, j + shapes_[k].target);
    const double logarithm = forward.closed[from] + weights.match.At(from, k) + backward.match[to] -
                             posteriors->log_total;
    if (logarithm < kNothing) return;
    const double posterior = std::exp(logarithm);
    posteriors->match.At(from, k) = static_cast<float>(posterior);
    posteriors->counts.shape[k] += posterior;
  });
}

BeadPosteriors Lattice::Sum(const LatticeWeights& weights) const {
  const Ways forward = Forward(weights);
  const Ways backward = Backward(weights);
  BeadPosteriors posteriors;
  posteriors.log_total = forward.closed.back();
  CollectMatches(weights, forward, backward, &posteriors);
  CollectNull(weights, forward, backward, &posteriors);
  return posteriors;
}

Lattice::BestWays Lattice::FindBest(const BeadPosteriors& posteriors) const {
  BestWays best;
  best.open.assign(band_.size(), kLogZero);
  best.inserted.assign(band_.size(), kLogZero);
  best.move.assign(band_.size(), kOmission);
  best.open.front() = 0.0;
  for (std::uint32_t i = 0; i <= band_.source_count(); ++i) {
    for (std::uint32_t j = band_.first[i]; j <= band_.last[i]; ++j) {
      const std::size_t cut = band_.At(i, j);
      const auto offer = [&](double gain, std::int32_t move) {
        if (gain <= best.open[cut]) return;
        best.open[cut] = gain;
        best.move[cut] = move;
      };
      for (std::size_t k = 0; k < shapes_.size(); ++k) {
        const BeadShape shape = shapes_[k];
        if (shape.source > i || shape.target > j) continue;
        if (!band_.Contains(i - shape.source, j - shape.target)) continue;
        const std::size_t from = band_.At(i - shape.source, j - shape.target);
        offer(std::max(best.open[from], best.inserted[from]) + posteriors.match.At(from, k),
              static_cast<std::int32_t>(k));
      }
      if (i > 0 && band_.Contains(i - 1, j)) {
        offer(best.open[band_.At(i - 1, j)] + posteriors.omission[i - 1], kOmission);
      }
      if (j > band_.first[i]) {
        best.inserted[cut] =
            std::max(best.open[cut - 1], best.inserted[cut - 1]) + posteriors.insertion[j - 1];
      }
    }
  }
  return best;
}

std::vector<Bead> Lattice::Best(const BeadPosteriors& posteriors) const {
  const BestWays best = FindBest(posteriors);
  std::vector<Bead> beads;
  std::uint32_t i = band_.source_count();
  std::uint32_t j = band_.target_count();
  bool may_insert = true;
  while (i > 0 || j > 0) {
    const std::size_t cut = band_.At(i, j);
    const std::int32_t move = best.move[cut];
    const bool inserts = may_insert && best.inserted[cut] > best.open[cut];
    may_insert = inserts || move != kOmission;
    if (inserts) {
      beads.push_back({{i, i}, {j - 1, j}, posteriors.insertion[j - 1]});
    } else if (move == kOmission) {
      beads.push_back({{i - 1, i}, {j, j}, posteriors.omission[i - 1]});
    } else {
      const auto k = static_cast<std::size_t>(move);
      const BeadShape shape = shapes_[k];
      const std::size_t from = band_.At(i - shape.source, j - shape.target);
      beads.push_back({{i - shape.source, i}, {j - shape.target, j}, posteriors.match.At(from, k)});
    }
    i = beads.back().source.begin;
    j = beads.back().target.begin;
  }
  std::reverse(beads.begin(), beads.end());
  return beads;
}

}  // namespace calque::internal
