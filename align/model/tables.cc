#include "align/model/tables.h"

#include <algorithm>
#include <numeric>

#include "align/model/lexicon_builder.h"

namespace calque::internal {
namespace {

// Share of the start that is spread evenly over the candidates, so that EM may move away from the
// prior.
constexpr double kEvenShare = 0.1;

// Numbers of the types of `vocabulary` in a lexicon's side.
std::vector<TypeId> Translate(const Vocabulary& vocabulary, const LexiconSide& side) {
  std::vector<TypeId> types(vocabulary.size());
  for (TypeId type = 0; type < vocabulary.size(); ++type) {
    types[type] = side.Find(vocabulary.Word(type));
  }
  return types;
}

std::vector<TypeId> Inverse(const std::vector<TypeId>& types, std::uint32_t size) {
  std::vector<TypeId> inverse(size, kUnknownType);
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (types[i] != kUnknownType) inverse[types[i]] = static_cast<TypeId>(i);
  }
  return inverse;
}

// p ∝ count + prior over the cells `cell(0) … cell(count − 1)` of one row.
template <typename CellAt>
void EstimateRow(std::size_t count, const CellAt& cell, const std::vector<FixedSum>& counts,
                 const std::vector<float>& prior, std::vector<float>* result) {
  double total = 0.0;
  for (std::size_t i = 0; i < count; ++i) {
    total += counts[cell(i)].value() + (prior.empty() ? 0.0F : prior[cell(i)]);
  }
  if (total <= 0.0) return;
  for (std::size_t i = 0; i < count; ++i) {
    const double mass = counts[cell(i)].value() + (prior.empty() ? 0.0F : prior[cell(i)]);
    (*result)[cell(i)] = static_cast<float>(mass / total);
  }
}

// Weighted relative frequency, one count added for each type and for all unseen ones together.
std::vector<float> Unigrams(const ParallelText& text, const TextSide& side) {
  std::vector<double> count(side.vocabulary().size() + 1, 1.0);
  for (std::size_t pair = 0; pair < text.size(); ++pair) {
    for (const TypeId type : side.Sentence(pair)) count[type] += text.weight(pair);
  }
  const double total = std::accumulate(count.begin(), count.end(), 0.0);
  std::vector<float> unigrams;
  unigrams.reserve(count.size());
  for (const double c : count) unigrams.push_back(static_cast<float>(c / total));
  return unigrams;
}

// The empty word's row, mixed with unigrams so that no word is impossible under it.
std::vector<float> SmoothNull(const std::vector<float>& given_null,
                              const std::vector<float>& unigram) {
  constexpr float kUnigramShare = 0.1F;
  std::vector<float> smooth(unigram.size());
  for (std::size_t i = 0; i < unigram.size(); ++i) {
    const float trained = i < given_null.size() ? given_null[i] : 0.0F;
    smooth[i] = (1.0F - kUnigramShare) * trained + kUnigramShare * unigram[i];
  }
  return smooth;
}

SideDraft Draft(const ParallelText& text, const TextSide& side,
                const std::vector<float>& given_null) {
  SideDraft draft;
  const Vocabulary& vocabulary = side.vocabulary();
  for (TypeId type = 0; type < vocabulary.size(); ++type) {
    draft.words.emplace_back(vocabulary.Word(type));
  }
  draft.unigram = Unigrams(text, side);
  draft.given_null = SmoothNull(given_null, draft.unigram);
  draft.rows.resize(vocabulary.size());
  return draft;
}

}  // namespace

TableEstimator::TableEstimator(const ParallelText& text, const CandidateTable& candidates,
                               const Prior& prior)
    : text_(text), candidates_(candidates) {
  target_begin_.assign(text.target().vocabulary().size() + 1, 0);
  for (Cell cell = 0; cell < candidates.size(); ++cell) {
    ++target_begin_[candidates.Target(cell) + 1];
  }
  std::partial_sum(target_begin_.begin(), target_begin_.end(), target_begin_.begin());
  by_target_.resize(candidates.size());
  std::vector<std::uint32_t> next(target_begin_.begin(), target_begin_.end() - 1);
  for (Cell cell = 0; cell < candidates.size(); ++cell) {
    by_target_[next[candidates.Target(cell)]++] = cell;
  }
  if (prior.lexicon == nullptr) return;

  const LexiconSide& source = prior.lexicon->source();
  const LexiconSide& target = prior.lexicon->target();
  const std::vector<TypeId> source_types = Translate(text.source().vocabulary(), source);
  const std::vector<TypeId> target_types = Translate(text.target().vocabulary(), target);
  const std::vector<TypeId> source_numbers = Inverse(source_types, source.size());
  const std::vector<TypeId> target_numbers = Inverse(target_types, target.size());
  const auto strength = static_cast<float>(prior.strength);
  prior_.forward.assign(candidates.size(), 0.0F);
  prior_.backward.assign(candidates.size(), 0.0F);
  for (TypeId s = 0; s < source_types.size(); ++s) {
    for (const Translation& translation : source.TranslationsOf(source_types[s])) {
      const TypeId t = target_numbers[translation.type()];
      const Cell cell = t == kUnknownType ? kNoCell : candidates.Find(s, t);
      if (cell != kNoCell) prior_.forward[cell] = strength * translation.probability();
    }
    prior_.source_given_null.push_back(strength * source.GivenNull(source_types[s]));
  }
  for (TypeId t = 0; t < target_types.size(); ++t) {
    for (const Translation& translation : target.TranslationsOf(target_types[t])) {
      const TypeId s = source_numbers[translation.type()];
      const Cell cell = s == kUnknownType ? kNoCell : candidates.Find(s, t);
      if (cell != kNoCell) prior_.backward[cell] = strength * translation.probability();
    }
    prior_.target_given_null.push_back(strength * target.GivenNull(target_types[t]));
  }
}

CountTables TableEstimator::NoCounts() const {
  CountTables counts;
  counts.forward.resize(candidates_.size());
  counts.backward.resize(candidates_.size());
  counts.source_given_null.resize(text_.source().vocabulary().size());
  counts.target_given_null.resize(text_.target().vocabulary().size());
  return counts;
}

TranslationTables TableEstimator::Start() const {
  CountTables even = NoCounts();
  for (TypeId s = 0; s < candidates_.source_size(); ++s) {
    const Cell begin = candidates_.RowBegin(s);
    const Cell end = candidates_.RowEnd(s);
    for (Cell cell = begin; cell < end; ++cell) even.forward[cell].Add(kEvenShare / (end - begin));
  }
  for (std::size_t t = 0; t + 1 < target_begin_.size(); ++t) {
    const std::uint32_t width = target_begin_[t + 1] - target_begin_[t];
    for (std::uint32_t i = target_begin_[t]; i < target_begin_[t + 1]; ++i) {
      even.backward[by_target_[i]].Add(kEvenShare / width);
    }
  }
  for (FixedSum& sum : even.source_given_null) sum.Add(1.0);
  for (FixedSum& sum : even.target_given_null) sum.Add(1.0);
  return Estimate(even);
}

TranslationTables TableEstimator::Estimate(const CountTables& counts) const {
  TranslationTables tables;
  tables.forward.assign(candidates_.size(), 0.0F);
  tables.backward.assign(candidates_.size(), 0.0F);
  tables.source_given_null.assign(counts.source_given_null.size(), 0.0F);
  tables.target_given_null.assign(counts.target_given_null.size(), 0.0F);
  for (TypeId s = 0; s < candidates_.source_size(); ++s) {
    const Cell begin = candidates_.RowBegin(s);
    EstimateRow(
        candidates_.RowEnd(s) - begin, [&](std::size_t i) { return begin + i; }, counts.forward,
        prior_.forward, &tables.forward);
  }
  for (std::size_t t = 0; t + 1 < target_begin_.size(); ++t) {
    const std::uint32_t begin = target_begin_[t];
    EstimateRow(
        target_begin_[t + 1] - begin, [&](std::size_t i) { return by_target_[begin + i]; },
        counts.backward, prior_.backward, &tables.backward);
  }
  const auto same = [](std::size_t i) { return i; };
  EstimateRow(counts.source_given_null.size(), same, counts.source_given_null,
              prior_.source_given_null, &tables.source_given_null);
  EstimateRow(counts.target_given_null.size(), same, counts.target_given_null,
              prior_.target_given_null, &tables.target_given_null);
  return tables;
}

std::unique_ptr<Lexicon> TableEstimator::Finish(const TranslationTables& tables,
                                                float threshold) const {
  SideDraft source = Draft(text_, text_.source(), tables.source_given_null);
  SideDraft target = Draft(text_, text_.target(), tables.target_given_null);
  for (TypeId s = 0; s < candidates_.source_size(); ++s) {
    for (Cell cell = candidates_.RowBegin(s); cell < candidates_.RowEnd(s); ++cell) {
      const TypeId t = candidates_.Target(cell);
      if (tables.forward[cell] >= threshold) source.rows[s].emplace_back(t, tables.forward[cell]);
      if (tables.backward[cell] >= threshold) {
        target.rows[t].emplace_back(s, tables.backward[cell]);
      }
    }
  }
  return BuildLexicon(source, target);
}

}  // namespace calque::internal
