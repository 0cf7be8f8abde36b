#include "align/entities/crf.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace calque::internal {
namespace {

// A step from label to label that a sequence may take. The labels of names forbid two in three of
// them, far below what exp() tells from 0.
struct Step {
  std::size_t from;
  std::size_t to;
  double score;
};
constexpr double kNever = -1e3;

// By the label before, then the label behind.
std::vector<Step> StepsOf(const CrfLattice& lattice) {
  std::vector<Step> steps;
  steps.reserve(lattice.transition.size());
  for (std::size_t x = 0; x < lattice.labels; ++x) {
    for (std::size_t y = 0; y < lattice.labels; ++y) {
      const double score = lattice.transition[x * lattice.labels + y];
      if (score > kNever) steps.push_back({x, y, score});
    }
  }
  return steps;
}

// exp(emission − its maximum at the position); the maxima are added to `log_scale`.
std::vector<double> ExpEmission(const CrfLattice& lattice, double* log_scale) {
  const std::size_t labels = lattice.labels;
  std::vector<double> out(lattice.emission.size());
  for (std::size_t i = 0; i < lattice.size(); ++i) {
    const double* row = lattice.emission.data() + i * labels;
    const double top = *std::max_element(row, row + labels);
    *log_scale += top;
    for (std::size_t y = 0; y < labels; ++y) out[i * labels + y] = std::exp(row[y] - top);
  }
  return out;
}

double Normalise(double* row, std::size_t labels) {
  double sum = 0.0;
  for (std::size_t y = 0; y < labels; ++y) sum += row[y];
  for (std::size_t y = 0; y < labels; ++y) row[y] /= sum;
  return sum;
}

struct Recursion {
  std::vector<double> emission;  // exponentiated
  std::vector<Step> steps;       // exponentiated
  std::vector<double> alpha;     // normalised at each position
  std::vector<double> scale;     // what it was divided by
  double log_z = 0.0;
};

Recursion Forward(const CrfLattice& lattice) {
  const std::size_t labels = lattice.labels;
  Recursion r;
  r.emission = ExpEmission(lattice, &r.log_z);
  r.steps = StepsOf(lattice);
  for (Step& step : r.steps) step.score = std::exp(step.score);
  r.alpha.assign(lattice.emission.size(), 0.0);
  r.scale.resize(lattice.size());
  for (std::size_t i = 0; i < lattice.size(); ++i) {
    double* now = r.alpha.data() + i * labels;
    if (i == 0) {
      std::copy_n(r.emission.data(), labels, now);
    } else {
      const double* before = now - labels;
      for (const Step& step : r.steps) now[step.to] += before[step.from] * step.score;
      for (std::size_t y = 0; y < labels; ++y) now[y] *= r.emission[i * labels + y];
    }
    r.scale[i] = Normalise(now, labels);
    r.log_z += std::log(r.scale[i]);
  }
  return r;
}

}  // namespace

double CrfMarginals(const CrfLattice& lattice, std::vector<double>* node, std::span<double> edge) {
  const std::size_t labels = lattice.labels;
  const std::size_t size = lattice.size();
  node->assign(lattice.emission.size(), 0.0);
  if (size == 0) return 0.0;
  const Recursion r = Forward(lattice);
  std::vector<double> beta(labels, 1.0);
  std::vector<double> weighted(labels);  // emission · beta of the next position, scaled
  for (std::size_t i = size; i-- > 0;) {
    const double* alpha = r.alpha.data() + i * labels;
    if (i + 1 < size) {
      for (std::size_t y = 0; y < labels; ++y) {
        weighted[y] = r.emission[(i + 1) * labels + y] * beta[y] / r.scale[i + 1];
      }
      std::fill(beta.begin(), beta.end(), 0.0);
      for (const Step& step : r.steps) {
        const double mass = step.score * weighted[step.to];
        beta[step.from] += mass;
        if (!edge.empty()) edge[step.from * labels + step.to] += alpha[step.from] * mass;
      }
    }
    for (std::size_t y = 0; y < labels; ++y) (*node)[i * labels + y] = alpha[y] * beta[y];
  }
  return r.log_z;
}

std::vector<std::uint8_t> CrfDecode(const CrfLattice& lattice) {
  const std::size_t labels = lattice.labels;
  const std::size_t size = lattice.size();
  std::vector<std::uint8_t> path(size);
  if (size == 0) return path;
  std::vector<double> best(lattice.emission.begin(),
                           lattice.emission.begin() + static_cast<std::ptrdiff_t>(labels));
  const std::vector<Step> steps = StepsOf(lattice);
  std::vector<double> next(labels);
  std::vector<std::uint8_t> back(size * labels);
  for (std::size_t i = 1; i < size; ++i) {
    std::uint8_t* from = back.data() + i * labels;
    std::fill(next.begin(), next.end(), -std::numeric_limits<double>::infinity());
    for (const Step& step : steps) {
      const double through = best[step.from] + step.score;
      if (through > next[step.to]) from[step.to] = static_cast<std::uint8_t>(step.from);
      next[step.to] = std::max(next[step.to], through);
    }
    for (std::size_t y = 0; y < labels; ++y) next[y] += lattice.emission[i * labels + y];
    best.swap(next);
  }
  path[size - 1] =
      static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = size - 1; i > 0; --i) path[i - 1] = back[i * labels + path[i]];
  return path;
}

}  // namespace calque::internal
