// The two sides of a bitext by name, for code that does the same on both.
#pragma once

#include <cstddef>
#include <vector>

#include "calque/bitext.h"
#include "calque/side.h"

namespace calque::internal {

inline constexpr Side kBothSides[] = {Side::kSource, Side::kTarget};

[[nodiscard]] constexpr Side OtherSide(Side side) {
  return side == Side::kSource ? Side::kTarget : Side::kSource;
}

// Of an array with one element a side.
[[nodiscard]] constexpr std::size_t IndexOf(Side side) { return side == Side::kSource ? 0 : 1; }

[[nodiscard]] inline const Document& DocumentOf(const Bitext& bitext, Side side) {
  return side == Side::kSource ? bitext.source : bitext.target;
}

[[nodiscard]] inline const std::vector<Mention>& MentionsOf(const Bitext& bitext, Side side) {
  return side == Side::kSource ? bitext.source_mentions : bitext.target_mentions;
}
[[nodiscard]] inline std::vector<Mention>& MentionsOf(Bitext& bitext, Side side) {
  return side == Side::kSource ? bitext.source_mentions : bitext.target_mentions;
}

}  // namespace calque::internal
