#include "align/model/ibm1.h"

#include <utility>

#include "align/model/lexicon_export.h"

namespace calque::internal {
namespace {

constexpr std::size_t kPairsPerBlock = 1024;
// Posteriors below this do not change a table and cost a memory access each.
constexpr double kSmallestPosterior = 1e-5;

// The E-step of one pair; scratch memory is reused between pairs.
class PairCounter {
 public:
  PairCounter(const CandidateTable& candidates, const TranslationTables& tables,
              const Ibm1Options& options, CountTables* counts)
      : finder_(candidates), tables_(tables), options_(options), counts_(counts) {}

  void Count(std::span<const TypeId> source, std::span<const TypeId> target, float weight) {
    if (source.empty() || target.empty()) return;
    if (std::max(source.size(), target.size()) > options_.longest) return;
    finder_.Find(source, target);
    for (std::size_t t = 0; t < target.size(); ++t) {
      CountWord({.first = t, .stride = target.size(), .count = source.size()}, tables_.forward,
                tables_.target_given_null[target[t]], weight, &counts_->forward,
                &counts_->target_given_null[target[t]]);
    }
    for (std::size_t s = 0; s < source.size(); ++s) {
      CountWord({.first = s * target.size(), .stride = 1, .count = target.size()}, tables_.backward,
                tables_.source_given_null[source[s]], weight, &counts_->backward,
                &counts_->source_given_null[source[s]]);
    }
  }

 private:
  // The cells of one generated word.
  struct Line {
    std::size_t first;
    std::size_t stride;
    std::size_t count;
  };

  void CountWord(const Line& line, const std::vector<float>& table, float null_probability,
                 float weight, std::vector<FixedSum>* counts, FixedSum* null_count) {
    const double share = (1.0 - options_.null_share) / static_cast<double>(line.count);
    const double null_mass = options_.null_share * null_probability;
    double total = null_mass;
    for (std::size_t i = 0; i < line.count; ++i) {
      const Cell cell = finder_.cells()[line.first + i * line.stride];
      if (cell != kNoCell) total += share * table[cell];
    }
    if (total <= 0.0) return;
    for (std::size_t i = 0; i < line.count; ++i) {
      const Cell cell = finder_.cells()[line.first + i * line.stride];
      if (cell == kNoCell) continue;
      const double posterior = share * table[cell] / total;
      if (posterior > kSmallestPosterior) (*counts)[cell].Add(posterior * weight);
    }
    null_count->Add(null_mass / total * weight);
  }

  CellFinder finder_;
  const TranslationTables& tables_;
  const Ibm1Options& options_;
  CountTables* counts_;
};

}  // namespace

void CountLinks(const ParallelText& text, const CandidateTable& candidates,
                const TranslationTables& tables, const Ibm1Options& options, CountTables* counts) {
  ForEachBlock(text.size(), kPairsPerBlock, [&](std::size_t begin, std::size_t end) {
    PairCounter counter(candidates, tables, options, counts);
    for (std::size_t pair = begin; pair < end; ++pair) {
      counter.Count(text.source().Sentence(pair), text.target().Sentence(pair), text.weight(pair));
    }
  });
}

std::unique_ptr<Lexicon> TrainLexicon(const ParallelText& text, const Ibm1Options& options,
                                      const Prior& prior) {
  const CandidateTable candidates = CandidateTable::Collect(text, options.candidates);
  const TableEstimator estimator(text, candidates, prior);
  TranslationTables tables = estimator.Start();
  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    CountTables counts = estimator.NoCounts();
    CountLinks(text, candidates, tables, options, &counts);
    const bool last = iteration + 1 == options.iterations;
    tables = estimator.Estimate(std::move(counts), last ? options.discount : 0.0);
  }
  return ExportLexicon(text, candidates, tables, {.threshold = options.threshold});
}

}  // namespace calque::internal
