#include "align/fidelity/word_parts.h"

#include <algorithm>

#include "align/base/ascii.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::size_t kShortPart = 3;  // bytes of a part of a hyphenated word
constexpr std::size_t kLongestAcronym = 8;

}  // namespace

bool AllCapitals(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    at = c.end;
    if (c.value == U'.' || c.value == U'-' || c.value == U'&') continue;
    if (!IsUpper(c.value)) return false;
    ++letters;
  }
  return letters >= 2 && letters <= kLongestAcronym;
}

std::string LettersOf(std::string_view folded) {
  std::string letters;
  for (const char c : folded) {
    if (IsAsciiLower(c)) letters += c;
  }
  std::sort(letters.begin(), letters.end());
  return letters;
}

std::vector<std::string_view> PartsOf(std::string_view word) {
  std::vector<std::string_view> parts{word};
  for (std::size_t begin = 0; begin < word.size();) {
    const std::size_t end = std::min(word.find_first_of("-.'/", begin), word.size());
    const std::string_view part = word.substr(begin, end - begin);
    if (part.size() >= kShortPart && part.size() < word.size()) parts.push_back(part);
    begin = end + 1;
  }
  return parts;
}

}  // namespace calque::internal
