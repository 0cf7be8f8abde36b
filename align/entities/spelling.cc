#include "align/entities/spelling.h"

#include <algorithm>

#include "align/base/utf8.h"
#include "align/entities/name_parts.h"

namespace calque::internal {
namespace {

void ApplyRules(std::string_view word, const SpellingRules& rules, std::string* out) {
  for (std::size_t at = 0; at < word.size();) {
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const auto& candidate) {
      return word.substr(at).starts_with(candidate.first);
    });
    if (rule == rules.end()) {
      *out += word[at++];
    } else {
      *out += rule->second;
      at += rule->first.size();
    }
  }
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
    std::string word;
    ApplyRules(part.folded, rules, &word);
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
  std::vector<std::size_t> row(other_key.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < key.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < other_key.size(); ++j) {
      const std::size_t replaced = diagonal + (key[i] == other_key[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return 1.0 - static_cast<double>(row.back()) / static_cast<double>(longer);
}

}  // namespace calque::internal
