#include "align/fidelity/bead_sides.h"

#include <algorithm>
#include <cmath>

#include "align/fidelity/message.h"

namespace calque::internal {

BeadSides::BeadSides(const Scene& scene, std::uint32_t index)
    : source(scene, View::From::kSource),
      target(scene, View::From::kTarget),
      bead(index),
      here(source.Here(scene.bitext().beads[index])),
      there(source.There(scene.bitext().beads[index])) {}

float BeadSides::Distance(IndexRange<Token> ours, IndexRange<Token> theirs) const {
  const auto place = [](IndexRange<Token> tokens, IndexRange<Token> all) {
    return static_cast<float>(tokens.begin - all.begin) / static_cast<float>(all.size());
  };
  return std::abs(place(ours, here) - place(theirs, there));
}

Candidate BeadSides::Changed(IndexRange<Token> ours, IndexRange<Token> theirs) const {
  Candidate candidate;
  candidate.bead = bead;
  candidate.source = source.here().SpanOf(ours);
  candidate.target = target.here().SpanOf(theirs);
  candidate.message = Quoted(source.here().Text(candidate.source)) + " has become " +
                      Quoted(target.here().Text(candidate.target)) + " in the translation.";
  return candidate;
}

float BestLink(const View& view, IndexRange<Token> here, IndexRange<Token> there) {
  float best = 0.0F;
  for (std::uint32_t i = here.begin; i < here.end; ++i) {
    for (const HalfLink& link : view.LinksOf(i)) {
      const bool inside = there.begin <= link.other && link.other < there.end;
      if (inside) best = std::max(best, link.probability);
    }
  }
  return best;
}

float BestRendered(const View& view, IndexRange<Token> here) {
  float best = 0.0F;
  for (std::uint32_t i = here.begin; i < here.end; ++i) {
    if (!view.here().words()[i].HasContent()) continue;
    best = std::max(best, view.coverage().evidence[i].free);
  }
  return best;
}

}  // namespace calque::internal
