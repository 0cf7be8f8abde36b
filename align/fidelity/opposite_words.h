// Words of contrary meaning, by what they are about: `rose` and `fell`, `hausse` and `baisse`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/base/string_hash.h"

namespace calque::internal {

enum class Pole : std::uint8_t { kFirst, kSecond };

// One meaning of a word. The key of a meaning is the same in all languages.
struct PoledMeaning {
  std::string_view key;
  Pole pole = Pole::kFirst;
  std::uint32_t words = 1;
  bool of_share = false;  // what it means before a percentage only
};

class OppositeWords {
 public:
  // `word`: a word, two words joined by a blank, or a stem before `*`; in any case. A word before
  // ` %` has the meaning before a percentage only, `perdu 3%`. Its accents must be in the text,
  // `né` is not `ne`, save that of the first letter, which a capital may lack.
  void Add(std::string_view key, Pole pole, std::string_view word);
  // Tokens from the word on, in Fold() and in FoldCase(): all its meanings, those of `more than`
  // before those of `more`. The keys live as long as this.
  [[nodiscard]] std::vector<PoledMeaning> MeaningsAt(std::span<const std::string_view> folded,
                                                     std::span<const std::string> written) const;
  [[nodiscard]] bool empty() const { return words_.empty() && stems_.empty(); }

 private:
  struct Entry {
    std::string key;
    Pole pole;
    bool of_share;
    std::string accented;  // behind the first letter; empty where no letter there has an accent
  };

  StringMap<std::vector<Entry>> words_;
  StringSet phrase_heads_;  // first words of two
  StringMap<std::vector<Entry>> stems_;
  std::size_t shortest_stem_ = static_cast<std::size_t>(-1);  // bytes
};

}  // namespace calque::internal
