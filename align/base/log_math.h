// Arithmetic on log-probabilities (natural logarithm).
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace calque::internal {

inline constexpr double kLogZero = -std::numeric_limits<double>::infinity();

// log(exp(a) + exp(b)) without overflow.
[[nodiscard]] inline double LogAdd(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == kLogZero ? a : a + std::log1p(std::exp(b - a));
}

// 1 / (1 + exp(−x)).
[[nodiscard]] inline double Logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

}  // namespace calque::internal
