// A linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over hashed features.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace calque::internal {

// Scores of one sentence: emission[i * labels + y] and transition[x * labels + y], log-linear.
struct CrfLattice {
  std::size_t labels = 0;
  std::vector<double> emission;
  std::span<const double> transition;

  [[nodiscard]] std::size_t size() const { return labels == 0 ? 0 : emission.size() / labels; }
};

// log Z, and the marginals p(y at i) in `node` (as emission) and summed p(x at i−1, y at i) added
// to `edge` (as transition; skipped where empty). Scaled forward and backward recursions.
[[nodiscard]] double CrfMarginals(const CrfLattice& lattice, std::vector<double>* node,
                                  std::span<double> edge);

// The best sequence of labels (Viterbi). Ties go to the lower label.
[[nodiscard]] std::vector<std::uint8_t> CrfDecode(const CrfLattice& lattice);

}  // namespace calque::internal
