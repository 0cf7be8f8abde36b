#include "align/archive/duplicates.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>

#include "align/base/hash.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::uint64_t kEmpty = 0;
constexpr std::size_t kFirstSize = 1024;  // a power of two
// Of 64 one-bit minima; a Jaccard coefficient s makes 32·(1+s) agree on average.
constexpr int kLeastAgreement = 57;
// Texts of one template share bands without being alike; beyond so many they are not looked at.
constexpr std::size_t kMostCandidates = 64;

// Odd multipliers of the hash functions whose minima are taken.
constexpr std::uint64_t Multiplier(std::size_t function) { return Mix(function + 1) | 1; }

// What is left of a word's character for the comparison; 0 where it ends a word.
char32_t Significant(char32_t c) {
  if (IsDigit(c)) return '0';
  return IsLetter(c) ? c : 0;
}

}  // namespace

bool HashSet::Insert(std::uint64_t hash) {
  if (hash == kEmpty) hash = 1;
  if (2 * size_ >= slots_.size()) Grow();
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    if (slots_[at] == hash) return false;
    if (slots_[at] != kEmpty) continue;
    slots_[at] = hash;
    ++size_;
    return true;
  }
}

void HashSet::Grow() {
  std::vector<std::uint64_t> old(std::max(kFirstSize, slots_.size() * 2), kEmpty);
  old.swap(slots_);
  size_ = 0;
  for (const std::uint64_t hash : old) {
    if (hash != kEmpty) Insert(hash);
  }
}

void NearDuplicates::AddWords(std::string_view text, std::uint64_t seed, Minima* minima) {
  const std::string folded = Fold(text);
  const auto take = [&](std::uint64_t feature) {
    for (std::size_t i = 0; i < kMinima; ++i) {
      (*minima)[i] = std::min((*minima)[i], feature * Multiplier(i));
    }
  };
  std::uint64_t previous = seed;
  std::uint64_t word = kHashSeed;
  bool in_word = false;
  for (std::size_t at = 0; at <= folded.size();) {
    char32_t c = 0;
    if (at < folded.size()) {
      const CodePoint decoded = DecodeAt(folded, at);
      c = Significant(decoded.value);
      at = decoded.end;
    } else {
      ++at;
    }
    if (c != 0) {
      word = (word ^ c) * 0x100000001b3ULL;
      in_word = true;
    } else if (in_word) {
      const std::uint64_t hash = Mix(word ^ seed);
      take(hash);
      take(Mix(hash + previous));
      previous = hash;
      word = kHashSeed;
      in_word = false;
    }
  }
}

std::uint64_t NearDuplicates::BandOf(const Minima& minima, std::size_t band) {
  std::uint64_t hash = Mix(band);
  for (std::size_t row = 0; row < kRows; ++row) hash = Mix(hash ^ minima[band * kRows + row]);
  return hash;
}

bool NearDuplicates::IsNear(std::uint64_t band, std::uint64_t sketch) const {
  const std::size_t mask = slots_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(band >> 32);
  std::size_t candidates = 0;
  for (std::size_t at = band & mask; slots_[at].pair != kFree; at = (at + 1) & mask) {
    if (slots_[at].tag != tag) continue;
    if (std::popcount(~(sketches_[slots_[at].pair] ^ sketch)) >= kLeastAgreement) return true;
    if (++candidates == kMostCandidates) return false;
  }
  return false;
}

bool NearDuplicates::Insert(std::string_view source, std::string_view target) {
  Minima minima;
  minima.fill(std::numeric_limits<std::uint64_t>::max());
  AddWords(source, Mix(1), &minima);
  AddWords(target, Mix(2), &minima);
  std::uint64_t sketch = 0;
  for (const std::uint64_t minimum : minima) sketch = sketch << 1 | (Mix(minimum) & 1);
  if (2 * (filled_ + kBands) > slots_.size()) Grow();
  std::array<std::uint64_t, kBands> bands{};
  for (std::size_t band = 0; band < kBands; ++band) {
    bands[band] = BandOf(minima, band);
    if (IsNear(bands[band], sketch)) return false;
  }
  const auto pair = static_cast<std::uint32_t>(sketches_.size());
  sketches_.push_back(sketch);
  for (const std::uint64_t band : bands) {
    bands_.push_back(band);
    Put(band, pair);
  }
  return true;
}

void NearDuplicates::Put(std::uint64_t band, std::uint32_t pair) {
  const std::size_t mask = slots_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(band >> 32);
  std::size_t alike = 0;
  std::size_t at = band & mask;
  for (; slots_[at].pair != kFree; at = (at + 1) & mask) {
    if (slots_[at].tag == tag && ++alike == kMostCandidates) return;  // IsNear() looks at no more
  }
  slots_[at] = {tag, pair};
  ++filled_;
}

void NearDuplicates::Grow() {
  const std::size_t size = std::max(kFirstSize, slots_.size() * 2);
  slots_.assign(size, {});
  filled_ = 0;
  for (std::size_t i = 0; i < bands_.size(); ++i) {
    Put(bands_[i], static_cast<std::uint32_t>(i / kBands));
  }
}

}  // namespace calque::internal
