#include "align/fidelity/rate_words.h"

#include <algorithm>

#include "align/base/utf8.h"

namespace calque::internal {

void RateWords::Add(std::string_view family, std::string_view member, bool tells,
                    std::string_view phrase) {
  const std::string folded = Fold(phrase);
  const auto tokens = static_cast<std::size_t>(std::ranges::count(folded, ' ')) + 1;
  std::size_t& longest = longest_[folded.substr(0, folded.find(' '))];
  longest = std::max(longest, tokens);
  phrases_[folded].push_back({std::string(family), std::string(member), tells});
}

std::vector<RateMeaning> RateWords::MeaningsAt(std::span<const std::string_view> tokens) const {
  std::vector<RateMeaning> meanings;
  const auto longest = tokens.empty() ? longest_.end() : longest_.find(tokens.front());
  if (longest == longest_.end()) return meanings;
  std::string phrase;
  for (std::size_t i = 0; i < std::min(longest->second, tokens.size()); ++i) {
    if (i > 0) phrase += ' ';
    phrase += tokens[i];
    const auto found = phrases_.find(phrase);
    if (found == phrases_.end()) continue;
    for (const Entry& entry : found->second) {
      meanings.push_back(
          {entry.family, entry.member, static_cast<std::uint32_t>(i + 1), entry.tells});
    }
  }
  return meanings;
}

}  // namespace calque::internal
