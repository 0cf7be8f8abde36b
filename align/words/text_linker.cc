#include "align/words/text_linker.h"

#include <algorithm>
#include <cmath>

namespace calque::internal {
namespace {

// Of a text of more pairs, only the best candidates of each word are kept in memory.
constexpr std::size_t kLargeText = 20'000;
constexpr std::size_t kCandidates = 120;
// A text of so many pairs is worth a second step of EM on top of a model.
constexpr std::size_t kLongText = 600;
// What a model knows leaves few positions worth a look; without one, all are.
constexpr float kBeam = 1e-4F;

float BeamFor(const Model* model) { return model == nullptr ? 0.0F : kBeam; }

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
  plan.trainer.beam = BeamFor(model);
  plan.trainer.hmm_iterations = text.size() >= kLongText ? 2 : 1;
  return plan;
}

// No more digits than mean something, so that the last bit of a logarithm shows nowhere.
float Rounded(float probability) {
  constexpr float kSteps = 1e4F;
  return std::min(1.0F, std::round(probability * kSteps) / kSteps);
}

TrainedTables Adapt(const ParallelText& text, const Model* model, const TrainProgress& progress) {
  const Plan plan = PlanFor(text, model);
  return TrainTables(text, plan.trainer, plan.prior, plan.jumps, progress);
}

}  // namespace

TextLinker::TextLinker(const ParallelText& text, const Model* model, const LinkWeights* weights,
                       const TrainProgress& progress)
    : text_(text),
      weights_(weights),
      beam_(BeamFor(model)),
      trained_(Adapt(text, model, progress)),
      facts_(text, model) {}

std::vector<LinkCandidate> TextLinker::Candidates(std::size_t pair, Scratch* scratch) const {
  const auto source = text_.source().Sentence(pair);
  const auto target = text_.target().Sentence(pair);
  if (source.empty() || target.empty()) return {};
  scratch->posteriors.Run(source, target);
  return FindCandidates(text_, pair, scratch->posteriors, facts_);
}

std::vector<PairLink> TextLinker::Links(std::size_t pair, float threshold, Scratch* scratch) const {
  const std::vector<LinkCandidate> candidates = Candidates(pair, scratch);
  std::vector<float> probabilities;
  if (weights_ != nullptr) probabilities = RescoreLinks(candidates, *weights_, &scratch->grid);
  std::vector<PairLink> links;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const LinkCandidate& candidate = candidates[i];
    const float probability = Rounded(weights_ != nullptr ? probabilities[i] : candidate.joint);
    if (probability < threshold) continue;
    links.push_back(
        {.source = candidate.source, .target = candidate.target, .probability = probability});
  }
  return links;
}

}  // namespace calque::internal
