#include "align/fidelity/glossary.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "align/base/utf8.h"
#include "align/fidelity/grammar.h"

namespace calque::internal {
namespace {

constexpr std::size_t kShortestStem = 4;
constexpr std::size_t kLongestEnding = 3;

FoldedTerm FoldTerm(std::string_view term) {
  FoldedTerm words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : Fold(term)) {
    if (c == ' ') {
      finish();
      continue;
    }
    word += c;
    if (c == '\'') finish();
  }
  finish();
  return words;
}

std::vector<FoldedTerm> FoldTerms(const std::vector<std::string>& terms) {
  std::vector<FoldedTerm> folded;
  for (const std::string& term : terms) folded.push_back(FoldTerm(term));
  return folded;
}

// One stem, endings of a few letters: `contrat` and `contrats`, `agree` and `agreed`.
bool SameWord(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t common = 0;
  while (common < shorter && a[common] == b[common]) ++common;
  return common >= kShortestStem && std::max(a.size(), b.size()) - common <= kLongestEnding;
}

// What every word that SameWord() takes for `word` begins with.
std::string_view StemOf(std::string_view word) {
  return word.substr(0,
                     std::max(kShortestStem, word.size() - std::min(word.size(), kLongestEnding)));
}

}  // namespace

Glossary::Glossary(const std::vector<GlossaryTerm>& terms) {
  for (const GlossaryTerm& term : terms) {
    entries_.push_back({term.source, FoldTerm(term.source), term.renderings,
                        FoldTerms(term.renderings), FoldTerms(term.forbidden)});
    const FoldedTerm& source = entries_.back().source;
    if (source.empty()) continue;
    by_stem_[std::string(StemOf(source.front()))].push_back(
        static_cast<std::uint32_t>(entries_.size() - 1));
  }
}

std::vector<std::uint32_t> Glossary::EntriesIn(const SideView& side,
                                               IndexRange<Token> tokens) const {
  std::vector<std::uint32_t> entries;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const std::string_view word = side.words()[i].folded;
    // The stem of a term may lack an ending that the word has not, and another that it has.
    const std::size_t rest = word.size() - std::min(word.size(), 2 * kLongestEnding);
    const std::size_t shortest = std::min(word.size(), std::max(kShortestStem, rest));
    for (std::size_t length = shortest; length <= word.size(); ++length) {
      const auto found = by_stem_.find(word.substr(0, length));
      if (found == by_stem_.end()) continue;
      std::ranges::copy_if(found->second, std::back_inserter(entries), [&](std::uint32_t entry) {
        return SameWord(entries_[entry].source.front(), word);
      });
    }
  }
  std::ranges::sort(entries);
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

std::vector<IndexRange<Token>> FindTerm(const SideView& side, IndexRange<Token> tokens,
                                        const FoldedTerm& term) {
  std::vector<IndexRange<Token>> found;
  const auto length = static_cast<std::uint32_t>(term.size());
  if (length == 0) return found;
  for (std::uint32_t i = tokens.begin; i + length <= tokens.end;) {
    const bool here =
        std::equal(term.begin(), term.end(), side.words().begin() + i,
                   [](const std::string& a, const Word& b) { return SameWord(a, b.folded); });
    if (here) found.push_back({i, i + length});
    i += here ? length : 1;
  }
  return found;
}

}  // namespace calque::internal
