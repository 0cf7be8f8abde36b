// Which pairs of texts were met before, in memory that grows by a few bytes a pair and not by the
// length of the texts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace calque::internal {

// A set of 64-bit hashes, 9 to 18 bytes each. Two different texts are taken for one with a
// probability of n²/2⁶⁵ over n of them: 3·10⁻⁶ for ten million.
class HashSet {
 public:
  // Whether `hash` was not in the set; it is then.
  bool Insert(std::uint64_t hash);
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  void Grow();

  std::vector<std::uint64_t> slots_;  // open addressing; kEmpty is a free one
  std::size_t size_ = 0;
};

// Pairs that say the same in nearly the same words: the words of both sides, case, accents,
// punctuation and digits aside, taken alone and by neighbours, are alike by a Jaccard coefficient
// of about .8 or more. Candidates by bands of minima of hashes (Broder 1997; Leskovec, Rajaraman &
// Ullman 2014, §3.4), decided by one-bit minima (Li & König 2010). 50 to 90 bytes a pair.
class NearDuplicates {
 public:
  // Whether no pair like it was added before; it is then.
  bool Insert(std::string_view source, std::string_view target);

 private:
  static constexpr std::size_t kMinima = 64;
  static constexpr std::size_t kBands = 5;
  static constexpr std::size_t kRows = 4;
  using Minima = std::array<std::uint64_t, kMinima>;
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t pair = kFree;
  };
  static constexpr std::uint32_t kFree = static_cast<std::uint32_t>(-1);

  static void AddWords(std::string_view text, std::uint64_t seed, Minima* minima);
  static std::uint64_t BandOf(const Minima& minima, std::size_t band);
  [[nodiscard]] bool IsNear(std::uint64_t band, std::uint64_t sketch) const;
  void Put(std::uint64_t band, std::uint32_t pair);
  void Grow();

  std::vector<std::uint64_t> sketches_;  // of each pair, a bit a minimum
  std::vector<std::uint64_t> bands_;     // kBands of each pair, to build the table anew
  std::vector<Slot> slots_;
  std::size_t filled_ = 0;
};

}  // namespace calque::internal
