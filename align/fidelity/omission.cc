// Omission and addition: sentences with no partner, and runs of words that the other side of their
// bead does not render.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "align/fidelity/builtin_checks.h"
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
    "sum",             // log-odds that the words of the run are lost, a word's at a time
    "content",         // log(1 + content words of the run)
    "share",           // content words of the run / of the bead
    "rest",            // mean log-odds of the content words outside the run: a loose translation
    "other-run",       // sum of the heaviest run of the other side: a paraphrase has one too
    "other-content",   // log(1 + content words of that run)
    "length",          // View::Excess
    "length-without",  // the same, the run taken off
    "edges",           // ends of the run where a clause or phrase has one, 0 to 2
    "moved",           // share of its content words that the neighbours' other side renders
    "clauses",         // whether it is made of whole clauses, or is a tail
    "alone",           // whether it is, and no other run of its side is long: no loose translation
    "room",            // log(1 + words there that render nothing, where its rendering would stand)
    "tail",            // whether no mark parts it from the words that it follows
};
const EvidenceModel kLostSentence{"omission-sentence", kSentenceFeatures};
const EvidenceModel kAddedSentence{"addition-sentence", kSentenceFeatures};
const EvidenceModel kLostPart{"omission-part", kPartFeatures};
const EvidenceModel kAddedPart{"addition-part", kPartFeatures};

constexpr std::uint32_t kNeighbours = 2;     // beads before and behind where text may have moved
constexpr std::uint32_t kFewestContent = 2;  // of a run worth looking at

struct Unrendered {
  UnrenderedRun run;
  bool clauses = false;  // whole ones, from mark to mark
  bool tail = false;     // a phrase that follows rendered words
};

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
        Part(i, here, &found);
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

  // What is left out or put in is mostly a clause from mark to mark: a word of it that something
  // renders by chance, or one beside it that nothing does, hides that from a run of words.
  Unrendered FindUnrendered(IndexRange<Token> here) const {
    constexpr float kMostOf = 0.5F;
    const UnrenderedRun run = HeaviestRun(view_.here(), view_.lost(), here);
    const UnrenderedRun clauses = HeaviestClauses(view_.here(), view_.lost(), here);
    const bool whole = clauses.sum > 0.0F && clauses.sum >= kMostOf * run.sum;
    if (whole) return {clauses, true, false};
    return {run, false, IsTail(here, run.tokens)};
  }

  // Whether the run is a phrase up to a mark, `by a gunman on the run`, that follows words which
  // are rendered.
  bool IsTail(IndexRange<Token> here, IndexRange<Token> run) const {
    constexpr float kRendered = -1.0F;  // at most, of the word before it
    constexpr std::uint32_t kFewestWords = 4;
    constexpr std::ptrdiff_t kMostRendered = 1;  // words of it, by chance
    if (run.empty() || run.begin == here.begin || view_.lost()[run.begin - 1] >= kRendered) {
      return false;
    }
    const Word& first = view_.here().words()[run.begin];
    const FidelityRules& rules = view_.here().rules();
    const auto lost = view_.lost().subspan(run.begin, run.size());
    return first.kind == WordClass::kFunction && !rules.apposing.Contains(first.folded) &&
           !rules.articles.Contains(first.folded) && MarkedEnds(view_, here, run) == 1 &&
           CountWords(view_.here(), run) >= kFewestWords &&
           std::ranges::count_if(lost, [](float odds) { return odds < 0.0F; }) <= kMostRendered;
  }

  // Whether every other run of the bead is short.
  bool IsAlone(IndexRange<Token> here, IndexRange<Token> run) const {
    constexpr float kShort = 8.0F;
    const auto sum = [&](IndexRange<Token> tokens) {
      return HeaviestRun(view_.here(), view_.lost(), tokens).sum;
    };
    return sum({here.begin, run.begin}) < kShort && sum({run.end, here.end}) < kShort;
  }

  void Part(std::uint32_t bead, IndexRange<Token> here, std::vector<Candidate>* found) const {
    const auto [run, clauses, tail] = FindUnrendered(here);
    const std::uint32_t content = CountContent(view_.here(), run.tokens);
    if (content < kFewestContent || IsExplanation(view_, here, run.tokens)) return;
    if (IsAttribution(view_, run.tokens)) return;
    if (IsSpareDatelineDate(view_, view_.here().SpanOf(run.tokens))) return;
    const IndexRange<Token> there = view_.There(beads_[bead]);
    Candidate candidate = Start(bead, run.tokens, there);
    candidate.model = view_.from_source() ? &kLostPart : &kAddedPart;
    const UnrenderedRun other = HeaviestRun(view_.there(), view_.lost_there(), there);
    const auto all = static_cast<float>(CountContent(view_.here(), here));
    candidate.features = {
        run.sum,
        std::log1p(static_cast<float>(content)),
        static_cast<float>(content) / all,
        view_.MeanLost(
            here, [](const Word& word) { return word.kind == WordClass::kContent; }, run.tokens),
        other.sum,
        std::log1p(static_cast<float>(CountContent(view_.there(), other.tokens))),
        view_.Excess(here, there),
        view_.Excess(here, there, run.tokens),
        static_cast<float>(MarkedEnds(view_, here, run.tokens) + (tail ? 1 : 0)),
        Moved(bead, run.tokens),
        clauses || tail ? 1.0F : 0.0F,
        (clauses || tail) && IsAlone(here, run.tokens) ? 1.0F : 0.0F,
        std::log1p(RoomIn(view_, SlotOf(view_, here, run.tokens), there)),
        tail ? 1.0F : 0.0F,
    };
    found->push_back(std::move(candidate));
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

const Check kOmissionCheck{"omission", &Run, kModels};

}  // namespace calque::internal
