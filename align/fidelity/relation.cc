// A bead whose sides translate each other loosely, or not at all.
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/fidelity/check.h"
#include "align/fidelity/desk_habits.h"
#include "align/fidelity/message.h"
#include "align/fidelity/runs.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "worse",   // of ten words of a side, how many are likely lost: of the side that is worse off
    "better",  // of the other side
    "known",   // share of the content words of both sides that the lexicon knows
    "words",   // log of the words of the shorter side
    "length",  // View::Excess, whichever side it is of
    "values",  // values and names that agree across the sides, log(1 + n)
    "placed",  // the bead has neighbours that place it: it is of a document
};
const EvidenceModel kUnrelated{"unrelated", kFeatures};
const EvidenceModel kLoose{"loose", kFeatures};

struct SideSums {
  float words = 0.0F;
  float lost = 0.0F;  // how many words are expected to be lost
  float content = 0.0F;
  float known = 0.0F;
  float linked = 0.0F;  // mentions with a partner of their own
};

// Function words count too: those of two sentences that have nothing in common find each other less
// often than those of a free translation. Words that explain a name do not count.
SideSums SumsOf(const View& view, const Bead& bead) {
  SideSums sums;
  const IndexRange<Token> tokens = view.Here(bead);
  const IndexRange<Token> run = HeaviestRun(view.here(), view.lost(), tokens).tokens;
  const bool explains = !run.empty() && IsExplanation(view, tokens, run);
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Word& word = view.here().words()[i];
    if (word.IsPunctuation() || (explains && i >= run.begin && i < run.end)) continue;
    sums.words += 1.0F;
    sums.lost += 1.0F / (1.0F + std::exp(-view.lost()[i]));
    if (word.kind == WordClass::kFunction) continue;
    sums.content += 1.0F;
    sums.known += word.type == kUnknownType ? 0.0F : 1.0F;
  }
  const IndexRange<Mention> mentions = view.here().MentionsIn(view.here().SpanOf(tokens));
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    sums.linked += view.PartnerOf(m).answers() ? 1.0F : 0.0F;
  }
  return sums;
}

std::vector<float> FeaturesOf(const SideSums& ours, const SideSums& theirs, float excess,
                              FidelityScope scope) {
  const float a = ours.lost / ours.words;
  const float b = theirs.lost / theirs.words;
  return {10.0F * std::max(a, b),
          10.0F * std::min(a, b),
          (ours.known + theirs.known) / std::max(1.0F, ours.content + theirs.content),
          std::log(std::min(ours.words, theirs.words)),
          std::abs(excess),
          std::log1p(ours.linked),
          Flag(scope == FidelityScope::kDocument)};
}

std::string LooseMessage(const SideSums& ours, const SideSums& theirs) {
  const bool source = ours.lost / ours.words >= theirs.lost / theirs.words;
  const SideSums& side = source ? ours : theirs;
  return "About " + std::to_string(std::lround(side.lost)) + " of the " +
         std::to_string(std::lround(side.words)) + " words of the " +
         (source ? "source" : "translation") + " have no counterpart in the " +
         (source ? "translation." : "source.");
}

std::vector<Candidate> Run(const CheckInput& input) {
  const View source(input.scene, View::From::kSource);
  const View target(input.scene, View::From::kTarget);
  std::vector<Candidate> found;
  if (source.here().lexicon() == nullptr) return found;
  const std::vector<Bead>& beads = input.scene.bitext().beads;
  // In a document the aligner has judged already: two words are not enough to overrule it.
  const float fewest = input.scope == FidelityScope::kDocument ? 2.0F : 0.0F;
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    const SideSums ours = SumsOf(source, beads[i]);
    const SideSums theirs = SumsOf(target, beads[i]);
    if (std::min(ours.content, theirs.content) < fewest) continue;
    if (std::min(ours.words, theirs.words) < 1.0F) continue;
    if (IsRewrittenHeadline(source, source.Here(beads[i]))) continue;
    if (IsRewrittenHeadline(target, target.Here(beads[i]))) continue;
    Candidate candidate;
    candidate.features = FeaturesOf(
        ours, theirs, source.Excess(source.Here(beads[i]), target.Here(beads[i])), input.scope);
    candidate.bead = i;
    candidate.source = source.here().SpanOf(source.Here(beads[i]));
    candidate.target = target.here().SpanOf(target.Here(beads[i]));
    candidate.category = "loose";
    candidate.model = &kLoose;
    candidate.message = LooseMessage(ours, theirs);
    found.push_back(candidate);
    candidate.category = "unrelated";
    candidate.model = &kUnrelated;
    candidate.message = Quoted(target.here().Text(candidate.target)) + " stands for " +
                        Quoted(source.here().Text(candidate.source)) +
                        " and does not look like its translation.";
    found.push_back(std::move(candidate));
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kLoose, &kUnrelated};

}  // namespace

extern const Check kRelationCheck{"relation", &Run, kModels};

}  // namespace calque::internal
