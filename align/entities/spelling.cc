#include "align/entities/spelling.h"

#include <algorithm>

#include "align/base/edit_distance.h"
#include "align/base/utf8.h"
#include "align/entities/name_parts.h"

namespace calque::internal {
namespace {

constexpr char kBegin = '^';
constexpr char kEnd = '$';

std::string ApplyRules(const std::string& folded, const SpellingRules& rules) {
  const std::string word = kBegin + folded + kEnd;
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const std::string_view rest = std::string_view(word).substr(at);
    // The first letter rules out nearly all.
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const auto& candidate) {
      return candidate.first.front() == rest.front() && rest.starts_with(candidate.first);
    });
    if (rule == rules.end()) {
      out += word[at++];
    } else {
      out += rule->second;
      at += rule->first.size();
    }
  }
  std::erase_if(out, [](char c) { return c == kBegin || c == kEnd; });
  return out;
}

void DropDoubles(std::string* word) {
  word->erase(std::unique(word->begin(), word->end()), word->end());
}

}  // namespace

std::string SpellingKey(std::string_view name, const SpellingRules& rules) {
  const std::string latin = ToLatin(name);
  std::string key;
  for (const NamePart& part :
       SplitNameParts(latin, {0, static_cast<std::uint32_t>(latin.size())})) {
    std::string word = ApplyRules(part.folded, rules);
    DropDoubles(&word);
    if (word.size() > 3 && word.back() == 'e') word.pop_back();
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

double EditSimilarity(std::string_view key, std::string_view other_key) {
  const std::size_t longer = std::max(key.size(), other_key.size());
  if (longer == 0) return 1.0;
  return 1.0 - static_cast<double>(EditDistance(key, other_key)) / static_cast<double>(longer);
}

}  // namespace calque::internal
