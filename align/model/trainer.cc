#include "align/model/trainer.h"

#include <algorithm>
#include <utility>

#include "align/model/ibm1.h"

namespace calque::internal {
namespace {

// Of a large text; one of a few sentences is cut into single pairs.
constexpr std::size_t kPairsPerBlock = 1024;
constexpr std::size_t kBlocks = 16;
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

void CountHmm(const ParallelText& text, const TrainedTables& trained, const TrainerOptions& options,
              HmmCounts* counts) {
  const std::size_t jump_stride = text.size() > kLargeText ? kJumpStride : 1;
  const std::size_t block = std::clamp<std::size_t>(text.size() / kBlocks, 1, kPairsPerBlock);
  ForEachBlock(text.size(), block, [&](std::size_t begin, std::size_t end) {
    PairPosteriors posteriors(trained.candidates, trained.tables, trained.jumps, options.beam);
    for (std::size_t pair = begin; pair < end; ++pair) {
      const auto source = text.source().Sentence(pair);
      const auto target = text.target().Sentence(pair);
      if (source.empty() || target.empty()) continue;
      if (std::max(source.size(), target.size()) > options.longest) continue;
      posteriors.Run(source, target);
      CountPair(source, target, text.weight(pair), posteriors, &counts->tables);
      if (pair % jump_stride != 0) continue;
      posteriors.forward().CountJumps(text.weight(pair), &counts->forward);
      posteriors.backward().CountJumps(text.weight(pair), &counts->backward);
    }
  });
}

TranslationTables StepOfModel1(const ParallelText& text, const TrainedTables& trained,
                               const TableEstimator& estimator, double null_share) {
  CountTables counts = estimator.NoCounts();
  CountLinks(text, trained.candidates, trained.tables, {.null_share = null_share}, &counts);
  return estimator.Estimate(std::move(counts));
}

void StepOfHmm(const ParallelText& text, const TableEstimator& estimator,
               const TrainerOptions& options, const JumpTables& start, TrainedTables* trained) {
  HmmCounts counts{estimator.NoCounts(), {}, {}};
  CountHmm(text, *trained, options, &counts);
  trained->tables = estimator.Estimate(std::move(counts.tables));
  trained->jumps.forward = counts.forward.Estimate(start.forward);
  trained->jumps.backward = counts.backward.Estimate(start.backward);
}

TrainingProbe Probe(const TrainerOptions& options, const Prior& prior, const JumpTables& start) {
  ParallelText text;
  const std::string words[] = {"a", "bravo", "c1", "delta", "e", "bravos"};
  const std::size_t count = std::size(words);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string source[] = {words[i], words[(i + 1) % count], words[(i + 3) % count]};
    const std::string target[] = {words[(i + 1) % count], words[i]};
    text.Add(source, target);
  }
  TrainedTables trained = TrainTables(text, options, prior, start, nullptr);
  return {std::move(trained.tables), trained.jumps};
}

std::string KeyOf(const ParallelText& text, const TrainerOptions& options, const Prior& prior,
                  const TrainedTables& at_start) {
  const double numbers[] = {static_cast<double>(options.model1_iterations),
                            static_cast<double>(options.hmm_iterations),
                            options.null_share,
                            static_cast<double>(options.longest),
                            double{options.beam},
                            static_cast<double>(options.candidates.per_type),
                            prior.strength,
                            prior.class_strength,
                            prior.spelling_strength,
                            static_cast<double>(kLargeText),
                            static_cast<double>(kJumpStride)};
  return TrainingKey(text, at_start.tables, numbers, Probe(options, prior, at_start.jumps));
}

}  // namespace

TrainedTables TrainTables(const ParallelText& text, const TrainerOptions& options,
                          const Prior& prior, const JumpTables& start,
                          const TrainProgress& progress, const Checkpoint* checkpoint) {
  // Measured: a step of the HMM takes as long as four of Model 1, the start as three.
  const auto is_model1 = [&](int step) { return step < options.model1_iterations; };
  const int work = 3 + options.model1_iterations + 4 * options.hmm_iterations;
  int done = 0;
  const auto report = [&](int steps) {
    done += steps;
    if (progress) progress(static_cast<double>(done) / work);
  };
  TrainedTables trained{CandidateTable::Collect(text, options.candidates), {}, start};
  const TableEstimator estimator(text, trained.candidates, prior);
  trained.tables = estimator.Start();
  const std::string key = checkpoint == nullptr ? "" : KeyOf(text, options, prior, trained);
  int first = 0;
  if (auto state = checkpoint == nullptr ? std::nullopt : checkpoint->Load(key, trained.tables)) {
    trained.tables = std::move(state->tables);
    trained.jumps = state->jumps;
    first = static_cast<int>(state->steps);
  }
  report(3);
  for (int step = 0; step < options.model1_iterations + options.hmm_iterations; ++step) {
    if (step >= first) {
      if (is_model1(step)) {
        trained.tables = StepOfModel1(text, trained, estimator, options.null_share);
      } else {
        StepOfHmm(text, estimator, options, start, &trained);
      }
      if (checkpoint != nullptr) {
        checkpoint->Save(key, static_cast<std::uint32_t>(step + 1), trained.tables, trained.jumps);
      }
    }
    report(is_model1(step) ? 1 : 4);
  }
  return trained;
}

}  // namespace calque::internal
