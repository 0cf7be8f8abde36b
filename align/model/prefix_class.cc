#include "align/model/prefix_class.h"

#include <algorithm>

#include "align/base/ascii.h"
#include "align/base/utf8.h"

namespace calque::internal {

std::string PrefixClass(std::string_view folded) {
  constexpr int kLetters = 4;
  std::size_t end = 0;
  for (int letter = 0; letter < kLetters && end < folded.size(); ++letter) {
    end = DecodeAt(folded, end).end;
  }
  const bool has_digit = std::any_of(folded.begin(), folded.end(), IsAsciiDigit);
  if (end >= folded.size() || has_digit) return {};
  return std::string(folded.substr(0, end)) + ' ';
}

}  // namespace calque::internal
