#include "align/segment/emoticon.h"

#include "align/segment/char_class.h"

namespace calque::internal {

std::uint32_t EmoticonEnd(std::string_view text, std::uint32_t at, std::uint32_t end) {
  constexpr std::string_view kEyes = ":;=";
  constexpr std::string_view kNoses = "-^o'";
  constexpr std::string_view kMouths = ")(DPp|/\\*";
  if (at >= end || kEyes.find(text[at]) == std::string_view::npos) return at;
  std::uint32_t mouth = at + 1;
  if (mouth < end && kNoses.find(text[mouth]) != std::string_view::npos) ++mouth;
  std::uint32_t after = mouth;
  while (after < end && text[after] == text[mouth] &&
         kMouths.find(text[mouth]) != std::string_view::npos) {
    ++after;
  }
  const bool alone = after > mouth && CharAt(text, after, end).kind == CharClass::kSpace;
  return alone ? after : at;
}

}  // namespace calque::internal
