// Text of the target that is still in the language of the source.
#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "align/fidelity/bead_sides.h"
#include "align/fidelity/message.h"
#include "align/fidelity/runs.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "sum",        // words that speak for the source's language less those that speak against it
    "words",      // log of the number of words of the run
    "share",      // words of the run / of the bead
    "functions",  // log(1 + function words of the source's language only)
    "copied",     // share of the run's words that stand in the source
    "foreign",    // log(1 + function words of the target's language only)
};
const EvidenceModel kModel{"untranslated", kFeatures};

constexpr std::uint32_t kFewestWords = 3;

// How much one word says that its text is in the language of the source.
constexpr float kSourceFunction = 1.0F;
constexpr float kTargetFunction = -1.0F;
constexpr float kCopied = 0.7F;
constexpr float kCopiedKnown = 0.25F;  // a word of both languages
constexpr float kSourceOnly = 0.4F;    // not copied, but a word of the source's language alone
constexpr float kOther = -0.7F;

class UntranslatedCheck {
 public:
  UntranslatedCheck(const Scene& scene, std::uint32_t bead)
      : sides_(scene, bead), source_(scene.source()), target_(scene.target()) {
    for (std::uint32_t i = sides_.here.begin; i < sides_.here.end; ++i) {
      if (!source_.words()[i].IsPunctuation()) copied_.insert(source_.words()[i].folded);
    }
  }

  // `scores`: room for one of each word of the target.
  std::vector<Candidate> Run(std::vector<float>* scores) const {
    if (CountWords(target_, sides_.there) < kFewestWords) return {};
    for (std::uint32_t i = sides_.there.begin; i < sides_.there.end; ++i) {
      (*scores)[i] = Score(target_.words()[i]);
    }
    const UnrenderedRun run = HeaviestRun(target_, *scores, sides_.there);
    if (CountWords(target_, run.tokens) < kFewestWords) return {};
    return {Describe(run)};
  }

 private:
  [[nodiscard]] bool SourceFunction(const Word& word) const {
    return source_.rules().function_words.Contains(word.folded);
  }
  [[nodiscard]] bool TargetFunction(const Word& word) const {
    return target_.rules().function_words.Contains(word.folded);
  }

  [[nodiscard]] float Score(const Word& word) const {
    if (word.IsPunctuation() || word.kind == WordClass::kNumber) return 0.0F;
    if (word.capital && !word.opens) return 0.0F;
    const bool source = SourceFunction(word);
    const bool target = TargetFunction(word);
    if (source && target) return 0.0F;
    if (source) return kSourceFunction;
    if (target) return kTargetFunction;
    const bool known = target_.lexicon() != nullptr && word.type != kUnknownType;
    if (copied_.contains(word.folded)) return known ? kCopiedKnown : kCopied;
    const bool source_only = !known && source_.lexicon() != nullptr &&
                             source_.lexicon()->Find(word.folded) != kUnknownType;
    return source_only ? kSourceOnly : kOther;
  }

  [[nodiscard]] Candidate Describe(const UnrenderedRun& run) const {
    float functions = 0.0F;
    float foreign = 0.0F;
    float copied = 0.0F;
    for (std::uint32_t i = run.tokens.begin; i < run.tokens.end; ++i) {
      const Word& word = target_.words()[i];
      if (word.IsPunctuation()) continue;
      const bool source = SourceFunction(word);
      const bool target = TargetFunction(word);
      functions += source && !target ? 1.0F : 0.0F;
      foreign += target && !source ? 1.0F : 0.0F;
      copied += copied_.contains(word.folded) ? 1.0F : 0.0F;
    }
    const auto words = static_cast<float>(CountWords(target_, run.tokens));
    Candidate candidate;
    candidate.category = "untranslated";
    candidate.model = &kModel;
    candidate.features = {run.sum,
                          std::log(words),
                          words / static_cast<float>(CountWords(target_, sides_.there)),
                          std::log1p(functions),
                          copied / words,
                          std::log1p(foreign)};
    candidate.bead = sides_.bead;
    candidate.source = source_.SpanOf(sides_.here);
    candidate.target = target_.SpanOf(run.tokens);
    candidate.message =
        Quoted(target_.Text(candidate.target)) + " is left in the language of the source.";
    return candidate;
  }

  BeadSides sides_;
  const SideView& source_;
  const SideView& target_;
  std::set<std::string_view> copied_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  std::vector<Candidate> found;
  const auto& rules = input.scene.source().rules();
  if (rules.function_words.empty() || input.scene.target().rules().function_words.empty())
    return found;
  std::vector<float> scores(input.scene.target().words().size());
  for (std::uint32_t i = 0; i < input.scene.bitext().beads.size(); ++i) {
    for (Candidate& candidate : UntranslatedCheck(input.scene, i).Run(&scores)) {
      found.push_back(std::move(candidate));
    }
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

extern const Check kUntranslatedCheck{"untranslated", &Run, kModels};

}  // namespace calque::internal
