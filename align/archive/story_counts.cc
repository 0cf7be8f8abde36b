#include "align/archive/story_counts.h"

#include <map>
#include <set>
#include <utility>

namespace calque::internal {

void CountVersionsOnce(const SketchStore& sketches, PairingSide* side) {
  if (static_cast<float>(side->documents.size()) >= PairingSide::kFewest) return;
  using Key = std::pair<FeatureKind, std::uint32_t>;
  std::map<std::uint32_t, std::set<Key>> seen;  // by cluster
  for (const PairingDocument& document : side->documents) {
    const bool is_first = !seen.contains(document.cluster);
    std::set<Key>& features = seen[document.cluster];
    const DocumentSketch sketch = sketches.Read(document.sketch);
    for (const Feature& feature : sketch.features) {
      if (!features.emplace(feature.kind, feature.key).second) side->counts.Remove(feature);
    }
    if (is_first) continue;
    ++side->versions;
    side->words -= sketch.words;
  }
}

}  // namespace calque::internal
