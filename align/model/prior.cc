#include "align/model/prior.h"

#include <algorithm>
#include <bit>
#include <span>

#include "align/base/hash.h"
#include "align/model/spelling.h"

namespace calque::internal {
namespace {

// Share of a class that one unseen word of it is expected to have.
constexpr float kUnseenShare = 0.2F;
constexpr std::size_t kTypesPerBlock = 512;

struct Known {
  TypeId lexicon;  // type in the lexicon: the word itself or its class
  TypeId text;     // type in the text
  float share;     // 1 for the word itself
};

// The types of one side of a text as a lexicon knows them, found by the lexicon's types.
class KnownTypes {
 public:
  KnownTypes(const Vocabulary& vocabulary, const LexiconSide& side);

  [[nodiscard]] const std::vector<Known>& all() const { return known_; }
  // Those of one lexicon type; empty for nearly all types that are asked for, so that a look-up
  // should cost no more than a memory access.
  [[nodiscard]] std::span<const Known> Of(TypeId lexicon_type) const {
    std::size_t slot = Mix(lexicon_type) & (slots_.size() - 1);
    for (; slots_[slot].begin != slots_[slot].end; slot = (slot + 1) & (slots_.size() - 1)) {
      if (known_[slots_[slot].begin].lexicon != lexicon_type) continue;
      return std::span(known_).subspan(slots_[slot].begin, slots_[slot].end - slots_[slot].begin);
    }
    return {};
  }

 private:
  struct Slot {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  std::vector<Known> known_;  // by lexicon type
  std::vector<Slot> slots_;   // open addressing
};

KnownTypes::KnownTypes(const Vocabulary& vocabulary, const LexiconSide& side) {
  for (TypeId type = 0; type < vocabulary.size(); ++type) {
    const TypeId exact = side.Find(vocabulary.Word(type));
    const TypeId found = exact != kUnknownType ? exact : side.FindClass(vocabulary.Word(type));
    if (found == kUnknownType) continue;
    known_.push_back({found, type, exact != kUnknownType ? 1.0F : kUnseenShare});
  }
  std::sort(known_.begin(), known_.end(), [](const Known& a, const Known& b) {
    return a.lexicon != b.lexicon ? a.lexicon < b.lexicon : a.text < b.text;
  });
  slots_.resize(std::bit_ceil(4 * known_.size() + 1));
  for (std::uint32_t begin = 0, end = 0; begin < known_.size(); begin = end) {
    while (end < known_.size() && known_[end].lexicon == known_[begin].lexicon) ++end;
    std::size_t slot = Mix(known_[begin].lexicon) & (slots_.size() - 1);
    while (slots_[slot].begin != slots_[slot].end) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = {begin, end};
  }
}

// Calls `add(type of the text, other type of the text, p(other | type))`.
template <typename Add>
void ForEachTranslation(const KnownTypes& types, const LexiconSide& side, const KnownTypes& others,
                        const Add& add) {
  for (const Known& known : types.all()) {
    for (const Translation& translation : side.TranslationsOf(known.lexicon)) {
      for (const Known& other : others.Of(translation.type())) {
        add(known.text, other.text, other.share * translation.probability());
      }
    }
  }
}

// The empty word's row; returns the mass of what the text does not hold.
float AddNull(const KnownTypes& types, const LexiconSide& side, float strength,
              std::vector<float>* row) {
  float outside = strength;
  for (const Known& known : types.all()) {
    const float mass = strength * known.share * side.GivenNull(known.lexicon);
    (*row)[known.text] = mass;
    outside -= mass;
  }
  return std::max(0.0F, outside);
}

void AddLexicon(const Lexicon& lexicon, float strength, const ParallelText& text,
                const CandidateTable& candidates, PriorCounts* counts) {
  const KnownTypes sources(text.source().vocabulary(), lexicon.source());
  const KnownTypes targets(text.target().vocabulary(), lexicon.target());
  for (const Known& known : sources.all()) counts->forward_outside[known.text] = strength;
  for (const Known& known : targets.all()) counts->backward_outside[known.text] = strength;
  ForEachTranslation(sources, lexicon.source(), targets, [&](TypeId s, TypeId t, float p) {
    const Cell cell = candidates.Find(s, t);
    if (cell == kNoCell) return;
    counts->inside.forward[cell] += strength * p;
    counts->forward_outside[s] -= strength * p;
  });
  ForEachTranslation(targets, lexicon.target(), sources, [&](TypeId t, TypeId s, float p) {
    const Cell cell = candidates.Find(s, t);
    if (cell == kNoCell) return;
    counts->inside.backward[cell] += strength * p;
    counts->backward_outside[t] -= strength * p;
  });
  const auto not_negative = [](float mass) { return std::max(0.0F, mass); };
  std::transform(counts->forward_outside.begin(), counts->forward_outside.end(),
                 counts->forward_outside.begin(), not_negative);
  std::transform(counts->backward_outside.begin(), counts->backward_outside.end(),
                 counts->backward_outside.begin(), not_negative);
  counts->source_null_outside =
      AddNull(sources, lexicon.source(), strength, &counts->inside.source_given_null);
  counts->target_null_outside =
      AddNull(targets, lexicon.target(), strength, &counts->inside.target_given_null);
}

void AddSpelling(double strength, const ParallelText& text, const CandidateTable& candidates,
                 TranslationTables* counts) {
  const Vocabulary& source = text.source().vocabulary();
  const Vocabulary& target = text.target().vocabulary();
  ForEachBlock(candidates.source_size(), kTypesPerBlock, [&](std::size_t begin, std::size_t end) {
    for (std::size_t s = begin; s < end; ++s) {
      const auto type = static_cast<TypeId>(s);
      const SpellingMatcher matcher(source.Word(type));
      for (Cell cell = candidates.RowBegin(type); cell < candidates.RowEnd(type); ++cell) {
        const auto mass =
            static_cast<float>(strength * matcher.Similarity(target.Word(candidates.Target(cell))));
        counts->forward[cell] += mass;
        counts->backward[cell] += mass;
      }
    }
  });
}

}  // namespace

PriorCounts CountPrior(const ParallelText& text, const CandidateTable& candidates,
                       const Prior& prior) {
  PriorCounts counts;
  counts.inside = TranslationTables::Zero(text, candidates);
  counts.forward_outside.assign(text.source().vocabulary().size(), 0.0F);
  counts.backward_outside.assign(text.target().vocabulary().size(), 0.0F);
  if (prior.lexicon != nullptr) {
    AddLexicon(*prior.lexicon, static_cast<float>(prior.strength), text, candidates, &counts);
  }
  if (prior.spelling_strength > 0.0) {
    AddSpelling(prior.spelling_strength, text, candidates, &counts.inside);
  }
  return counts;
}

}  // namespace calque::internal
