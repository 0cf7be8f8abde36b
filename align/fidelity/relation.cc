// A bead whose sides do not translate each other at all.
#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/message.h"
#include "align/fidelity/runs.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "worse",     // mean log-odds that the words of a side are lost, of the side that is worse off
    "better",    // of the other side
    "rendered",  // share of the content words of both sides that are more likely rendered than lost
    "known",     // share of the content words of both sides that the lexicon knows
    "words",     // log of the words of the shorter side
    "values",    // values and names that agree across the sides, log(1 + n)
};
const EvidenceModel kModel{"unrelated", kFeatures};

struct SideSums {
  float lost = 0.0F;
  float rendered = 0.0F;
  float known = 0.0F;
  float content = 0.0F;
  float linked = 0.0F;  // mentions with a partner of their own
};

SideSums SumsOf(const View& view, const Bead& bead) {
  SideSums sums;
  const IndexRange<Token> tokens = view.Here(bead);
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Word& word = view.here().words()[i];
    if (word.kind != WordClass::kContent && word.kind != WordClass::kNumber) continue;
    sums.content += 1.0F;
    sums.lost += view.lost()[i];
    sums.rendered += view.lost()[i] < 0.0F ? 1.0F : 0.0F;
    sums.known += word.type == kUnknownType ? 0.0F : 1.0F;
  }
  const IndexRange<Mention> mentions = view.here().MentionsIn(view.here().SpanOf(tokens));
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    sums.linked += view.PartnerOf(m).by_itself ? 1.0F : 0.0F;
  }
  return sums;
}

std::vector<Candidate> Run(const CheckInput& input) {
  const View source(input.scene, View::From::kSource);
  const View target(input.scene, View::From::kTarget);
  std::vector<Candidate> found;
  if (source.here().lexicon() == nullptr) return found;
  const std::vector<Bead>& beads = input.scene.bitext().beads;
  // In a document the aligner has judged already: two words are not enough to overrule it.
  const float fewest = input.scope == FidelityScope::kDocument ? 2.0F : 1.0F;
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    const SideSums ours = SumsOf(source, beads[i]);
    const SideSums theirs = SumsOf(target, beads[i]);
    if (std::min(ours.content, theirs.content) < fewest) continue;
    const float a = ours.lost / ours.content;
    const float b = theirs.lost / theirs.content;
    const float content = ours.content + theirs.content;
    Candidate candidate;
    candidate.category = "unrelated";
    candidate.model = &kModel;
    candidate.features = {std::max(a, b),
                          std::min(a, b),
                          (ours.rendered + theirs.rendered) / content,
                          (ours.known + theirs.known) / content,
                          std::log(std::min(ours.content, theirs.content)),
                          std::log1p(ours.linked)};
    candidate.bead = i;
    candidate.source = source.here().SpanOf(source.Here(beads[i]));
    candidate.target = target.here().SpanOf(target.Here(beads[i]));
    candidate.message = Quoted(target.here().Text(candidate.target)) +
                        " does not look like a translation of " +
                        Quoted(source.here().Text(candidate.source)) + ".";
    found.push_back(std::move(candidate));
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

const Check kRelationCheck{"relation", &Run, kModels};

}  // namespace calque::internal
