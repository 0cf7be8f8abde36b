// Omission and addition: sentences with no partner, and runs of words that the other side of their
// bead does not render.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "align/entities/values.h"
#include "align/fidelity/check.h"
#include "align/fidelity/coverage.h"
#include "align/fidelity/desk_habits.h"
#include "align/fidelity/message.h"
#include "align/fidelity/runs.h"
#include "align/fidelity/slot.h"
#include "align/fidelity/two_sides.h"
#include "align/fidelity/value_habits.h"

namespace calque::internal {
namespace {

constexpr std::string_view kSentenceFeatures[] = {
    "words",     // log of the number of words
    "rendered",  // share of its content words that the neighbours' other side renders
};
constexpr std::string_view kPartFeatures[] = {
    "sum",         // log(1 + the log-odds that the words of the run are lost, a word's at a time)
    "content",     // log(1 + content words of the run)
    "share",       // content words of the run / of the bead
    "mean",        // mean log-odds that its content words are lost
    "before",      // whether it begins at a mark or an end of the bead
    "behind",      // whether it ends at one
    "opener",      // whether its first word opens a phrase, `in`, `which`, `and`
    "first",       // whether the bead begins with it
    "room",        // log(1 + words there that render nothing, where its rendering would stand)
    "other-run",   // log(1 + sum of the heaviest run of the other side): a paraphrase has one too
    "other-lost",  // log-odds of the content words of the other side more likely lost than not
    "length",      // View::Excess
    "verbose",     // log of how much longer texts of its language are: its words weigh less
    "moved",       // share of its content words that the neighbours' other side renders
};
const EvidenceModel kLostSentence{"omission-sentence", kSentenceFeatures};
const EvidenceModel kAddedSentence{"addition-sentence", kSentenceFeatures};
const EvidenceModel kLostPart{"omission-part", kPartFeatures};
const EvidenceModel kAddedPart{"addition-part", kPartFeatures};

constexpr std::uint32_t kNeighbours = 2;     // beads before and behind where text may have moved
constexpr std::uint32_t kFewestContent = 2;  // of a run worth looking at

class SideCheck {
 public:
  SideCheck(const CheckInput& input, const View& view)
      : input_(input), view_(view), beads_(input.scene.bitext().beads) {}

  std::vector<Candidate> Run() {
    std::vector<Candidate> found;
    for (std::uint32_t i = 0; i < beads_.size(); ++i) {
      const IndexRange<Token> here = view_.Here(beads_[i]);
      if (CountContent(view_.here(), here) == 0) continue;
      if (CountWords(view_.there(), view_.There(beads_[i])) == 0) {
        if (IsSubhead(view_.here(), here) || IsRewrittenHeadline(view_, here)) continue;
        found.push_back(Sentence(i, here));
      } else if (view_.here().lexicon() != nullptr) {
        Parts(i, here, &found);
      }
    }
    return found;
  }

 private:
  // Share of the content words of `tokens` that a neighbour of the bead renders.
  float Moved(std::uint32_t bead, IndexRange<Token> tokens) const {
    if (input_.scope == FidelityScope::kLines) return 0.0F;
    const std::uint32_t first = bead < kNeighbours ? 0 : bead - kNeighbours;
    const auto last =
        std::min<std::uint32_t>(bead + kNeighbours + 1, static_cast<std::uint32_t>(beads_.size()));
    std::vector<bool> rendered(tokens.size(), false);
    for (std::uint32_t i = first; i < last; ++i) {
      if (i == bead) continue;
      const auto evidence = FindEvidence(view_, tokens, view_.There(beads_[i]));
      for (std::size_t j = 0; j < evidence.size(); ++j) {
        rendered[j] = rendered[j] || Renders(evidence[j]);
      }
    }
    float share = 0.0F;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (view_.here().words()[i].HasContent() && rendered[i - tokens.begin]) share += 1.0F;
    }
    return share / static_cast<float>(std::max(1U, CountContent(view_.here(), tokens)));
  }

  static bool Renders(const WordEvidence& evidence) {
    constexpr float kLexical = 0.7F;
    constexpr float kForm = 0.75F;
    return evidence.lexical >= kLexical || evidence.form >= kForm;
  }

  // `rendering`: what stands for the bead on the other side, if anything does.
  Candidate Start(std::uint32_t bead, IndexRange<Token> tokens, IndexRange<Token> rendering) const {
    Candidate candidate;
    candidate.bead = bead;
    candidate.category = view_.from_source() ? "omission" : "addition";
    const ByteSpan span = view_.here().SpanOf(tokens);
    SetSpans(view_, span, view_.there().SpanOf(rendering), &candidate);
    const std::string quoted = Quoted(view_.here().Text(span));
    candidate.message = view_.from_source() ? quoted + " is not in the translation."
                                            : quoted + " is in the translation only.";
    return candidate;
  }

  Candidate Sentence(std::uint32_t bead, IndexRange<Token> here) const {
    Candidate candidate = Start(bead, here, {});
    candidate.model = view_.from_source() ? &kLostSentence : &kAddedSentence;
    candidate.features = {std::log(static_cast<float>(CountWords(view_.here(), here))),
                          Moved(bead, here)};
    return candidate;
  }

  // What is left out or put in is mostly a clause from mark to mark or a phrase up to one: a word
  // of it that something renders by chance, or one beside it that nothing does, hides that from a
  // run of words. Which of them it is, their evidence tells.
  void Parts(std::uint32_t bead, IndexRange<Token> here, std::vector<Candidate>* found) const {
    const UnrenderedRun runs[] = {HeaviestClauses(view_.here(), view_.lost(), here),
                                  HeaviestPhrase(view_.here(), view_.lost(), here),
                                  HeaviestRun(view_.here(), view_.lost(), here)};
    for (const UnrenderedRun& run : runs) {
      const auto* same = std::ranges::find(runs, run.tokens, &UnrenderedRun::tokens);
      if (same == &run && IsPart(here, run.tokens)) found->push_back(Part(bead, here, run));
    }
  }

  bool IsPart(IndexRange<Token> here, IndexRange<Token> run) const {
    return CountContent(view_.here(), run) >= kFewestContent && !IsExplanation(view_, here, run) &&
           !IsAttribution(view_, run) && !IsSpareDatelineDate(view_, view_.here().SpanOf(run)) &&
           !AreValues(run) && !IsRewrittenHeadline(view_, run);
  }

  // Whether the run is nothing but values, which have checks that know more of them: `8 a.m. EST`
  // is `1300 GMT`.
  bool AreValues(IndexRange<Token> run) const {
    const SideView& side = view_.here();
    const IndexRange<Mention> inside = side.MentionsIn(side.SpanOf(run));
    const auto mentions = side.mentions().subspan(inside.begin, inside.size());
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      const ByteSpan token = side.document().tokens[i].span;
      const bool covered = std::ranges::any_of(mentions, [&](const Mention& mention) {
        return IsValueKey(mention.key) && mention.span.Contains(token);
      });
      if (side.words()[i].HasContent() && !covered) return false;
    }
    return true;
  }

  Candidate Part(std::uint32_t bead, IndexRange<Token> here, const UnrenderedRun& run) const {
    const IndexRange<Token> there = view_.There(beads_[bead]);
    const auto content = static_cast<float>(CountContent(view_.here(), run.tokens));
    const Unrendered ours = UnrenderedContent(view_.here(), view_.lost(), run.tokens);
    const Unrendered theirs = UnrenderedContent(view_.there(), view_.lost_there(), there);
    const UnrenderedRun other = HeaviestRun(view_.there(), view_.lost_there(), there);
    const double expected = view_.scene().expected_length();
    Candidate candidate = Start(bead, run.tokens, there);
    candidate.model = view_.from_source() ? &kLostPart : &kAddedPart;
    candidate.features = {
        std::log1p(run.sum),
        std::log1p(content),
        content / static_cast<float>(CountContent(view_.here(), here)),
        ours.mean,
        Flag(IsMarkedBefore(view_, here, run.tokens)),
        Flag(IsMarkedBehind(view_, here, run.tokens)),
        Flag(OpensPhrase(view_.here(), run.tokens.begin)),
        Flag(run.tokens.begin == here.begin),
        std::log1p(RoomIn(view_, SlotOf(view_, here, run.tokens), there)),
        std::log1p(other.sum),
        theirs.sum,
        view_.Excess(here, there),
        static_cast<float>(view_.from_source() ? -expected : expected),
        Moved(bead, run.tokens),
    };
    return candidate;
  }

  const CheckInput& input_;
  View view_;
  const std::vector<Bead>& beads_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  return FromBothSides(input.scene, [&](const View& view) { return SideCheck(input, view).Run(); });
}

constexpr const EvidenceModel* kModels[] = {&kLostSentence, &kAddedSentence, &kLostPart,
                                            &kAddedPart};

}  // namespace

extern const Check kOmissionCheck{"omission", &Run, kModels};

}  // namespace calque::internal
