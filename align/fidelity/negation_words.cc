#include "align/fidelity/negation_words.h"

#include <algorithm>
#include <string_view>

#include "align/base/language_tag.h"
#include "align/base/utf8.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kReach = 3;     // tokens on either side of what is negated
constexpr std::size_t kStemLength = 6;  // code points

std::uint32_t DistanceOf(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

bool Counts(const Word& word) {
  const bool name = word.capital && !word.opens;
  return !name && (word.kind == WordClass::kContent || word.kind == WordClass::kFunction);
}

std::string Key(const SideView& side, std::string_view role, std::string_view word) {
  std::string key = PrimaryLanguage(side.document().language);
  key.append(" ").append(role).append(" ").append(word);
  return key;
}

std::string_view StemOf(const Word& word) { return FirstCodePoints(word.folded, kStemLength); }

// Whether the word `i` of the other side may answer the cue: nothing here renders it for sure, but
// for words close to what is negated.
bool MayAnswer(const View& back, std::uint32_t i, std::uint32_t head) {
  const auto links = back.LinksOf(i);
  const auto best = std::ranges::max_element(links, {}, &HalfLink::probability);
  return best == links.end() || best->probability < kSureLink ||
         DistanceOf(best->other, head) <= kReach;
}

}  // namespace

std::vector<std::string> NegationWords(const View& view, const NegationCue& cue,
                                       IndexRange<Token> here, IndexRange<Token> there,
                                       std::span<const NegationCue> theirs) {
  std::vector<std::string> keys;
  const View back = view.Back();
  cue.VisitNegating([&](std::uint32_t i) {
    keys.push_back(Key(view.here(), "cue", view.here().words()[i].folded));
  });
  const std::uint32_t begin = cue.head < here.begin + kReach ? here.begin : cue.head - kReach;
  for (std::uint32_t i = begin; i < std::min(here.end, cue.head + kReach + 1); ++i) {
    const Word& word = view.here().words()[i];
    if (Counts(word) && !cue.Negates(i)) keys.push_back(Key(view.here(), "near", StemOf(word)));
  }
  for (std::uint32_t i = there.begin; i < there.end; ++i) {
    const Word& word = view.there().words()[i];
    const bool negates = std::ranges::any_of(
        theirs, [&](const NegationCue& other) { return other.strong() && other.Negates(i); });
    if (Counts(word) && !negates && MayAnswer(back, i, cue.head)) {
      keys.push_back(Key(view.there(), "there", StemOf(word)));
    }
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace calque::internal
