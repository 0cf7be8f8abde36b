// Negation lost or added: a cue of one side that no cue of the other answers.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/denial.h"
#include "align/fidelity/message.h"
#include "align/fidelity/negation_cues.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "weak-near",     // how near a weak cue there stands to where the answer is expected, in [0, 1]
    "weak-taken",    // the same of a weak cue that renders one of this side
    "loose-near",    // the same of a loose cue
    "denied",        // a word linked to what is negated denies it by its form, `impossible`
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
};
const EvidenceModel kLost{"negation-lost", kFeatures};
const EvidenceModel kAdded{"negation-added", kFeatures};

// Where token `here` is expected on the other side: at its best link, else in proportion.
double ExpectedPlace(const View& view, std::uint32_t token, IndexRange<Token> here,
                     IndexRange<Token> there) {
  const HalfLink* best = nullptr;
  for (const HalfLink& link : view.LinksOf(token)) {
    if (best == nullptr || link.probability > best->probability) best = &link;
  }
  if (best != nullptr) return best->other;
  return there.begin + static_cast<double>(token - here.begin) * there.size() / here.size();
}

float BestLink(const View& view, IndexRange<Token> tokens, WordClass kind) {
  float best = 0.0F;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    for (const HalfLink& link : view.LinksOf(i)) {
      if (view.there().words()[link.other].kind == kind) best = std::max(best, link.probability);
    }
  }
  return best;
}

// Whether a word linked to one of `tokens` denies it.
bool LinkedDenies(const View& view, IndexRange<Token> tokens) {
  constexpr float kLinked = 0.2F;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    for (const HalfLink& link : view.LinksOf(i)) {
      if (link.probability >= kLinked && Denies(view, i, link.other)) return true;
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

// The words of a cue that negate.
template <typename Visit>
void VisitNegating(const NegationCue& cue, const Visit& visit) {
  for (std::uint32_t i = cue.tokens.begin; i < cue.tokens.end; ++i) {
    if (i < cue.middle.begin || i >= cue.middle.end) visit(i);
  }
}

bool Negates(const NegationCue& cue, std::uint32_t token) {
  bool found = false;
  VisitNegating(cue, [&](std::uint32_t i) { found = found || i == token; });
  return found;
}

// One bead seen from the side whose cue may be lost.
class BeadCheck {
 public:
  BeadCheck(const View& view, std::uint32_t index)
      : view_(view),
        index_(index),
        here_(view.Here(view.scene().bitext().beads[index])),
        there_(view.There(view.scene().bitext().beads[index])) {}

  std::vector<Candidate> Run() {
    if (here_.empty() || there_.empty()) return {};
    ours_ = FindNegations(view_.here(), here_);
    if (std::none_of(ours_.begin(), ours_.end(), [](const auto& cue) { return cue.strong(); })) {
      return {};
    }
    theirs_ = FindNegations(view_.there(), there_);
    free_.assign(theirs_.size(), true);
    std::vector<Candidate> found;
    for (const NegationCue* cue : Unanswered()) found.push_back(Describe(*cue));
    return found;
  }

 private:
  double Distance(const NegationCue& ours, const NegationCue& theirs) const {
    return std::abs(ExpectedPlace(view_, ours.head, here_, there_) - theirs.head);
  }

  // The free cue of the other side that stands nearest of those that `asked`; null where there is
  // none.
  template <typename Asked>
  const NegationCue* Nearest(const NegationCue& ours, const Asked& asked) const {
    const NegationCue* best = nullptr;
    for (std::size_t i = 0; i < theirs_.size(); ++i) {
      if (!free_[i] || !asked(theirs_[i])) continue;
      if (best == nullptr || Distance(ours, theirs_[i]) < Distance(ours, *best)) best = &theirs_[i];
    }
    return best;
  }
  const NegationCue* NearestStrong(const NegationCue& ours) const {
    return Nearest(ours, [](const NegationCue& cue) { return cue.strong(); });
  }

  // Strong cues that are left when each strong cue of the other side has answered the nearest.
  std::vector<const NegationCue*> Unanswered() {
    std::vector<const NegationCue*> left;
    for (const NegationCue& cue : ours_) {
      if (cue.strong()) left.push_back(&cue);
    }
    for (;;) {
      const auto distance = [&](const NegationCue* cue) {
        const NegationCue* nearest = NearestStrong(*cue);
        return nearest == nullptr ? std::numeric_limits<double>::infinity()
                                  : Distance(*cue, *nearest);
      };
      const auto best =
          std::min_element(left.begin(), left.end(),
                           [&](const auto* a, const auto* b) { return distance(a) < distance(b); });
      if (best == left.end() || NearestStrong(**best) == nullptr) return left;
      free_[static_cast<std::size_t>(NearestStrong(**best) - theirs_.data())] = false;
      left.erase(best);
    }
  }

  // Whether a cue there renders a cue here that is no strong one: `failed`, `échoué`.
  bool IsTaken(const NegationCue& theirs) const {
    return std::any_of(ours_.begin(), ours_.end(), [&](const NegationCue& ours) {
      bool taken = false;
      VisitNegating(ours, [&](std::uint32_t i) {
        for (const HalfLink& link : view_.LinksOf(i)) {
          taken = taken || (link.probability >= kSureLink && Negates(theirs, link.other));
        }
      });
      return taken && !ours.strong();
    });
  }

  // In [0, 1]; 0 where there is no such cue.
  template <typename Asked>
  float Nearness(const NegationCue& ours, const Asked& asked) const {
    constexpr float kScale = 3.0F;  // tokens
    const NegationCue* cue = Nearest(ours, asked);
    return cue == nullptr ? 0.0F
                          : 1.0F / (1.0F + static_cast<float>(Distance(ours, *cue)) / kScale);
  }

  float BestLinkOf(const NegationCue& cue, WordClass kind) const {
    float best = 0.0F;
    VisitNegating(cue, [&](std::uint32_t i) {
      best = std::max(best, BestLink(view_, {i, i + 1}, kind));
    });
    return best;
  }

  std::vector<float> FeaturesOf(const NegationCue& cue) const {
    const auto flag = [](bool set) { return set ? 1.0F : 0.0F; };
    const auto free_weak = [&](const NegationCue& theirs) {
      return theirs.force == NegationForce::kWeak && !IsTaken(theirs);
    };
    const auto taken_weak = [&](const NegationCue& theirs) {
      return theirs.force == NegationForce::kWeak && IsTaken(theirs);
    };
    const auto loose = [](const NegationCue& c) { return c.force == NegationForce::kLoose; };
    const auto strong =
        std::count_if(ours_.begin(), ours_.end(), [](const auto& c) { return c.strong(); });
    const Word& closer = view_.here().words()[cue.tokens.end - 1];
    return {
        Nearness(cue, free_weak),
        Nearness(cue, taken_weak),
        Nearness(cue, loose),
        flag(LinkedDenies(view_, Shown(cue))),
        BestLink(view_, {cue.head, cue.head + 1}, WordClass::kContent),
        view_.coverage().evidence[cue.head].lexical,
        BestLinkOf(cue, WordClass::kContent),
        BestLinkOf(cue, WordClass::kFunction),
        BestLink(view_, cue.middle, WordClass::kFunction),
        flag(view_.here().rules().weak_negations.Contains(closer.folded) ||
             view_.here().rules().loose_negations.Contains(closer.folded)),
        flag(Asks(view_.here(), cue.tokens.begin, here_.end)),
        Slack(view_, there_),
        static_cast<float>(strong - 1),
        flag(theirs_.empty()),
        flag(!cue.middle.empty()),
        ShareLinked(view_, here_),
        std::log(static_cast<float>(here_.size())),
        view_.Excess(here_, there_),
    };
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
    candidate.model = view_.from_source() ? &kLost : &kAdded;
    candidate.features = FeaturesOf(cue);
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
  std::vector<NegationCue> ours_;
  std::vector<NegationCue> theirs_;
  std::vector<bool> free_;
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

constexpr const EvidenceModel* kModels[] = {&kLost, &kAdded};

}  // namespace

const Check kNegationCheck{"negation", &Run, kModels};

}  // namespace calque::internal
