#include "align/model/trainer.h"

#include <algorithm>
#include <utility>

#include "align/model/ibm1.h"

namespace calque::internal {
namespace {

constexpr std::size_t kPairsPerBlock = 1024;
// Posteriors below this do not change a table and cost a memory access each.
constexpr double kSmallestPosterior = 1e-5;
// Two dozen jump weights need no more than a sample of a large text.
constexpr std::size_t kLargeText = 50'000;
constexpr std::size_t kJumpStride = 8;

struct HmmCounts {
  CountTables tables;
  JumpCounts forward;
  JumpCounts backward;
};

void CountPair(std::span<const TypeId> source, std::span<const TypeId> target, double weight,
               const PairPosteriors& posteriors, CountTables* counts) {
  for (std::size_t s = 0; s < source.size(); ++s) {
    for (std::size_t t = 0; t < target.size(); ++t) {
      const Cell cell = posteriors.CellOf(s, t);
      const double both = double{posteriors.Forward(s, t)} * posteriors.Backward(s, t);
      if (cell == kNoCell || both < kSmallestPosterior) continue;
      counts->forward[cell].Add(weight * both);
      counts->backward[cell].Add(weight * both);
    }
  }
  for (std::size_t t = 0; t < target.size(); ++t) {
    counts->target_given_null[target[t]].Add(weight * posteriors.forward().NullPosterior(t));
  }
  for (std::size_t s = 0; s < source.size(); ++s) {
    counts->source_given_null[source[s]].Add(weight * posteriors.backward().NullPosterior(s));
  }
}

void CountHmm(const ParallelText& text, const TrainedTables& trained, std::size_t longest,
              HmmCounts* counts) {
  const std::size_t jump_stride = text.size() > kLargeText ? kJumpStride : 1;
  ForEachBlock(text.size(), kPairsPerBlock, [&](std::size_t begin, std::size_t end) {
    PairPosteriors posteriors(trained.candidates, trained.tables, trained.jumps);
    for (std::size_t pair = begin; pair < end; ++pair) {
      const auto source = text.source().Sentence(pair);
      const auto target = text.target().Sentence(pair);
      if (source.empty() || target.empty()) continue;
      if (std::max(source.size(), target.size()) > longest) continue;
      posteriors.Run(source, target);
      CountPair(source, target, text.weight(pair), posteriors, &counts->tables);
      if (pair % jump_stride != 0) continue;
      posteriors.forward().CountJumps(text.weight(pair), &counts->forward);
      posteriors.backward().CountJumps(text.weight(pair), &counts->backward);
    }
  });
}

}  // namespace

TrainedTables TrainTables(const ParallelText& text, const TrainerOptions& options,
                          const Prior& prior, const JumpTables& start,
                          const TrainProgress& progress) {
  // Measured: a step of the HMM takes as long as four of Model 1, the start as three.
  const int work = 3 + options.model1_iterations + 4 * options.hmm_iterations;
  int done = 0;
  const auto report = [&](int steps) {
    done += steps;
    if (progress) progress(static_cast<double>(done) / work);
  };
  TrainedTables trained{CandidateTable::Collect(text, options.candidates), {}, start};
  const TableEstimator estimator(text, trained.candidates, prior);
  trained.tables = estimator.Start();
  report(3);
  const Ibm1Options model1{.null_share = options.null_share};
  for (int iteration = 0; iteration < options.model1_iterations; ++iteration) {
    CountTables counts = estimator.NoCounts();
    CountLinks(text, trained.candidates, trained.tables, model1, &counts);
    trained.tables = estimator.Estimate(std::move(counts));
    report(1);
  }
  for (int iteration = 0; iteration < options.hmm_iterations; ++iteration) {
    HmmCounts counts{estimator.NoCounts(), {}, {}};
    CountHmm(text, trained, options.longest, &counts);
    trained.tables = estimator.Estimate(std::move(counts.tables));
    trained.jumps.forward = counts.forward.Estimate(start.forward);
    trained.jumps.backward = counts.backward.Estimate(start.backward);
    report(4);
  }
  return trained;
}

}  // namespace calque::internal
