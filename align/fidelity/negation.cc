// Negation lost or added: a cue of one side that no cue of the other answers.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/message.h"
#include "align/fidelity/negation_cues.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "weak-answer",   // a weak cue on the other side is free to answer
    "weak-near",     // how near it stands to where the answer is expected, in [0, 1]
    "prefix",        // a word there denies by its prefix, `impossible`
    "denied",        // a word linked to the cue or to what it negates does
    "head-linked",   // probability of the link of the negated word
    "head-lexical",  // lexical evidence of the negated word: it is rendered as it stands
    "cue-linked",    // probability of the best link of the cue to a word that means something
    "cue-function",  // the same, to a function word
    "closer-weak",   // the cue may be weak elsewhere, `ne … plus`
    "slack",         // log(1 + content words there that render nothing here)
    "others",        // further strong cues here, all answered
    "none-there",    // the other side has no cue at all
    "bracketed",     // a cue of two words, `ne … pas`
    "rendered",      // share of the content words of this side that have a sure link
    "length",        // log of the number of words of this side
    "length-ratio",  // log of words there / words here
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

// `unfashionable`, not `under`: what is left without the prefix has to be a word where the words
// of the language are known.
bool DeniesByPrefix(const SideView& side, std::uint32_t token) {
  constexpr std::size_t kShortestStem = 4;
  const Word& word = side.words()[token];
  if (word.kind != WordClass::kContent || word.capital) return false;
  return std::any_of(side.rules().negative_prefixes.begin(), side.rules().negative_prefixes.end(),
                     [&](const std::string& prefix) {
                       if (word.folded.size() < prefix.size() + kShortestStem) return false;
                       if (!word.folded.starts_with(prefix)) return false;
                       const auto stem = std::string_view(word.folded).substr(prefix.size());
                       return side.lexicon() == nullptr ||
                              side.lexicon()->Find(stem) != kUnknownType;
                     });
}

bool AnyDenies(const SideView& side, IndexRange<Token> tokens) {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (DeniesByPrefix(side, i)) return true;
  }
  return false;
}

// Whether a word linked to one of `tokens` denies by its prefix.
bool LinkedDenies(const View& view, IndexRange<Token> tokens) {
  constexpr float kLinked = 0.2F;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    for (const HalfLink& link : view.LinksOf(i)) {
      if (link.probability >= kLinked && DeniesByPrefix(view.there(), link.other)) return true;
    }
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
        there_(view.There(view.scene().bitext().beads[index])) {}

  std::vector<Candidate> Run() {
    if (here_.empty() || there_.empty()) return {};
    ours_ = FindNegations(view_.here(), here_);
    if (std::none_of(ours_.begin(), ours_.end(), [](const auto& cue) { return cue.strong; })) {
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

  // The free cue of the other side that stands nearest; null where there is none.
  const NegationCue* Nearest(const NegationCue& ours, bool strong) const {
    const NegationCue* best = nullptr;
    for (std::size_t i = 0; i < theirs_.size(); ++i) {
      if (!free_[i] || theirs_[i].strong != strong) continue;
      if (best == nullptr || Distance(ours, theirs_[i]) < Distance(ours, *best)) best = &theirs_[i];
    }
    return best;
  }

  // Strong cues that are left when each strong cue of the other side has answered the nearest.
  std::vector<const NegationCue*> Unanswered() {
    std::vector<const NegationCue*> left;
    for (const NegationCue& cue : ours_) {
      if (cue.strong) left.push_back(&cue);
    }
    for (;;) {
      const auto distance = [&](const NegationCue* cue) {
        const NegationCue* nearest = Nearest(*cue, true);
        return nearest == nullptr ? std::numeric_limits<double>::infinity()
                                  : Distance(*cue, *nearest);
      };
      const auto best =
          std::min_element(left.begin(), left.end(),
                           [&](const auto* a, const auto* b) { return distance(a) < distance(b); });
      if (best == left.end() || Nearest(**best, true) == nullptr) return left;
      free_[static_cast<std::size_t>(Nearest(**best, true) - theirs_.data())] = false;
      left.erase(best);
    }
  }

  Candidate Describe(const NegationCue& cue) const {
    const NegationCue* weak = Nearest(cue, false);
    const auto strong =
        std::count_if(ours_.begin(), ours_.end(), [](const auto& c) { return c.strong; });
    const float near =
        weak == nullptr ? 0.0F : 1.0F / (1.0F + static_cast<float>(Distance(cue, *weak)) / 3.0F);
    const IndexRange<Token> shown{std::min(cue.tokens.begin, cue.head),
                                  std::max(cue.tokens.end, cue.head + 1)};
    const bool weak_closer = view_.here().rules().weak_negations.Contains(
        view_.here().words()[cue.tokens.end - 1].folded);
    Candidate candidate;
    candidate.bead = index_;
    candidate.category = view_.from_source() ? "negation-lost" : "negation-added";
    candidate.model = view_.from_source() ? &kLost : &kAdded;
    candidate.features = {
        weak == nullptr ? 0.0F : 1.0F,
        near,
        AnyDenies(view_.there(), there_) ? 1.0F : 0.0F,
        LinkedDenies(view_, shown) ? 1.0F : 0.0F,
        BestLink(view_, {cue.head, cue.head + 1}, WordClass::kContent),
        view_.coverage().evidence[cue.head].lexical,
        BestLink(view_, cue.tokens, WordClass::kContent),
        BestLink(view_, cue.tokens, WordClass::kFunction),
        weak_closer ? 1.0F : 0.0F,
        Slack(view_, there_),
        static_cast<float>(strong - 1),
        theirs_.empty() ? 1.0F : 0.0F,
        cue.tokens.size() > 1 ? 1.0F : 0.0F,
        ShareLinked(view_, here_),
        std::log(static_cast<float>(here_.size())),
        std::log(static_cast<float>(there_.size()) / static_cast<float>(here_.size())),
    };
    const ByteSpan here = view_.here().SpanOf(shown);
    const ByteSpan there = view_.there().SpanOf(there_);
    (view_.from_source() ? candidate.source : candidate.target) = here;
    (view_.from_source() ? candidate.target : candidate.source) = there;
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
  std::vector<Candidate> found;
  for (const View::From from : {View::From::kSource, View::From::kTarget}) {
    const View view(input.scene, from);
    if (view.here().rules().negations.empty() || view.there().rules().negations.empty()) continue;
    for (std::uint32_t i = 0; i < input.scene.bitext().beads.size(); ++i) {
      for (Candidate& candidate : BeadCheck(view, i).Run()) found.push_back(std::move(candidate));
    }
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kLost, &kAdded};

}  // namespace

const Check kNegationCheck{"negation", &Run, kModels};

}  // namespace calque::internal
