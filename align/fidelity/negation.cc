// Negation lost or added: a cue of one side that no cue of the other answers.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/denial.h"
#include "align/fidelity/message.h"
#include "align/fidelity/negation_answers.h"
#include "align/fidelity/negation_words.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "weak-near",     // how near a weak cue there stands to where the answer is expected, in [0, 1]
    "weak-taken",    // the same of a weak cue that renders one of this side
    "loose-near",    // the same of a loose cue
    "denied",        // a word linked to what is negated denies it by its form, `impossible`; or
                     // it denies that word, `not unusual`, or by a weak cue, `rien n'empêche`
    "head-linked",   // probability of the link of the negated word
    "head-lexical",  // lexical evidence of the negated word: it is rendered as it stands
    "cue-linked",    // probability of the best link of the cue to a word that means something
    "cue-function",  // the same, to a function word
    "auxiliary",     // the same of what a cue of two words encloses: `n'est pas`
    "closer-weak",   // the cue may be weak elsewhere, `ne … plus`
    "asks",          // it stands in a question
    "slack",         // log(1 + content words there that render nothing here)
    "others",        // further strong cues here, all answered
    "none-there",    // the other side has no cue at all
    "bracketed",     // a cue of two words, `ne … pas`
    "rendered",      // share of the content words of this side that have a sure link
    "length",        // log of the number of words of this side
    "length-ratio",  // View::Excess
    "denial",        // what follows the cue is not so, and is rendered as it stands: `refused to`;
                     // or it negates such a cue that is rendered, `did not rule out`
    "whole",         // a long side that the other gives in full: what renders nothing there is
                     // little beside the rest
};
const EvidenceModel kUnanswered{"negation", kFeatures};

constexpr float kLinked = 0.2F;  // a link that may say what renders a word

float BestLink(const View& view, IndexRange<Token> tokens, WordClass kind) {
  float best = 0.0F;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    for (const HalfLink& link : view.LinksOf(i)) {
      if (view.there().words()[link.other].kind == kind) best = std::max(best, link.probability);
    }
  }
  return best;
}

// Whether a word linked to one of `tokens` denies it, or is denied by it.
bool LinkedDenies(const View& view, IndexRange<Token> tokens) {
  const View back = view.Back();
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    for (const HalfLink& link : view.LinksOf(i)) {
      if (link.probability < kLinked) continue;
      if (Denies(view, i, link.other) || Denies(back, link.other, i)) return true;
    }
  }
  return false;
}

// Whether a question mark is the next mark that may end a sentence.
bool Asks(const SideView& side, std::uint32_t token, std::uint32_t end) {
  for (std::uint32_t i = token; i < end; ++i) {
    const std::string& word = side.words()[i].folded;
    if (word == "?") return true;
    if (word == "." || word == "!") return false;
  }
  return false;
}

float Slack(const View& view, IndexRange<Token> there) {
  float count = 0.0F;
  for (std::uint32_t i = there.begin; i < there.end; ++i) {
    const bool content = view.there().words()[i].kind == WordClass::kContent;
    count += content && view.lost_there()[i] > 0.0F ? 1.0F : 0.0F;
  }
  return std::log1p(count);
}

float ShareLinked(const View& view, IndexRange<Token> here) {
  float linked = 0.0F;
  float all = 0.0F;
  for (std::uint32_t i = here.begin; i < here.end; ++i) {
    if (view.here().words()[i].kind != WordClass::kContent) continue;
    all += 1.0F;
    const auto links = view.LinksOf(i);
    linked += std::any_of(links.begin(), links.end(),
                          [](const HalfLink& link) { return link.probability >= kSureLink; })
                  ? 1.0F
                  : 0.0F;
  }
  return all == 0.0F ? 1.0F : linked / all;
}

// One bead seen from the side whose cue may be lost.
class BeadCheck {
 public:
  BeadCheck(const View& view, std::uint32_t index)
      : view_(view),
        index_(index),
        here_(view.Here(view.scene().bitext().beads[index])),
        there_(view.There(view.scene().bitext().beads[index])),
        answers_(view, here_, there_) {}

  [[nodiscard]] std::vector<Candidate> Run() const {
    std::vector<Candidate> found;
    for (const NegationCue* cue : answers_.unanswered()) found.push_back(Describe(*cue));
    for (const NegationCue* cue : answers_.LostDenials()) {
      if (IsPlainlyRendered(*cue)) found.push_back(Describe(*cue));
    }
    return found;
  }

 private:
  float BestLinkOf(const NegationCue& cue, WordClass kind) const {
    float best = 0.0F;
    cue.VisitNegating([&](std::uint32_t i) {
      best = std::max(best, BestLink(view_, {i, i + 1}, kind));
    });
    return best;
  }

  // Whether what follows the cue is rendered as it stands, and the cue by no word that means
  // something: not `refused to go` and `a boudé`.
  bool IsPlainlyRendered(const NegationCue& cue) const {
    constexpr std::uint32_t kReach = 2;  // tokens: `refused to even consider`
    constexpr float kLexical = 0.3F;
    return cue.head < cue.tokens.end + kReach &&
           view_.coverage().evidence[cue.head].lexical >= kLexical &&
           BestLink(view_, {cue.head, cue.head + 1}, WordClass::kContent) >= kSureLink &&
           BestLinkOf(cue, WordClass::kContent) < kLinked && !LinkedDenies(view_, Shown(cue)) &&
           !HeadMayDeny(cue);
  }

  // Whether what renders the head may negate it by its form: `sans précédent`, `unprecedented`.
  bool HeadMayDeny(const NegationCue& cue) const {
    return std::ranges::any_of(view_.LinksOf(cue.head), [&](const HalfLink& link) {
      return link.probability >= kLinked && HasOtherPrefix(view_, cue.head, link.other);
    });
  }

  std::vector<float> FeaturesOf(const NegationCue& cue) const {
    const auto strong =
        std::ranges::count_if(answers_.ours(), [](const auto& c) { return c.strong(); });
    const FidelityRules& rules = view_.here().rules();
    const std::string& closer = view_.here().words()[cue.tokens.end - 1].folded;
    const bool may_be_weak =
        rules.weak_negations.Contains(closer) || rules.loose_negations.Contains(closer);
    return {
        answers_.FreeWeakNear(cue),
        answers_.TakenWeakNear(cue),
        answers_.LooseNear(cue),
        Flag(LinkedDenies(view_, Shown(cue)) || answers_.DeniesDenial(cue)),
        BestLink(view_, {cue.head, cue.head + 1}, WordClass::kContent),
        view_.coverage().evidence[cue.head].lexical,
        BestLinkOf(cue, WordClass::kContent),
        BestLinkOf(cue, WordClass::kFunction),
        BestLink(view_, cue.middle, WordClass::kFunction),
        Flag(may_be_weak),
        Flag(Asks(view_.here(), cue.tokens.begin, here_.end)),
        Slack(view_, there_),
        static_cast<float>(strong - 1),
        Flag(answers_.theirs().empty()),
        Flag(!cue.middle.empty()),
        ShareLinked(view_, here_),
        std::log(static_cast<float>(here_.size())),
        view_.Excess(here_, there_),
        Flag((cue.denies && IsPlainlyRendered(cue)) || answers_.DeniesRendered(cue)),
        Flag(IsWhole() && !may_be_weak),
    };
  }

  [[nodiscard]] bool IsWhole() const {
    constexpr std::uint32_t kLong = 30;    // tokens
    constexpr float kLeastExcess = -0.1F;  // of the text there
    return here_.size() >= kLong && view_.Excess(here_, there_) >= kLeastExcess;
  }

  // From the first to the last word of the cue and what it negates, whole words: `don't wait`.
  [[nodiscard]] IndexRange<Token> Shown(const NegationCue& cue) const {
    const std::vector<Token>& tokens = view_.here().document().tokens;
    std::uint32_t begin = std::min(cue.tokens.begin, cue.head);
    while (begin > here_.begin && !view_.here().words()[begin - 1].IsPunctuation() &&
           tokens[begin - 1].span.end == tokens[begin].span.begin) {
      --begin;
    }
    return {begin, std::max(cue.tokens.end, cue.head + 1)};
  }

  Candidate Describe(const NegationCue& cue) const {
    Candidate candidate;
    candidate.bead = index_;
    candidate.category = view_.from_source() ? "negation-lost" : "negation-added";
    candidate.model = &kUnanswered;
    candidate.features = FeaturesOf(cue);
    candidate.words = NegationWords(view_, cue, here_, there_, answers_.theirs());
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
  return FromBothSides(input.scene, [](const View& view) {
    if (view.here().rules().negations.empty() || view.there().rules().negations.empty()) {
      return std::vector<Candidate>();
    }
    return FromPairedBeads(view.scene(),
                           [&](std::uint32_t bead) { return BeadCheck(view, bead).Run(); });
  });
}

constexpr const EvidenceModel* kModels[] = {&kUnanswered};

}  // namespace

const Check kNegationCheck{"negation", &Run, kModels};

}  // namespace calque::internal
