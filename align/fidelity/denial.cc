#include "align/fidelity/denial.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace calque::internal {
namespace {

constexpr std::size_t kShortestStem = 4;  // bytes
constexpr float kRenders = 0.01F;         // p(translation | word), least

bool StemRenders(const View& view, TypeId here, std::string_view stem, TypeId whole) {
  const TypeId type = view.there().lexicon()->Find(stem);
  if (type == kUnknownType) return false;
  const float rendered = view.Translation(here, type);
  return rendered >= kRenders && rendered > view.Translation(here, whole);
}

bool HasPrefix(std::string_view word, std::string_view prefix) {
  return word.size() >= prefix.size() + kShortestStem && word.starts_with(prefix);
}

bool HasSuffix(std::string_view word, std::string_view suffix) {
  return word.size() >= suffix.size() + kShortestStem && word.ends_with(suffix);
}

// Whether the prefix stands before a word that the lexicon knows.
bool HasPrefixOfWord(const SideView& side, std::string_view word, std::string_view prefix) {
  return HasPrefix(word, prefix) &&
         (side.lexicon() == nullptr ||
          side.lexicon()->Find(word.substr(prefix.size())) != kUnknownType);
}

}  // namespace

bool Denies(const View& view, std::uint32_t here, std::uint32_t there) {
  const Word& ours = view.here().words()[here];
  const Word& word = view.there().words()[there];
  if (ours.IsPunctuation() || word.kind != WordClass::kContent || word.capital) return false;
  const auto denies = [&](std::string_view stem) {
    if (view.there().lexicon() == nullptr) return true;
    return StemRenders(view, ours.type, stem, word.type);
  };
  const std::string_view whole = word.folded;
  const FidelityRules& rules = view.there().rules();
  return std::ranges::any_of(rules.negative_prefixes,
                             [&](const std::string& prefix) {
                               return HasPrefix(whole, prefix) &&
                                      denies(whole.substr(prefix.size()));
                             }) ||
         std::ranges::any_of(rules.negative_suffixes, [&](const std::string& suffix) {
           return HasSuffix(whole, suffix) && denies(whole.substr(0, whole.size() - suffix.size()));
         });
}

bool HasOtherPrefix(const View& view, std::uint32_t here, std::uint32_t there) {
  const std::string_view ours = view.here().words()[here].folded;
  const std::string_view word = view.there().words()[there].folded;
  return std::ranges::any_of(view.there().rules().negative_prefixes,
                             [&](const std::string& prefix) {
                               return !ours.starts_with(prefix.substr(0, 1)) &&
                                      HasPrefixOfWord(view.there(), word, prefix);
                             });
}

bool MayDeny(const SideView& side, std::uint32_t token) {
  const Word& word = side.words()[token];
  if (word.capital) return false;
  const auto stands_before = [&](const std::string& prefix) {
    return HasPrefixOfWord(side, word.folded, prefix);
  };
  const auto ends = [&](const std::string& suffix) { return HasSuffix(word.folded, suffix); };
  return std::ranges::any_of(side.rules().negative_prefixes, stands_before) ||
         std::ranges::any_of(side.rules().negative_suffixes, ends);
}

}  // namespace calque::internal
