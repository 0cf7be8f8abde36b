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

}  // namespace

bool Denies(const View& view, std::uint32_t here, std::uint32_t there) {
  const Word& ours = view.here().words()[here];
  const Word& word = view.there().words()[there];
  if (ours.IsPunctuation() || word.kind != WordClass::kContent || word.capital) return false;
  const auto& prefixes = view.there().rules().negative_prefixes;
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) {
    if (word.folded.size() < prefix.size() + kShortestStem) return false;
    if (!word.folded.starts_with(prefix)) return false;
    if (view.there().lexicon() == nullptr) return true;
    return StemRenders(view, ours.type, std::string_view(word.folded).substr(prefix.size()),
                       word.type);
  });
}

}  // namespace calque::internal
