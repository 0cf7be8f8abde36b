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
           return whole.size() >= suffix.size() + kShortestStem && whole.ends_with(suffix) &&
                  denies(whole.substr(0, whole.size() - suffix.size()));
         });
}

bool HasOtherPrefix(const View& view, std::uint32_t here, std::uint32_t there) {
  const std::string_view ours = view.here().words()[here].folded;
  const std::string_view word = view.there().words()[there].folded;
  const LexiconSide* lexicon = view.there().lexicon();
  return std::ranges::any_of(
      view.there().rules().negative_prefixes, [&](const std::string& prefix) {
        return HasPrefix(word, prefix) && !ours.starts_with(prefix.substr(0, 1)) &&
               (lexicon == nullptr || lexicon->Find(word.substr(prefix.size())) != kUnknownType);
      });
}

}  // namespace calque::internal
