#include "align/fidelity/verb_rules.h"

#include <algorithm>
#include <iterator>

namespace calque::internal {

std::optional<VerbStatus> VerbStatusOf(std::string_view name) {
  constexpr std::array<std::string_view, kVerbStatuses> kNames = {
      "done", "future", "possible", "able", "necessary", "expected", "planned", "decided", "open"};
  const auto* found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<VerbStatus>(std::distance(kNames.begin(), found));
}

}  // namespace calque::internal
