// Negation lost or added: a cue of one side that no cue of the other answers.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "align/fidelity/check.h"
#include "align/fidelity/message.h"
#include "align/fidelity/negation_answers.h"
#include "align/fidelity/negation_evidence.h"
#include "align/fidelity/negation_place.h"
#include "align/fidelity/negation_words.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "weak-near",      // how near a weak cue there stands to where the answer is expected, in [0, 1]
    "weak-taken",     // the same of a weak cue that renders one of this side
    "loose-near",     // the same of a loose cue
    "denied",         // a word linked to what is negated denies it by its form, `impossible`; or
                      // it denies that word, `not unusual`, or by a weak cue, `rien n'empêche`
    "head-rendered",  // lexical evidence that what is linked to the negated word renders it
    "cue-linked",     // probability of the best link of the cue to a word that means something
    "cue-function",   // the same, to a function word
    "auxiliary",      // the same of what a cue of two words encloses: `n'est pas`
    "closer-weak",    // the cue may be weak elsewhere, `ne … plus`
    "asks",           // it stands in a question
    "none-there",     // the other side has no cue at all
    "bracketed",      // a cue of two words, `ne … pas`
    "rendered",       // share of the content words of this side that have a sure link
    "length",         // log of the number of words of this side
    "length-ratio",   // View::Excess
    "denial",         // it negates a weak cue that is rendered: `did not rule out`
    "strong-near",    // as weak-near, of a strong cue, which answers another
    "loose-there",    // content words there that render nothing about where the answer is expected
    "denying-there",  // one of them denies by its form: `incapable`
    "beside",         // share of the words around that are linked to words about that place
    "stated",         // a word that it denies is said plainly there, see PlainPolesOf
    "contrary",       // or its opposite is
};
const EvidenceModel kUnanswered{"negation", kFeatures};

// Of a weak cue of which what follows is not so, `refused to`, and that no cue there renders.
constexpr std::string_view kDenialFeatures[] = {
    "weak-near",     "weak-taken", "loose-near",  // as above
    "denied",         // what renders the head denies it by its form, or may
    "head-rendered",  // lexical evidence of the head, or some for a sure link alone
    "cue-linked",     // probability of the best link of the cue to a word that means something
    "cue-lexical",    // lexical evidence of the cue: it is rendered after all
    "cue-function",   // as above
    "particle",       // the cue has no word that means something: `without`
    "length",         // log of the number of words of this side
};
const EvidenceModel kDenial{"denial", kDenialFeatures};

// One bead seen from the side whose cue may be lost.
class BeadCheck {
 public:
  // `ours` and `theirs`: all cues of the bead.
  BeadCheck(const View& view, std::uint32_t index, const std::vector<NegationCue>& ours,
            const std::vector<NegationCue>& theirs)
      : view_(view),
        index_(index),
        here_(view.Here(view.scene().bitext().beads[index])),
        there_(view.There(view.scene().bitext().beads[index])),
        answers_(view, here_, there_, ours, theirs) {}

  [[nodiscard]] std::vector<Candidate> Run() const {
    std::vector<Candidate> found;
    const auto unanswered = answers_.unanswered();
    ContrastWords contrasts;
    if (!unanswered.empty()) {
      contrasts = {FindContrastWords(view_.here(), here_),
                   FindContrastWords(view_.there(), there_)};
    }
    for (const NegationCue* cue : unanswered) {
      found.push_back(Describe(*cue, kUnanswered, FeaturesOf(*cue, contrasts)));
      found.back().words = NegationWords(view_, *cue, here_, there_, answers_.theirs());
    }
    for (const NegationCue* cue : answers_.LostDenials()) {
      found.push_back(Describe(*cue, kDenial, DenialFeaturesOf(*cue)));
    }
    return found;
  }

 private:
  struct ContrastWords {
    std::vector<ContrastWord> ours;
    std::vector<ContrastWord> theirs;
  };

  [[nodiscard]] std::vector<float> FeaturesOf(const NegationCue& cue,
                                              const ContrastWords& contrasts) const {
    const double place = ExpectedPlace(view_, cue.head, here_, there_);
    const PlainPoles plain = PlainPolesOf(view_, contrasts.ours, contrasts.theirs, cue);
    const FidelityRules& rules = view_.here().rules();
    const std::string& closer = view_.here().words()[cue.tokens.end - 1].folded;
    const bool may_be_weak =
        rules.weak_negations.Contains(closer) || rules.loose_negations.Contains(closer);
    return {
        answers_.FreeWeakNear(cue),
        answers_.TakenWeakNear(cue),
        answers_.LooseNear(cue),
        Flag(LinkedDenies(view_, Shown(cue)) || answers_.DeniesDenial(cue)),
        HeadRendered(view_, cue),
        CueLink(view_, cue, WordClass::kContent),
        CueLink(view_, cue, WordClass::kFunction),
        BestLink(view_, cue.middle, WordClass::kFunction),
        Flag(may_be_weak),
        Flag(Asks(view_.here(), cue.tokens.begin, here_.end)),
        Flag(answers_.theirs().empty()),
        Flag(!cue.middle.empty()),
        ShareLinked(view_, here_),
        std::log(static_cast<float>(here_.size())),
        view_.Excess(here_, there_),
        Flag(answers_.DeniesRendered(cue)),
        answers_.StrongNear(cue),
        LooseAbout(view_, there_, place),
        Flag(DenyingAbout(view_, there_, place)),
        ShareBeside(view_, here_, cue, place),
        plain.same,
        plain.opposite,
    };
  }

  [[nodiscard]] std::vector<float> DenialFeaturesOf(const NegationCue& cue) const {
    constexpr float kByLink = 0.6F;  // forms that the lexicon does not know: `rétabli`, `restore`
    const bool linked = BestLink(view_, {cue.head, cue.head + 1}, WordClass::kContent) >= kSureLink;
    bool means = false;
    cue.VisitNegating([&](std::uint32_t i) {
      means = means || view_.here().words()[i].kind == WordClass::kContent;
    });
    return {
        answers_.FreeWeakNear(cue),
        answers_.TakenWeakNear(cue),
        answers_.LooseNear(cue),
        Flag(LinkedDenies(view_, Shown(cue)) || HeadMayDeny(view_, cue)),
        std::max(view_.coverage().evidence[cue.head].lexical, linked ? kByLink : 0.0F),
        CueLink(view_, cue, WordClass::kContent),
        LexicalOf(view_, cue),
        CueLink(view_, cue, WordClass::kFunction),
        Flag(!means),
        std::log(static_cast<float>(here_.size())),
    };
  }

  [[nodiscard]] IndexRange<Token> Shown(const NegationCue& cue) const {
    return PlaceOf(view_.here(), here_, cue);
  }

  [[nodiscard]] Candidate Describe(const NegationCue& cue, const EvidenceModel& model,
                                   std::vector<float> features) const {
    Candidate candidate;
    candidate.bead = index_;
    candidate.category = view_.from_source() ? "negation-lost" : "negation-added";
    candidate.model = &model;
    candidate.features = std::move(features);
    const ByteSpan here = view_.here().SpanOf(Shown(cue));
    SetSpans(view_, here, view_.there().SpanOf(there_), &candidate);
    const std::string quoted = Quoted(view_.here().Text(here));
    candidate.message =
        view_.from_source()
            ? "The negation in " + quoted + " has no counterpart in the translation."
            : "The translation says " + quoted + "; the source has no negation there.";
    return candidate;
  }

  const View& view_;
  std::uint32_t index_;
  IndexRange<Token> here_;
  IndexRange<Token> there_;
  NegationAnswers answers_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  const View source(input.scene, View::From::kSource);
  const View target = source.Back();
  if (source.here().rules().negations.empty() || target.here().rules().negations.empty()) return {};
  return FromPairedBeads(input.scene, [&](std::uint32_t i) {
    const Bead& bead = input.scene.bitext().beads[i];
    const std::vector<NegationCue> ours = FindNegations(source.here(), source.Here(bead));
    const std::vector<NegationCue> theirs = FindNegations(target.here(), target.Here(bead));
    std::vector<Candidate> found = BeadCheck(source, i, ours, theirs).Run();
    for (Candidate& added : BeadCheck(target, i, theirs, ours).Run()) {
      found.push_back(std::move(added));
    }
    return found;
  });
}

constexpr const EvidenceModel* kModels[] = {&kUnanswered, &kDenial};

}  // namespace

extern const Check kNegationCheck{"negation", &Run, kModels};

}  // namespace calque::internal
