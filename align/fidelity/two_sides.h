// Checks that look at either side in turn, at what the source alone has, then the translation, or
// at each bead that has both.
#pragma once

#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "align/fidelity/check.h"
#include "align/words/bead_size.h"

namespace calque::internal {

// What `run(view)` finds from the source, then what it finds from the translation.
template <typename Run>
std::vector<Candidate> FromBothSides(const Scene& scene, const Run& run) {
  std::vector<Candidate> found = run(View(scene, View::From::kSource));
  std::vector<Candidate> more = run(View(scene, View::From::kTarget));
  found.insert(found.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
  return found;
}

// What `run(i)` finds in each bead i that has both sides, and may compare each word with each.
template <typename Run>
std::vector<Candidate> FromPairedBeads(const Scene& scene, const Run& run) {
  std::vector<Candidate> found;
  const std::vector<Bead>& beads = scene.bitext().beads;
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    if (beads[i].source.empty() || beads[i].target.empty()) continue;
    if (IsTooLong(scene.bitext(), beads[i])) continue;
    for (Candidate& candidate : run(i)) found.push_back(std::move(candidate));
  }
  return found;
}

// The spans of a candidate, seen from one side.
inline void SetSpans(const View& view, ByteSpan here, ByteSpan there, Candidate* candidate) {
  candidate->source = view.from_source() ? here : there;
  candidate->target = view.from_source() ? there : here;
}

}  // namespace calque::internal
