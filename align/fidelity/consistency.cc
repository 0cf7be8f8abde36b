// One name of the source written in two ways in the translation.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "align/base/bead_index.h"
#include "align/base/mention_kind.h"
#include "align/base/utf8.h"
#include "align/fidelity/check.h"
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

// The bead of the sentence in which a place begins; kInNoBead where there is none.
std::uint32_t BeadAt(const Document& document, const std::vector<std::uint32_t>& bead_of,
                     ByteSpan place) {
  const auto sentence =
      std::partition_point(document.sentences.begin(), document.sentences.end(),
                           [&](const Sentence& each) { return each.span.end <= place.begin; });
  if (sentence == document.sentences.end() || sentence->span.begin > place.begin) return kInNoBead;
  return bead_of[static_cast<std::size_t>(sentence - document.sentences.begin())];
}

std::vector<Candidate> Run(const CheckInput& input) {
  std::vector<Candidate> found;
  if (input.scope == FidelityScope::kLines) return found;
  const Bitext& bitext = input.scene.bitext();
  const std::vector<std::uint32_t> bead_of =
      BeadsOfSentences(bitext.beads, &Bead::source, bitext.source.sentences.size());
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
      Candidate candidate = Describe(bitext, usual->second, other->second, alike);
      candidate.bead = BeadAt(bitext.source, bead_of, candidate.source);
      if (candidate.bead != kInNoBead) found.push_back(std::move(candidate));
    }
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

extern const Check kConsistencyCheck{"consistency", &Run, kModels};

}  // namespace calque::internal
