#include "align/model/prior.h"

#include <algorithm>

#include "align/model/spelling.h"

namespace calque::internal {
namespace {

// Share of a class that one unseen word of it is expected to have.
constexpr float kUnseenShare = 0.2F;

struct Known {
  TypeId lexicon;  // type in the lexicon: the word itself or its class
  TypeId text;     // type in the text
  float share;     // 1 for the word itself
};

// The types of one side of a text as a lexicon knows them, by lexicon type.
std::vector<Known> Recognise(const Vocabulary& vocabulary, const LexiconSide& side) {
  std::vector<Known> known;
  for (TypeId type = 0; type < vocabulary.size(); ++type) {
    const TypeId exact = side.Find(vocabulary.Word(type));
    const TypeId found = exact != kUnknownType ? exact : side.FindClass(vocabulary.Word(type));
    if (found == kUnknownType) continue;
    known.push_back({found, type, exact != kUnknownType ? 1.0F : kUnseenShare});
  }
  std::sort(known.begin(), known.end(), [](const Known& a, const Known& b) {
    return a.lexicon != b.lexicon ? a.lexicon < b.lexicon : a.text < b.text;
  });
  return known;
}

std::span<const Known> Readings(const std::vector<Known>& known, TypeId lexicon_type) {
  const auto [begin, end] =
      std::equal_range(known.begin(), known.end(), Known{lexicon_type, 0, 0.0F},
                       [](const Known& a, const Known& b) { return a.lexicon < b.lexicon; });
  return {begin, end};
}

// Calls `add(type of the text, other type of the text, p(other | type))`.
template <typename Add>
void ForEachTranslation(const std::vector<Known>& types, const LexiconSide& side,
                        const std::vector<Known>& others, const Add& add) {
  for (const Known& known : types) {
    for (const Translation& translation : side.TranslationsOf(known.lexicon)) {
      for (const Known& other : Readings(others, translation.type())) {
        add(known.text, other.text, other.share * translation.probability());
      }
    }
  }
}

void AddLexicon(const Lexicon& lexicon, float strength, const ParallelText& text,
                const CandidateTable& candidates, TranslationTables* counts) {
  const std::vector<Known> sources = Recognise(text.source().vocabulary(), lexicon.source());
  const std::vector<Known> targets = Recognise(text.target().vocabulary(), lexicon.target());
  const auto add = [&](TypeId s, TypeId t, float mass, std::vector<float>* table) {
    const Cell cell = candidates.Find(s, t);
    if (cell != kNoCell) (*table)[cell] += mass;
  };
  ForEachTranslation(sources, lexicon.source(), targets, [&](TypeId s, TypeId t, float p) {
    add(s, t, strength * p, &counts->forward);
  });
  ForEachTranslation(targets, lexicon.target(), sources, [&](TypeId t, TypeId s, float p) {
    add(s, t, strength * p, &counts->backward);
  });
  for (const Known& known : sources) {
    counts->source_given_null[known.text] =
        strength * known.share * lexicon.source().GivenNull(known.lexicon);
  }
  for (const Known& known : targets) {
    counts->target_given_null[known.text] =
        strength * known.share * lexicon.target().GivenNull(known.lexicon);
  }
}

void AddSpelling(double strength, const ParallelText& text, const CandidateTable& candidates,
                 TranslationTables* counts) {
  const Vocabulary& source = text.source().vocabulary();
  const Vocabulary& target = text.target().vocabulary();
  ForEachBlock(candidates.source_size(), 256, [&](std::size_t begin, std::size_t end) {
    for (std::size_t s = begin; s < end; ++s) {
      const auto type = static_cast<TypeId>(s);
      for (Cell cell = candidates.RowBegin(type); cell < candidates.RowEnd(type); ++cell) {
        const auto mass = static_cast<float>(
            strength * SpellingSimilarity(source.Word(type), target.Word(candidates.Target(cell))));
        counts->forward[cell] += mass;
        counts->backward[cell] += mass;
      }
    }
  });
}

}  // namespace

TranslationTables PriorCounts(const ParallelText& text, const CandidateTable& candidates,
                              const Prior& prior) {
  TranslationTables counts = TranslationTables::Zero(text, candidates);
  if (prior.lexicon != nullptr) {
    AddLexicon(*prior.lexicon, static_cast<float>(prior.strength), text, candidates, &counts);
  }
  if (prior.spelling_strength > 0.0) {
    AddSpelling(prior.spelling_strength, text, candidates, &counts);
  }
  return counts;
}

}  // namespace calque::internal
