// One side of an archive as document pairing sees it.
#pragma once

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "align/archive/sketch_store.h"
#include "align/base/hash.h"

namespace calque::internal {

// In how many documents a feature stands. Features share counters where their hashes collide,
// which makes a rare one look less rare, never wrong: memory does not grow with the archive.
class FeatureCounts {
 public:
  // From any number of threads.
  void Add(const Feature& feature) {
    std::atomic_ref(counts_[SlotOf(feature)]).fetch_add(1, std::memory_order_relaxed);
  }
  // What was added before; from one thread, while none adds.
  void Remove(const Feature& feature) { --counts_[SlotOf(feature)]; }
  [[nodiscard]] std::uint32_t Of(const Feature& feature) const { return counts_[SlotOf(feature)]; }

 private:
  static constexpr std::size_t kSlots = std::size_t{1} << 22;
  static std::size_t SlotOf(const Feature& feature) {
    const std::uint64_t kind = static_cast<std::uint64_t>(feature.kind) << 32;
    return Mix(kind | feature.key) & (kSlots - 1);
  }
  std::vector<std::uint32_t> counts_ = std::vector<std::uint32_t>(kSlots);
};

// A day that no document has: those without a date stand behind all others.
inline constexpr std::int32_t kNoDay = INT32_MAX;

struct PairingDocument {
  std::string id;
  std::string file;           // as the listing of its archive names it
  std::uint32_t ordinal = 0;  // among the documents of the file, from 0
  bool of_several = false;    // whether the file holds more than one
  std::int32_t day = kNoDay;  // of publication, from 1970-01-01
  std::uint64_t version = 0;  // as the wire format numbers the versions of a story; 0: not said
  SketchStore::Place sketch;
  std::uint32_t cluster = 0;  // documents with equal numbers are versions of one text
};

struct PairingSide {
  std::string language;
  std::vector<PairingDocument> documents;  // by day, then id, file and ordinal
  FeatureCounts counts;
  std::uint64_t words = 1;  // of all documents, and one more

  std::size_t versions = 0;  // documents that are counted with another one of their story

  // Few documents do not tell what is rare: in one alone, all stands in every document. They count
  // as part of as many as the weights were learnt with, or more.
  static constexpr float kFewest = 500.0F;

  // What it tells that a document holds the feature, in nats.
  [[nodiscard]] float Surprise(const Feature& feature) const {
    const float all = Stories() * Enlargement();
    return std::log((all + 1.0F) / (Expected(feature) + 0.5F));
  }
  // p(a word of any document is this one).
  [[nodiscard]] float Chance(const Feature& word) const {
    return Expected(word) / (static_cast<float>(words) * Enlargement());
  }

 private:
  [[nodiscard]] float Stories() const { return static_cast<float>(documents.size() - versions); }
  [[nodiscard]] float Enlargement() const {
    return std::max(kFewest / std::max(Stories(), 1.0F), 1.0F);
  }
  // Of how many documents it may be expected then: beside the one that shows it, as often as the
  // others here do.
  [[nodiscard]] float Expected(const Feature& feature) const {
    const auto count = static_cast<float>(counts.Of(feature));
    const float all = Stories();
    if (all >= kFewest || count <= 1.0F) return count;
    return 1.0F + (count - 1.0F) * (kFewest - 1.0F) / std::max(all - 1.0F, 1.0F);
  }
};

}  // namespace calque::internal
