// One name of the source written in two ways in the translation.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "align/base/utf8.h"
#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/form.h"
#include "align/fidelity/message.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "alike",       // FormSimilarity of the two ways
    "seen",        // how often the rarer way occurs
    "link-score",  // of the weaker of the two entity links
};
const EvidenceModel kModel{"name-inconsistent", kFeatures};

constexpr float kVariant = 0.6F;  // less alike: two names, not two ways to write one

bool IsName(MentionKind kind) { return kind <= MentionKind::kOther; }

struct Rendering {
  const EntityLink* first = nullptr;
  float score = 0.0F;
  int seen = 0;
};
using Renderings = std::map<std::string, Rendering>;  // by folded target text

std::map<std::string, Renderings> RenderingsBySource(const Scene& scene) {
  const Bitext& bitext = scene.bitext();
  std::map<std::string, Renderings> names;
  for (const EntityLink& link : bitext.entities) {
    const Mention& source = bitext.source_mentions[link.source];
    const Mention& target = bitext.target_mentions[link.target];
    // `Egypt` is `Egypte` and `Egyptian`: a place and who lives there are not one name.
    if (!IsName(source.kind) || source.kind != target.kind) continue;
    if (scene.source().ListedAt(source.span).demonym) continue;
    if (scene.target().ListedAt(target.span).demonym) continue;
    if (!IsUpper(DecodeAt(target.span.In(bitext.target.text), 0).value)) continue;
    Rendering& rendering =
        names[Fold(source.span.In(bitext.source.text))][Fold(target.span.In(bitext.target.text))];
    if (rendering.first == nullptr) rendering.first = &link;
    rendering.score = std::max(rendering.score, link.score);
    ++rendering.seen;
  }
  return names;
}

bool IsPartOf(const std::string& part, const std::string& whole) {
  return whole.find(part) != std::string::npos;
}

Candidate Describe(const Bitext& bitext, const Rendering& usual, const Rendering& rare,
                   float alike) {
  const auto span = [&](const Rendering& r) {
    return bitext.target_mentions[r.first->target].span;
  };
  const auto text = [&](const Rendering& r) { return Quoted(span(r).In(bitext.target.text)); };
  Candidate candidate;
  candidate.category = "name-inconsistent";
  candidate.model = &kModel;
  candidate.features = {alike, static_cast<float>(rare.seen), std::min(usual.score, rare.score)};
  candidate.source = bitext.source_mentions[rare.first->source].span;
  candidate.target = span(rare);
  candidate.message = Quoted(candidate.source.In(bitext.source.text)) + " is written " +
                      text(usual) + " and " + text(rare) + ".";
  return candidate;
}

// The bead that holds a place of the source.
std::uint32_t BeadAt(const Scene& scene, ByteSpan source) {
  const std::vector<Bead>& beads = scene.bitext().beads;
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    if (scene.source().SpanOf(scene.source().TokensOf(beads[i].source)).Contains(source)) return i;
  }
  return 0;
}

std::vector<Candidate> Run(const CheckInput& input) {
  std::vector<Candidate> found;
  if (input.scope == FidelityScope::kLines) return found;
  for (const auto& [name, renderings] : RenderingsBySource(input.scene)) {
    const auto usual = std::max_element(renderings.begin(), renderings.end(), [](auto& a, auto& b) {
      return a.second.seen < b.second.seen;
    });
    for (auto other = renderings.begin(); other != renderings.end(); ++other) {
      if (other == usual || IsPartOf(other->first, usual->first) ||
          IsPartOf(usual->first, other->first)) {
        continue;
      }
      const float alike = FormSimilarity(usual->first, other->first);
      if (alike < kVariant) continue;
      found.push_back(Describe(input.scene.bitext(), usual->second, other->second, alike));
      found.back().bead = BeadAt(input.scene, found.back().source);
    }
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

const Check kConsistencyCheck{"consistency", &Run, kModels};

}  // namespace calque::internal
