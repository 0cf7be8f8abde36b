// Reported as alleged on one side, stated as a fact on the other.
#include <cmath>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "align/fidelity/check.h"
#include "align/fidelity/message.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "cue-lost",  // log-odds that nothing renders the hedging word
    // The other side has more words that may hedge, `according to`, a conditional: `police said`
    // renders no `alleged` where both sides say it.
    "weak",
    "cues",    // hedging words of this side
    "length",  // log(1 + tokens of the other side)
};
const EvidenceModel kLost{"hedge-lost", kFeatures};
const EvidenceModel kAdded{"hedge-added", kFeatures};

std::vector<IndexRange<Token>> PhrasesIn(const SideView& side, IndexRange<Token> tokens,
                                         const PhraseSet& phrases) {
  const std::vector<std::string_view> folded = side.Folded(tokens);
  std::vector<IndexRange<Token>> found;
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t length = phrases.LengthAt(std::span(folded).subspan(i));
    const auto begin = static_cast<std::uint32_t>(tokens.begin + i);
    if (length > 0) found.push_back({begin, static_cast<std::uint32_t>(begin + length)});
    i += length > 0 ? length : 1;
  }
  return found;
}

// Words that may hedge, those of saying too.
std::ptrdiff_t WeakIn(const SideView& side, IndexRange<Token> tokens) {
  const std::vector<std::string_view> folded = side.Folded(tokens);
  std::ptrdiff_t count = 0;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto rest = std::span(folded).subspan(i);
    const bool hedges = side.rules().weak_hedges.LengthAt(rest) > 0;
    if (hedges || side.rules().says.LengthAt(rest) > 0) ++count;
  }
  return count;
}

std::vector<Candidate> RunSide(const View& view) {
  const std::vector<Bead>& beads = view.scene().bitext().beads;
  std::vector<Candidate> found;
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    const IndexRange<Token> there = view.There(beads[i]);
    const auto cues = PhrasesIn(view.here(), view.Here(beads[i]), view.here().rules().hedges);
    if (cues.empty() || there.empty()) continue;
    if (!PhrasesIn(view.there(), there, view.there().rules().hedges).empty()) continue;
    const bool weak = WeakIn(view.there(), there) > WeakIn(view.here(), view.Here(beads[i]));
    Candidate candidate;
    candidate.category = view.from_source() ? "hedge-lost" : "hedge-added";
    candidate.model = view.from_source() ? &kLost : &kAdded;
    candidate.features = {view.lost()[cues.front().begin], weak ? 1.0F : 0.0F,
                          static_cast<float>(cues.size()),
                          std::log1p(static_cast<float>(there.size()))};
    candidate.bead = i;
    const ByteSpan span = view.here().SpanOf(cues.front());
    SetSpans(view, span, view.there().SpanOf(there), &candidate);
    const std::string quoted = Quoted(view.here().Text(span));
    candidate.message =
        view.from_source() ? "The source says " + quoted + "; the translation states it as a fact."
                           : "The translation says " + quoted + "; the source states it as a fact.";
    found.push_back(std::move(candidate));
  }
  return found;
}

std::vector<Candidate> Run(const CheckInput& input) { return FromBothSides(input.scene, RunSide); }

constexpr const EvidenceModel* kModels[] = {&kLost, &kAdded};

}  // namespace

extern const Check kHedgeCheck{"hedge", &Run, kModels};

}  // namespace calque::internal
