#include "align/fidelity/opposite_words.h"

#include <algorithm>

#include "align/base/utf8.h"
#include "align/fidelity/grammar.h"

namespace calque::internal {

void OppositeWords::Add(std::string_view key, Pole pole, std::string_view word) {
  constexpr std::string_view kOfShare = " %";
  std::string folded = Fold(word);
  const bool of_share = folded.ends_with(kOfShare);
  if (of_share) folded.resize(folded.size() - kOfShare.size());
  const Entry entry{std::string(key), pole, of_share};
  if (!folded.ends_with('*')) {
    const std::size_t blank = folded.find(' ');
    if (blank != std::string::npos) phrase_heads_.insert(folded.substr(0, blank));
    words_[std::move(folded)].push_back(entry);
    return;
  }
  folded.pop_back();
  shortest_stem_ = std::min(shortest_stem_, folded.size());
  stems_[std::move(folded)].push_back(entry);
}

std::vector<PoledMeaning> OppositeWords::MeaningsAt(
    std::span<const std::string_view> tokens) const {
  std::vector<PoledMeaning> meanings;
  const auto take = [&](const StringMap<std::vector<Entry>>& table, std::string_view word,
                        std::uint32_t count) {
    const auto found = table.find(word);
    if (found == table.end()) return;
    for (const Entry& entry : found->second) {
      const bool known = std::ranges::any_of(
          meanings, [&](const PoledMeaning& meaning) { return meaning.key == entry.key; });
      if (!known) meanings.push_back({entry.key, entry.pole, count, entry.of_share});
    }
  };
  if (tokens.empty()) return meanings;
  if (tokens.size() > 1 && phrase_heads_.contains(tokens[0])) {
    take(words_, std::string(tokens[0]) + ' ' + std::string(tokens[1]), 2);
  }
  take(words_, tokens[0], 1);
  for (std::size_t length = tokens[0].size(); length >= shortest_stem_ && length > 0; --length) {
    take(stems_, tokens[0].substr(0, length), 1);
  }
  return meanings;
}

}  // namespace calque::internal
