// Terms that are not rendered as the glossary says.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "align/fidelity/check.h"
#include "align/fidelity/glossary.h"
#include "align/fidelity/message.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "forbidden",  // the target has a rendering that the glossary forbids
    "missing",    // share of the term's occurrences that no allowed rendering answers
    "words",      // words of the term
};
const EvidenceModel kModel{"term", kFeatures};

std::size_t CountAny(const SideView& side, IndexRange<Token> tokens,
                     const std::vector<FoldedTerm>& terms) {
  std::size_t count = 0;
  for (const FoldedTerm& term : terms) count += FindTerm(side, tokens, term).size();
  return count;
}

// The first rendering found; empty where there is none.
IndexRange<Token> FirstOf(const SideView& side, IndexRange<Token> tokens,
                          const std::vector<FoldedTerm>& terms) {
  for (const FoldedTerm& term : terms) {
    const auto found = FindTerm(side, tokens, term);
    if (!found.empty()) return found.front();
  }
  return {};
}

std::string MessageOf(const Glossary::Entry& entry, const std::string& forbidden) {
  if (!forbidden.empty()) {
    return "The glossary forbids " + forbidden + " for " + Quoted(entry.shown) + ".";
  }
  std::string wanted;
  for (const std::string& rendering : entry.shown_renderings) {
    wanted += (wanted.empty() ? "" : " or ") + Quoted(rendering);
  }
  return "The glossary renders " + Quoted(entry.shown) + " as " + wanted +
         ", which is not in the translation.";
}

std::vector<Candidate> RunBead(const CheckInput& input, std::uint32_t index,
                               const Glossary::Entry& entry) {
  const Bead& bead = input.scene.bitext().beads[index];
  const SideView& target = input.scene.target();
  const IndexRange<Token> there = target.TokensOf(bead.target);
  const auto places =
      FindTerm(input.scene.source(), input.scene.source().TokensOf(bead.source), entry.source);
  if (places.empty() || there.empty()) return {};
  const std::size_t answers = CountAny(target, there, entry.renderings);
  const IndexRange<Token> forbidden = FirstOf(target, there, entry.forbidden);
  const bool missing = !entry.renderings.empty() && answers < places.size();
  if (!missing && forbidden.empty()) return {};
  Candidate candidate;
  candidate.category = "term";
  candidate.model = &kModel;
  const auto all = static_cast<float>(places.size());
  candidate.features = {forbidden.empty() ? 0.0F : 1.0F,
                        missing ? (all - static_cast<float>(answers)) / all : 0.0F,
                        static_cast<float>(entry.source.size())};
  candidate.bead = index;
  candidate.source = input.scene.source().SpanOf(places.front());
  candidate.target = target.SpanOf(forbidden.empty() ? there : forbidden);
  candidate.message =
      MessageOf(entry, forbidden.empty() ? std::string() : Quoted(target.Text(candidate.target)));
  return {std::move(candidate)};
}

std::vector<Candidate> Run(const CheckInput& input) {
  std::vector<Candidate> found;
  if (input.glossary == nullptr) return found;
  const std::vector<Bead>& beads = input.scene.bitext().beads;
  const SideView& source = input.scene.source();
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    for (const std::uint32_t entry :
         input.glossary->EntriesIn(source, source.TokensOf(beads[i].source))) {
      for (Candidate& candidate : RunBead(input, i, input.glossary->entries()[entry])) {
        found.push_back(std::move(candidate));
      }
    }
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

extern const Check kTermsCheck{"terms", &Run, kModels};

}  // namespace calque::internal
