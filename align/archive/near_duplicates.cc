#include "align/archive/near_duplicates.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "align/base/disjoint_sets.h"

namespace calque::internal {
namespace {

constexpr std::size_t kRows = 4;  // bins that must all be equal to meet: finds .6 nearly always
constexpr double kLeastShared = 0.5;
// Documents compared with their neighbours in a bucket: keeps a bucket of one furniture text
// linear.
constexpr std::size_t kNeighbours = 8;
constexpr std::uint32_t kFewestWords = 20;

std::uint64_t BandOf(const Signature& signature, std::size_t band) {
  std::uint64_t hash = band;
  for (std::size_t row = 0; row < kRows; ++row) hash = Mix(hash ^ signature[band * kRows + row]);
  return hash;
}

}  // namespace

bool IsLater(const PairingDocument& a, const PairingDocument& b) {
  return std::tie(a.day, a.version, a.id) > std::tie(b.day, b.version, b.id);
}

void FindVersions(const SketchStore& sketches, PairingSide* side) {
  const auto count = static_cast<std::uint32_t>(side->documents.size());
  std::vector<Signature> signatures(count);
  std::vector<std::uint32_t> long_enough;
  for (std::uint32_t i = 0; i < count; ++i) {
    const DocumentSketch sketch = sketches.Read(side->documents[i].sketch);
    signatures[i] = sketch.signature;
    if (sketch.words >= kFewestWords) long_enough.push_back(i);
  }
  DisjointSets clusters(count);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> buckets;
  for (std::size_t band = 0; band < Signature().size() / kRows; ++band) {
    buckets.clear();
    for (const std::uint32_t i : long_enough) buckets.emplace_back(BandOf(signatures[i], band), i);
    std::sort(buckets.begin(), buckets.end());
    for (std::size_t i = 0; i < buckets.size(); ++i) {
      const std::size_t end = std::min(buckets.size(), i + 1 + kNeighbours);
      for (std::size_t j = i + 1; j < end && buckets[j].first == buckets[i].first; ++j) {
        const std::uint32_t a = buckets[i].second;
        const std::uint32_t b = buckets[j].second;
        if (clusters.Find(a) == clusters.Find(b)) continue;
        if (SharedText(signatures[a], signatures[b]) >= kLeastShared) clusters.Join(a, b);
      }
    }
  }
  for (std::uint32_t i = 0; i < count; ++i)
    side->documents[i].cluster = static_cast<std::uint32_t>(clusters.Find(i));
}

}  // namespace calque::internal
