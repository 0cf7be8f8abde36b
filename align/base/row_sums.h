// Sums and rows of floats: plain loops that compilers turn into vector code. They go by four,
// which compilers do so at any level of optimisation, and which fixes the order of additions.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace calque::internal {

// to[i] += factor * from[i]
template <typename Real>
void AddScaled(const float* from, Real factor, std::size_t size, Real* to) {
  std::size_t i = 0;
  for (; i + 4 <= size; i += 4) {
    std::array<Real, 4> sums;
    for (std::size_t lane = 0; lane < 4; ++lane) {
      sums[lane] = to[i + lane] + factor * static_cast<Real>(from[i + lane]);
    }
    std::copy_n(sums.data(), 4, to + i);
  }
  for (; i < size; ++i) to[i] += factor * static_cast<Real>(from[i]);
}

// to[i] = value(i)
template <typename Value>
void FillRow(float* to, std::size_t size, const Value& value) {
  std::size_t i = 0;
  for (; i + 4 <= size; i += 4) {
    std::array<float, 4> values;
    for (std::size_t lane = 0; lane < 4; ++lane) values[lane] = value(i + lane);
    std::copy_n(values.data(), 4, to + i);
  }
  for (; i < size; ++i) to[i] = value(i);
}

// The sum of a[i] * b[i].
[[nodiscard]] inline float Dot(const float* a, const float* b, std::size_t size) {
  std::array<float, 4> sums = {};
  std::size_t i = 0;
  for (; i + 4 <= size; i += 4) {
    for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  }
  float sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
  for (; i < size; ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace calque::internal
