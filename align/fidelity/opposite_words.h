// Words that exclude each other, by what they are about: `rose` and `fell`, `hausse` and `baisse`;
// `father`, `mother` and `brother`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/base/string_hash.h"

namespace calque::internal {

// One meaning of a word. Keys and poles are the same in all languages.
struct PoledMeaning {
  std::string_view key;
  std::string_view pole;  // which of those that exclude each other: `father` of `kin`
  bool opposite = true;   // of two poles; else of many
  std::uint32_t words = 1;
  bool of_share = false;  // what it means before a percentage only
};

class OppositeWords {
 public:
  // `word`: a word, two words joined by a blank, or a stem before `*`; in any case. A word before
  // ` %` has the meaning before a percentage only, `perdu 3%`. Its accents must be in the text,
  // `né` is not `ne`, save that of the first letter, which a capital may lack.
  // `opposite`: the key has two poles, of which either says what the other denies.
  void Add(std::string_view key, std::string_view pole, std::string_view word, bool opposite);
  // Tokens from the word on, in Fold() and in FoldCase(): all its meanings, those of `more than`
  // before those of `more`. Keys and poles live as long as this.
  [[nodiscard]] std::vector<PoledMeaning> MeaningsAt(std::span<const std::string_view> folded,
                                                     std::span<const std::string> written) const;
  [[nodiscard]] bool empty() const { return words_.empty() && stems_.empty(); }

 private:
  struct Entry {
    std::string key;
    std::string pole;
    bool opposite;
    bool of_share;
    std::string accented;  // behind the first letter; empty where no letter there has an accent
  };

  StringMap<std::vector<Entry>> words_;
  StringSet phrase_heads_;  // first words of two
  StringMap<std::vector<Entry>> stems_;
  std::size_t shortest_stem_ = static_cast<std::size_t>(-1);  // bytes
};

}  // namespace calque::internal
