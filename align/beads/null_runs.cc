#include "align/beads/null_runs.h"

#include <algorithm>

namespace calque::internal {
namespace {

bool IsOmission(const Bead& bead) { return bead.target.empty() && !bead.source.empty(); }
bool IsInsertion(const Bead& bead) { return bead.source.empty() && !bead.target.empty(); }

// The first bead behind the run of null beads of one side that starts at `begin`.
std::size_t RunEnd(const std::vector<Bead>& beads, std::size_t begin) {
  std::size_t end = begin;
  // Behind the first, a sentence may be missing that was found elsewhere.
  const auto follows = [&] {
    return end == begin || (beads[end].source.begin == beads[end - 1].source.end &&
                            beads[end].target.begin == beads[end - 1].target.end);
  };
  while (end < beads.size() && IsOmission(beads[end]) && follows()) ++end;
  if (end > begin) return end;
  while (end < beads.size() && IsInsertion(beads[end]) && follows()) ++end;
  return end;
}

}  // namespace

std::vector<Bead> JoinNullRuns(const std::vector<Bead>& beads) {
  std::vector<Bead> out;
  for (std::size_t at = 0; at < beads.size();) {
    const std::size_t end = RunEnd(beads, at);
    const std::size_t size = end - at;
    if (size >= kShortestNullRun && size <= kLongestNullRun) {
      Bead joint = beads[at];
      for (std::size_t k = at + 1; k < end; ++k) {
        joint.source.end = beads[k].source.end;
        joint.target.end = beads[k].target.end;
        joint.score = std::min(joint.score, beads[k].score);
      }
      out.push_back(joint);
      at = end;
      continue;
    }
    const std::size_t next = std::max(end, at + 1);
    out.insert(out.end(), beads.begin() + static_cast<std::ptrdiff_t>(at),
               beads.begin() + static_cast<std::ptrdiff_t>(next));
    at = next;
  }
  return out;
}

}  // namespace calque::internal
