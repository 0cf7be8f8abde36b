// Arithmetic on log-probabilities (natural logarithm).
#pragma once

#include <cmath>
#include <limits>
#include <utility>

namespace calque::internal {

inline constexpr double kLogZero = -std::numeric_limits<double>::infinity();

// log(exp(a) + exp(b)) without overflow.
[[nodiscard]] inline double LogAdd(double a, double b) {
  constexpr double kNothing = -40.0;  // what a sum of doubles does not feel
  if (a < b) std::swap(a, b);
  // Written so that two zeros, whose difference is no number, are passed over too.
  return b - a > kNothing ? a + std::log1p(std::exp(b - a)) : a;
}

// 1 / (1 + exp(−x)).
template <typename Real>
[[nodiscard]] Real Logistic(Real x) {
  return Real{1} / (Real{1} + std::exp(-x));
}

}  // namespace calque::internal
