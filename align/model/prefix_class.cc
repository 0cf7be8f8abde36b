#include "align/model/prefix_class.h"

#include <algorithm>

#include "align/base/ascii.h"
#include "align/base/utf8.h"

namespace calque::internal {

std::string PrefixClass(std::string_view folded) {
  constexpr std::size_t kLetters = 4;
  const std::string_view first = FirstCodePoints(folded, kLetters);
  const bool has_digit = std::any_of(folded.begin(), folded.end(), IsAsciiDigit);
  if (first.size() == folded.size() || has_digit) return {};
  return std::string(first) + ' ';
}

}  // namespace calque::internal
