#include "align/entities/crf.h"

#include <algorithm>
#include <cmath>

namespace calque::internal {
namespace {

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
  std::vector<double> emission;    // exponentiated
  std::vector<double> transition;  // exponentiated
  std::vector<double> alpha;       // normalised at each position
  std::vector<double> scale;       // what it was divided by
  double log_z = 0.0;
};

Recursion Forward(const CrfLattice& lattice) {
  const std::size_t labels = lattice.labels;
  Recursion r;
  r.emission = ExpEmission(lattice, &r.log_z);
  r.transition.resize(labels * labels);
  for (std::size_t e = 0; e < r.transition.size(); ++e) {
    r.transition[e] = std::exp(lattice.transition[e]);
  }
  r.alpha.assign(lattice.emission.size(), 0.0);
  r.scale.resize(lattice.size());
  for (std::size_t i = 0; i < lattice.size(); ++i) {
    double* now = r.alpha.data() + i * labels;
    if (i == 0) {
      std::copy_n(r.emission.data(), labels, now);
    } else {
      const double* before = now - labels;
      for (std::size_t x = 0; x < labels; ++x) {
        const double* row = r.transition.data() + x * labels;
        for (std::size_t y = 0; y < labels; ++y) now[y] += before[x] * row[y];
      }
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
      for (std::size_t x = 0; x < labels; ++x) {
        const double* row = r.transition.data() + x * labels;
        double sum = 0.0;
        for (std::size_t y = 0; y < labels; ++y) {
          const double mass = row[y] * weighted[y];
          sum += mass;
          if (!edge.empty()) edge[x * labels + y] += alpha[x] * mass;
        }
        beta[x] = sum;
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
  std::vector<double> next(labels);
  std::vector<std::uint8_t> back(size * labels);
  for (std::size_t i = 1; i < size; ++i) {
    std::uint8_t* from = back.data() + i * labels;
    for (std::size_t y = 0; y < labels; ++y) next[y] = best[0] + lattice.transition[y];
    for (std::size_t x = 1; x < labels; ++x) {
      const double* row = lattice.transition.data() + x * labels;
      for (std::size_t y = 0; y < labels; ++y) {
        const double through = best[x] + row[y];
        if (through > next[y]) from[y] = static_cast<std::uint8_t>(x);
        next[y] = std::max(next[y], through);
      }
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
