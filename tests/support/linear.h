// Expects of a piece of work that it takes about as much processor time a byte whatever its size.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <string>

namespace calque::test {

// Of the call of what `prepare` gives for a size.
template <typename Prepare>
[[nodiscard]] double SecondsFor(std::size_t size, const Prepare& prepare) {
  const auto work = prepare(size);
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Four times the size is to take about four times as long. Where it takes more, a busy machine may
// be why, or a quadratic term that is still small beside a linear one: at four times the size again
// it no longer is, each time that it is asked.
template <typename Prepare>
void ExpectLinear(std::size_t size, const Prepare& prepare, const std::string& what = {}) {
  const double small = SecondsFor(size, prepare);
  double large = SecondsFor(4 * size, prepare);
  if (large <= 6 * small + 0.02) return;
  large = std::min(large, SecondsFor(4 * size, prepare));
  double largest = SecondsFor(16 * size, prepare);
  if (largest >= 7 * large + 0.1) largest = std::min(largest, SecondsFor(16 * size, prepare));
  EXPECT_LT(largest, 7 * large + 0.1) << what;
}

}  // namespace calque::test
