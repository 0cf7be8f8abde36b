// Phrases, found where they begin.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "align/fidelity/phrase_map.h"

namespace calque::internal {

// Phrases of one or more folded tokens (Fold() of base/utf8.h), of which none means more than that.
class PhraseSet {
 public:
  void Add(std::string_view phrase) { phrases_.Add(phrase, {}); }
  // The number of tokens of the longest phrase that `tokens` begins with; 0 where there is none.
  [[nodiscard]] std::size_t LengthAt(std::span<const std::string_view> tokens) const {
    std::size_t longest = 0;
    phrases_.VisitAt(tokens,
                     [&](std::size_t length, Nothing) { longest = std::max(longest, length); });
    return longest;
  }
  // Whether one of them begins at any of the tokens.
  [[nodiscard]] bool OccursIn(std::span<const std::string_view> tokens) const {
    for (; !tokens.empty(); tokens = tokens.subspan(1)) {
      if (LengthAt(tokens) > 0) return true;
    }
    return false;
  }
  // Whether the token alone is one.
  [[nodiscard]] bool Contains(std::string_view token) const { return LengthAt({&token, 1}) > 0; }
  [[nodiscard]] bool empty() const { return phrases_.empty(); }

 private:
  struct Nothing {};
  PhraseMap<Nothing> phrases_;
};

}  // namespace calque::internal
