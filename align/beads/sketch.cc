#include "align/beads/sketch.h"

#include <cmath>

#include "align/base/hash.h"

namespace calque::internal {
namespace {

// A word of this share of the text weighs half of a rare one.
constexpr float kCommonShare = 1e-3F;

using Half = std::array<float, Sketch::kHalf>;

// +1 or −1 in each dimension, by the bits of a hash.
Half DirectionOf(TypeId type, std::uint64_t side) {
  static_assert(Sketch::kHalf <= 64);
  const std::uint64_t bits = Mix(Mix(type + 1) + side);
  Half direction;
  for (std::size_t d = 0; d < direction.size(); ++d) {
    direction[d] = (bits >> d & 1U) != 0 ? 1.0F : -1.0F;
  }
  return direction;
}

void AddTo(Half* sum, const Half& term, float factor) {
  for (std::size_t d = 0; d < term.size(); ++d) (*sum)[d] += factor * term[d];
}

// The direction of every word, times its weight.
std::vector<Half> OwnDirections(const SideWords& words, std::uint64_t side) {
  std::vector<Half> own(words.vocabulary.size());
  for (TypeId type = 0; type < own.size(); ++type) {
    const float share =
        static_cast<float>(words.counts[type]) / static_cast<float>(words.words.size());
    own[type] = {};
    AddTo(&own[type], DirectionOf(type, side), kCommonShare / (kCommonShare + share));
  }
  return own;
}

// The mean of the directions of its translations, for every word.
std::vector<Half> Translated(const SideWords& given, const WordTable& table,
                             const std::vector<Half>& other) {
  std::vector<Half> translated(given.vocabulary.size());
  for (TypeId type = 0; type < translated.size(); ++type) {
    translated[type] = {};
    for (const WordTable::Entry& entry : table.Row(type)) {
      AddTo(&translated[type], other[entry.word], entry.probability);
    }
  }
  return translated;
}

// `first` and `second` fill the two halves.
SketchLevel Sum(const SideWords& words, const std::vector<Half>& first,
                const std::vector<Half>& second) {
  SketchLevel level(words.sentence_count());
  Sketch::Vector mean = {};
  for (std::uint32_t i = 0; i < level.size(); ++i) {
    level[i] = {};
    for (const TypeId type : words.Sentence(i)) {
      for (std::size_t d = 0; d < Sketch::kHalf; ++d) {
        level[i][d] += first[type][d];
        level[i][Sketch::kHalf + d] += second[type][d];
      }
    }
    for (std::size_t d = 0; d < mean.size(); ++d) mean[d] += level[i][d];
  }
  const float share = words.words.empty() ? 0.0F : 1.0F / static_cast<float>(words.words.size());
  for (std::uint32_t i = 0; i < level.size(); ++i) {
    const float part = share * static_cast<float>(words.Sentence(i).size());
    for (std::size_t d = 0; d < mean.size(); ++d) level[i][d] -= part * mean[d];
  }
  return level;
}

}  // namespace

SketchPair SketchSentences(const SideWords& source, const SideWords& target,
                           const WordTables& tables) {
  // Both sides draw from one stream of directions: swapping sides must swap the halves only.
  const std::vector<Half> source_own = OwnDirections(source, 0);
  const std::vector<Half> target_own = OwnDirections(target, 0);
  const auto source_translated = Translated(source, tables.target_given_source, target_own);
  const auto target_translated = Translated(target, tables.source_given_target, source_own);
  return {Sum(source, source_own, source_translated), Sum(target, target_translated, target_own)};
}

SketchLevel Halve(const SketchLevel& level) {
  SketchLevel half((level.size() + 1) / 2);
  for (std::size_t i = 0; i < half.size(); ++i) {
    half[i] = level[2 * i];
    if (2 * i + 1 == level.size()) continue;
    for (std::size_t d = 0; d < half[i].size(); ++d) half[i][d] += level[2 * i + 1][d];
  }
  return half;
}

SketchLevel Normalised(const SketchLevel& level) {
  SketchLevel normalised = level;
  for (Sketch::Vector& vector : normalised) {
    float squares = 0.0F;
    for (const float x : vector) squares += x * x;
    if (squares == 0.0F) continue;
    const float factor = 1.0F / std::sqrt(squares);
    for (float& x : vector) x *= factor;
  }
  return normalised;
}

}  // namespace calque::internal
