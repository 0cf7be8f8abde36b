// Phrases, found where they begin.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "align/base/string_hash.h"

namespace calque::internal {

// Phrases of one or more folded tokens (Fold() of base/utf8.h).
class PhraseSet {
 public:
  // `phrase`: tokens separated by blanks, in any case.
  void Add(std::string_view phrase);
  // The number of tokens of the longest phrase that `tokens` begins with; 0 where there is none.
  [[nodiscard]] std::size_t LengthAt(std::span<const std::string_view> tokens) const;
  [[nodiscard]] bool Contains(std::string_view token) const;
  [[nodiscard]] bool empty() const { return phrases_.empty(); }

 private:
  StringMap<std::size_t> phrases_;  // tokens joined by blanks → how many
  StringMap<std::size_t> longest_;  // first token → most tokens of a phrase that begins so
};

}  // namespace calque::internal
