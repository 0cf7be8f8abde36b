#include "align/export/losses.h"

namespace calque::internal {

void Losses::Add(std::string_view what, std::uint64_t count) {
  if (count == 0) return;
  for (auto& [name, sum] : counts_) {
    if (name != what) continue;
    sum += count;
    return;
  }
  counts_.emplace_back(what, count);
}

void AddReplaced(std::uint64_t count, Losses* losses) {
  losses->Add("characters that XML cannot hold made U+FFFD", count);
}

std::vector<std::string> Losses::Lines() const {
  std::vector<std::string> lines;
  for (const auto& [name, sum] : counts_) lines.push_back(name + ": " + std::to_string(sum));
  return lines;
}

}  // namespace calque::internal
