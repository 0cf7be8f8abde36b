// Words of a text that exclude others: that have an opposite, or are of a kind.
#pragma once

#include <cstdint>
#include <vector>

#include "align/fidelity/scene.h"
#include "align/fidelity/word_meanings.h"

namespace calque::internal {

enum class Denied : std::uint8_t {
  kNo,
  kYes,
  kPerhaps,  // by a cue that does so now and then: `unable to leave`
};

// A word or phrase with one of its meanings.
struct ContrastWord {
  std::uint32_t token = 0;
  WordMeaning meaning;
  Denied denied = Denied::kNo;

  [[nodiscard]] IndexRange<Token> tokens() const { return {token, token + meaning.words}; }
  [[nodiscard]] bool Holds(std::uint32_t i) const {
    return i >= token && i < token + meaning.words;
  }
};

// Those of `tokens`, in order, a word once for each of its meanings.
[[nodiscard]] std::vector<ContrastWord> FindContrastWords(const SideView& side,
                                                          IndexRange<Token> tokens);

// Not `has failed` and `n'a pas réussi`.
[[nodiscard]] bool Contrary(const ContrastWord& a, const ContrastWord& b);
// Whether both say the same.
[[nodiscard]] bool Agree(const ContrastWord& a, const ContrastWord& b);

}  // namespace calque::internal
