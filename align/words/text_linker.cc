#include "align/words/text_linker.h"

#include <algorithm>
#include <cmath>

namespace calque::internal {
namespace {

// Of a text of more pairs, only the best candidates of each word are kept in memory.
constexpr std::size_t kLargeText = 20'000;
constexpr std::size_t kCandidates = 120;

struct Plan {
  TrainerOptions trainer;
  Prior prior;
  JumpTables jumps;
};

Plan PlanFor(const ParallelText& text, const Model* model) {
  Plan plan;
  if (text.size() > kLargeText) plan.trainer.candidates.per_type = kCandidates;
  plan.prior.spelling_strength = 1.0;
  if (model == nullptr) {
    plan.prior.class_strength = 5.0;
    return plan;
  }
  plan.prior.lexicon = &model->lexicon();
  plan.prior.strength = 300.0;
  plan.jumps = model->jumps();
  plan.trainer.model1_iterations = 0;
  plan.trainer.hmm_iterations = 1;
  return plan;
}

TrainedTables Adapt(const ParallelText& text, const Model* model, const TrainProgress& progress) {
  const Plan plan = PlanFor(text, model);
  return TrainTables(text, plan.trainer, plan.prior, plan.jumps, progress);
}

}  // namespace

TextLinker::TextLinker(const ParallelText& text, const Model* model, const TrainProgress& progress)
    : text_(text), trained_(Adapt(text, model, progress)) {}

std::vector<PairLink> TextLinker::Links(std::size_t pair, float threshold,
                                        PairPosteriors* scratch) const {
  const auto source = text_.source().Sentence(pair);
  const auto target = text_.target().Sentence(pair);
  std::vector<PairLink> links;
  if (source.empty() || target.empty()) return links;
  scratch->Run(source, target);
  for (std::uint32_t s = 0; s < source.size(); ++s) {
    for (std::uint32_t t = 0; t < target.size(); ++t) {
      const float probability = std::sqrt(scratch->Forward(s, t) * scratch->Backward(s, t));
      if (probability >= threshold) links.push_back({s, t, std::min(1.0F, probability)});
    }
  }
  return links;
}

}  // namespace calque::internal
