#include "align/archive/pair_evidence.h"

#include <algorithm>
#include <cmath>

namespace calque::internal {
namespace {

constexpr float kChance = 0.5F;  // share of a word that stays to chance, as in word_table.h
// Nats that a kind has to say before its share counts fully.
constexpr float kFewNats = 8.0F;

// No single word decides: a rare one may be there by chance, or by a fault of the tables.
constexpr float kMostOfAWord = 3.0F;

float LogRatio(float sum, float given_words, float by_chance) {
  const float ratio = kChance + (1.0F - kChance) * sum / ((given_words + 1.0F) * by_chance);
  return std::min(std::log(ratio), kMostOfAWord);
}

// p(word by chance): half as in the text the lexicon was learnt from, half as in this archive.
float ByChance(const LexiconSide& lexicon, const PairingSide& side, const Feature& feature) {
  return 0.5F * (lexicon.Unigram(feature.key) + side.Chance(feature));
}

// A word said again tells less than the first time.
float WeightOf(const Feature& feature) { return std::sqrt(static_cast<float>(feature.count)); }

std::span<const Feature> OfKind(const DocumentSketch& sketch, FeatureKind kind) {
  const auto before = [](const Feature& feature, FeatureKind k) { return feature.kind < k; };
  const auto after = [](FeatureKind k, const Feature& feature) { return k < feature.kind; };
  const auto& all = sketch.features;
  const auto begin = std::lower_bound(all.begin(), all.end(), kind, before);
  const auto end = std::upper_bound(begin, all.end(), kind, after);
  return {all.data() + (begin - all.begin()), static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::array<float, kPairFeatureNames.size()> ValuesOf(const PairEvidence& evidence) {
  return {evidence.target_words, evidence.source_words, evidence.weaker_words,
          evidence.words_weight, evidence.values,       evidence.names,
          evidence.strings,      evidence.prefixes,     evidence.shared,
          evidence.length,       evidence.size};
}

void PairScorer::Sums::Clear() {
  for (const TypeId type : touched_) sums_[type] = 0.0F;
  touched_.clear();
}

void PairScorer::Sums::Add(const DocumentSketch& given, const LexiconSide& side) {
  for (const Feature& feature : OfKind(given, FeatureKind::kWord)) {
    const auto count = static_cast<float>(feature.count);
    for (const Translation& translation : side.TranslationsOf(feature.key)) {
      float& sum = sums_[translation.type()];
      if (sum == 0.0F) touched_.push_back(translation.type());
      sum += count * translation.probability();
    }
  }
}

PairScorer::PairScorer(const PairingSide& source, const PairingSide& target, const Lexicon* lexicon,
                       double ratio)
    : source_side_(source), target_side_(target), lexicon_(lexicon), ratio_(ratio) {
  if (lexicon_ == nullptr) return;
  from_source_.Resize(lexicon_->target().size());
  from_target_.Resize(lexicon_->source().size());
}

void PairScorer::SetSource(const DocumentSketch& source) {
  source_ = &source;
  if (lexicon_ == nullptr) return;
  from_source_.Clear();
  from_source_.Add(source, lexicon_->source());
}

PairEvidence PairScorer::Compare(const DocumentSketch& target) {
  PairEvidence evidence;
  if (lexicon_ != nullptr) {
    from_target_.Clear();
    from_target_.Add(target, lexicon_->target());
    const auto mean = [](const DocumentSketch& words, const DocumentSketch& given, const Sums& sums,
                         const LexiconSide& lexicon, const PairingSide& side) {
      float total = 0.0F;
      float weights = 0.0F;
      for (const Feature& feature : OfKind(words, FeatureKind::kWord)) {
        const float weight = WeightOf(feature);
        weights += weight;
        total += weight * LogRatio(sums.Of(feature.key), static_cast<float>(given.words),
                                   ByChance(lexicon, side, feature));
      }
      return weights == 0.0F ? 0.0F : total / weights;
    };
    evidence.target_words = mean(target, *source_, from_source_, lexicon_->target(), target_side_);
    evidence.source_words = mean(*source_, target, from_target_, lexicon_->source(), source_side_);
    evidence.weaker_words = std::min(evidence.target_words, evidence.source_words);
    const std::size_t weighed = std::min(OfKind(target, FeatureKind::kWord).size(),
                                         OfKind(*source_, FeatureKind::kWord).size());
    evidence.words_weight = evidence.weaker_words * std::sqrt(static_cast<float>(weighed));
  }
  CompareShared(target, &evidence);
  const double lengths =
      std::log((target.characters + 50.0) / (source_->characters + 50.0)) - std::log(ratio_);
  evidence.length = static_cast<float>(std::min(lengths * lengths, 4.0));
  evidence.size = std::log(static_cast<float>(std::min(source_->words, target.words)) + 1.0F);
  return evidence;
}

void PairScorer::CompareShared(const DocumentSketch& target, PairEvidence* evidence) const {
  float all_shared = 0.0F;
  const auto share = [&](FeatureKind kind) {
    const auto source_features = OfKind(*source_, kind);
    const auto target_features = OfKind(target, kind);
    float either = 0.0F;
    float both = 0.0F;
    std::size_t j = 0;
    const auto surprise = [&](const Feature& feature) {
      return std::max(0.0F,
                      std::min(source_side_.Surprise(feature), target_side_.Surprise(feature)));
    };
    for (const Feature& feature : source_features) {
      while (j < target_features.size() && target_features[j].key < feature.key) {
        either += surprise(target_features[j++]);
      }
      const float nats = surprise(feature);
      either += nats;
      if (j < target_features.size() && target_features[j].key == feature.key) {
        either += nats;
        both += 2.0F * nats;
        ++j;
      }
    }
    for (; j < target_features.size(); ++j) either += surprise(target_features[j]);
    if (kind != FeatureKind::kPrefix) all_shared += both / 2.0F;
    return (both + 0.5F * kFewNats) / (either + kFewNats);
  };
  evidence->values = share(FeatureKind::kValue);
  evidence->names = share(FeatureKind::kName);
  evidence->strings = share(FeatureKind::kString);
  evidence->prefixes = share(FeatureKind::kPrefix);
  evidence->shared = std::log1p(all_shared);
}

}  // namespace calque::internal
