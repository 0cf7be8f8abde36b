#include "align/archive/shared_evidence.h"

#include <algorithm>

namespace calque::internal {
namespace {

constexpr std::size_t kMost = 8;
constexpr float kLeastTranslation = 0.1F;

struct Shared {
  float nats = 0.0F;
  std::size_t source = 0;  // indices of features
  std::size_t target = 0;
};

// The most telling, ties in the order of the source's features.
void KeepBest(std::vector<Shared>* shared) {
  std::stable_sort(shared->begin(), shared->end(),
                   [](const Shared& a, const Shared& b) { return a.nats > b.nats; });
  if (shared->size() > kMost) shared->resize(kMost);
}

std::size_t Find(const DocumentSketch& sketch, const Feature& wanted) {
  const auto found = std::lower_bound(sketch.features.begin(), sketch.features.end(), wanted,
                                      [](const auto& a, const auto& b) {
                                        return a.kind != b.kind ? a.kind < b.kind : a.key < b.key;
                                      });
  const bool is_there =
      found != sketch.features.end() && found->kind == wanted.kind && found->key == wanted.key;
  return is_there ? static_cast<std::size_t>(found - sketch.features.begin())
                  : sketch.features.size();
}

}  // namespace

SharedEvidence FindSharedEvidence(const DocumentSketch& source, const DocumentSketch& target,
                                  const PairingSide& source_side, const PairingSide& target_side,
                                  const Lexicon* lexicon) {
  std::vector<Shared> values;
  std::vector<Shared> names;
  std::vector<Shared> words;
  for (std::size_t i = 0; i < source.features.size(); ++i) {
    const Feature& feature = source.features[i];
    if (feature.kind == FeatureKind::kPrefix) continue;
    if (feature.kind == FeatureKind::kWord) {
      for (const Translation& t : lexicon->source().TranslationsOf(feature.key)) {
        if (t.probability() < kLeastTranslation) break;
        const std::size_t j = Find(target, {t.type(), 1, FeatureKind::kWord});
        if (j == target.features.size()) continue;
        words.push_back({t.probability() * target_side.Surprise(target.features[j]), i, j});
        break;
      }
      continue;
    }
    const std::size_t j = Find(target, feature);
    if (j == target.features.size()) continue;
    const float nats = std::min(source_side.Surprise(feature), target_side.Surprise(feature));
    (feature.kind == FeatureKind::kValue ? values : names).push_back({nats, i, j});
  }
  SharedEvidence evidence;
  for (auto* list : {&values, &names, &words}) KeepBest(list);
  for (const Shared& shared : values) evidence.values.push_back(source.surfaces[shared.source]);
  for (const Shared& shared : names) evidence.names.push_back(source.surfaces[shared.source]);
  for (const Shared& shared : words) {
    evidence.words.emplace_back(source.surfaces[shared.source], target.surfaces[shared.target]);
  }
  return evidence;
}

}  // namespace calque::internal
