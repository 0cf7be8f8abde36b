#include "align/fidelity/phrase_set.h"

#include <algorithm>
#include <string>

#include "align/base/utf8.h"

namespace calque::internal {

void PhraseSet::Add(std::string_view phrase) {
  const std::string folded = Fold(phrase);
  const auto tokens = static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
  std::size_t& longest = longest_[folded.substr(0, folded.find(' '))];
  longest = std::max(longest, tokens);
  phrases_.try_emplace(folded, tokens);
}

std::size_t PhraseSet::LengthAt(std::span<const std::string_view> tokens) const {
  if (tokens.empty()) return 0;
  const auto longest = longest_.find(tokens.front());
  if (longest == longest_.end()) return 0;
  std::string key(tokens.front());
  std::size_t length = phrases_.contains(key) ? 1 : 0;
  for (std::size_t i = 1; i < std::min(longest->second, tokens.size()); ++i) {
    key += ' ';
    key += tokens[i];
    if (phrases_.contains(key)) length = i + 1;
  }
  return length;
}

bool PhraseSet::Contains(std::string_view token) const { return phrases_.contains(token); }

}  // namespace calque::internal
