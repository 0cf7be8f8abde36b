#include "align/entities/copied_neighbours.h"

#include <optional>
#include <string>
#include <vector>

#include "align/entities/values.h"

namespace calque::internal {
namespace {

constexpr std::size_t kLongWord = 5;  // bytes of a word in lower case that tells something, least

bool IsNoName(const BeadWords& words, Side side, const BeadWord& word) {
  const NameGrammar& grammar = words.Grammar(side);
  return grammar.titles.contains(word.folded) || grammar.openers.contains(word.folded);
}

bool IsParticle(const BeadWords& words, Side side, const BeadWord& word) {
  return words.Grammar(side).particles.contains(word.folded);
}

// Whether a word that stands beside a copied name on both sides is one of it: a capital or a word
// of some length that is foreign to one of the two languages.
bool Belongs(const BeadWords& words, const BeadWord& source, const BeadWord& target) {
  if (source.folded.empty() || source.folded != target.folded) return false;
  // `de` is a word of one language at most: where both have it, it belongs to the name.
  if (IsParticle(words, Side::kSource, source) || IsParticle(words, Side::kTarget, target)) {
    return true;
  }
  if (IsNoName(words, Side::kSource, source) || IsNoName(words, Side::kTarget, target))
    return false;
  if (words.IsCommon(Side::kSource, source) && words.IsCommon(Side::kTarget, target)) return false;
  return (source.capital && target.capital) || source.folded.size() >= kLongWord;
}

void Grow(BeadWords* words, const SideMentions& sources, const SideMentions& targets,
          Mention* source, Mention* target) {
  const std::vector<BeadWord>& here = words->Words(Side::kSource);
  const std::vector<BeadWord>& there = words->Words(Side::kTarget);
  WordRun s = words->RunOf(Side::kSource, source->span);
  WordRun t = words->RunOf(Side::kTarget, target->span);
  const std::size_t size = s.size();
  const auto is_free = [&](Side side, const SideMentions& mentions, std::size_t word) {
    const std::optional<std::vector<std::size_t>> rivals =
        mentions.RivalsOf(words->SpanOf(side, {word, word + 1}));
    return rivals && rivals->empty();
  };
  const auto joins = [&](std::size_t a, std::size_t b) {
    return Belongs(*words, here[a], there[b]) && is_free(Side::kSource, sources, a) &&
           is_free(Side::kTarget, targets, b);
  };
  while (s.begin > 0 && t.begin > 0 && joins(s.begin - 1, t.begin - 1)) --s.begin, --t.begin;
  while (s.end < here.size() && t.end < there.size() && joins(s.end, t.end)) ++s.end, ++t.end;
  if (s.size() == size) return;
  source->span = words->SpanOf(Side::kSource, s);
  target->span = words->SpanOf(Side::kTarget, t);
}

}  // namespace

void GrowOverNeighbours(std::size_t m, BeadWords* words, SideMentions* source,
                        SideMentions* target) {
  Mention& name = (*source)[m];
  if (name.span.empty() || IsValueKey(name.key)) return;
  const std::string phrase = PhraseKey(words->Text(Side::kSource, name.span));
  for (std::size_t n = 0; n < target->size(); ++n) {
    Mention& copy = (*target)[n];
    if (!copy.span.empty() && !IsValueKey(copy.key) &&
        PhraseKey(words->Text(Side::kTarget, copy.span)) == phrase) {
      Grow(words, *source, *target, &name, &copy);
      return;
    }
  }
}

}  // namespace calque::internal
