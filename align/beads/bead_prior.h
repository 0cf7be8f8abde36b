// How often beads of each shape occur: known roughly beforehand, then estimated from the document,
// because one desk cuts and another merges.
#pragma once

#include <cstdint>
#include <vector>

namespace calque::internal {

// Sentences on each side of a bead; both at least 1.
struct BeadShape {
  std::uint32_t source = 1;
  std::uint32_t target = 1;
};

// Shapes up to `max_side` on both sides, and up to `max_long` against a single sentence.
[[nodiscard]] std::vector<BeadShape> BeadShapes(std::uint32_t max_side, std::uint32_t max_long);

// Omissions (source sentences without partner) and insertions come in runs: a bead opens a run,
// each further null bead extends it. Omissions of one place stand before its insertions.
struct BeadPrior {
  std::vector<BeadShape> shapes;
  std::vector<double> shape;  // by shape, sum 1
  struct Run {
    double open = 0.01;
    double extend = 0.3;
  };
  Run omission;
  Run insertion;

  // Typical of human translation.
  static BeadPrior Typical(std::uint32_t max_side, std::uint32_t max_long, const Run& run);
};

// Expected numbers of beads under the present prior.
struct BeadCounts {
  std::vector<double> shape;
  struct Run {
    double open = 0.0;
    double extend = 0.0;
  };
  Run omission;
  Run insertion;
};

// What the typical prior is worth beside what a document shows.
struct PriorStrength {
  double shape = 30.0;      // beads
  double run_open = 30.0;   // places where a run could begin
  double run_extend = 4.0;  // null beads
};

[[nodiscard]] BeadPrior Estimate(const BeadPrior& typical, const BeadCounts& counts,
                                 const PriorStrength& strength);

}  // namespace calque::internal
