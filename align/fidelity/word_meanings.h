// Words that exclude each other, by what they are about: `rose` and `fell`, `hausse` and `baisse`;
// `father`, `mother` and `brother`; `weekly` and `daily`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/fidelity/phrase_map.h"

namespace calque::internal {

// What members of one family are to each other.
enum class Bond : std::uint8_t {
  kTwoPoles,   // either says what the other denies
  kOneOfMany,  // one is not another: who is no father need not be a mother
};

// When a word has its meaning.
enum class Use : std::uint8_t {
  kAlways,
  kOfShare,  // before a percentage only: `perdu 3%`
  kNames,    // it only names the member, and does not say a rate: `weeks`, not `a week`
};

// One meaning of a word. Families and members are the same in all languages; members of the
// families of rates are the units of value keys where there is one: `week`, `bbl`, `USD`.
struct WordMeaning {
  std::string_view family;
  std::string_view member;
  Bond bond = Bond::kTwoPoles;
  Use use = Use::kAlways;
  std::uint32_t words = 1;  // of the phrase
};

class WordMeanings {
 public:
  // `phrase`: one or more words joined by blanks, the last of them perhaps a stem before `*`; in
  // any case. Its accents must be in the text, `né` is not `ne`, save that of the first letter,
  // which a capital may lack.
  void Add(const WordMeaning& meaning, std::string_view phrase);
  // Words, or stems before `*`, that stems do not cover, as PhraseMap has it.
  void AddUnstemmed(std::string_view word) { table_.AddUnstemmed(word); }
  // Tokens from the word on, in Fold() and in FoldCase(): the meanings of all phrases that they
  // begin with, those of `more than` before those of `more`. Names live as long as this.
  [[nodiscard]] std::vector<WordMeaning> MeaningsAt(std::span<const std::string_view> folded,
                                                    std::span<const std::string> written) const;
  [[nodiscard]] bool empty() const { return table_.empty(); }

 private:
  struct Entry {
    std::string family;
    std::string member;
    Bond bond;
    Use use;
    std::string accented;  // behind the first letter; empty where no letter there has an accent
    bool stem;
  };

  PhraseMap<Entry> table_;
};

// Of the meanings that begin at one token, those that longer phrases leave: `more than` is not
// `more`. A word may be two of a kind: `attorney` is a lawyer or a prosecutor.
[[nodiscard]] std::vector<WordMeaning> Foremost(const std::vector<WordMeaning>& meanings);

}  // namespace calque::internal
