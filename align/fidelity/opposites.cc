// A word whose place the translation gives to its opposite, `rose`, `a baissé`, or to another of
// its kind, `father`, `frère`.
#include <algorithm>
#include <cmath>
#include <vector>

#include "align/fidelity/bead_sides.h"
#include "align/fidelity/check.h"
#include "align/fidelity/contrast_words.h"
#include "align/fidelity/message.h"
#include "align/fidelity/negation_cues.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "linked",           // probability of the link between the two words
    "source-linked",    // of the best link of the source word to another word that means something
    "target-linked",    // the same of the target word
    "source-rendered",  // lexical evidence that a word no other is surer of renders the source word
    "target-rendered",  // the same of the target word
    "translates",       // log10 of p(one | other), the better direction, from 0 (1e-6) to 1
    "distance",         // log(1 + words between the target word and where it is expected)
    "turned",           // share of the linked words around the two that stand in the other order
    "negated",          // cues of negation that one side has more than the other
    "rest",             // mean log-odds that the content words of the source are lost
};
const EvidenceModel kOpposite{"opposite", kFeatures};
const EvidenceModel kOther{"word-changed", kFeatures};  // of its kind

constexpr float kLinked = 0.3F;       // a link that says what renders a word
constexpr float kSure = 0.5F;         // a link that says where a word stands
constexpr std::uint32_t kAround = 6;  // words of either side of a pole that are its arguments
constexpr std::uint32_t kBeside = 3;  // words of either side of a pole that stand beside it
constexpr double kUnknown = 1e-6;     // p(translation | word) of what the lexicon does not have

// The best link to another word that means something.
float BestOtherLink(const View& view, const ContrastWord& here, const ContrastWord& but) {
  float best = 0.0F;
  for (const HalfLink& link : view.LinksOf(here.token)) {
    if (but.Holds(link.other) || view.there().words()[link.other].kind != WordClass::kContent) {
      continue;
    }
    best = std::max(best, link.probability);
  }
  return best;
}

// Lexical evidence that a word no other is surer of renders the pole: the weakest of its words, as
// `down` of `closed down` says it. Nothing does where the two share a word that leaves the poles
// open: `voted for`, `voté contre`; `likely`, `peu probable`.
float Rendered(const View& view, const ContrastWord& here, const ContrastWord& there) {
  const bool phrases = here.meaning.words > 1 || there.meaning.words > 1;
  if (phrases && BestLink(view, here.tokens(), there.tokens()) >= kLinked) return 0.0F;
  float weakest = view.coverage().evidence[here.token].free;
  for (std::uint32_t i = here.token + 1; i < here.tokens().end; ++i) {
    weakest = std::min(weakest, view.coverage().evidence[i].free);
  }
  return weakest;
}

class PoleCheck {
 public:
  PoleCheck(const CheckInput& input, std::uint32_t index)
      : sides_(input.scene, index),
        ours_(FindContrastWords(sides_.source.here(), sides_.here)),
        theirs_(FindContrastWords(sides_.source.there(), sides_.there)) {}

  std::vector<Candidate> Run() const {
    std::vector<Candidate> found;
    for (const ContrastWord& ours : ours_) {
      if (AnsweredAsAny(sides_.source, ours, ours_, theirs_)) continue;
      const ContrastWord* best = nullptr;
      for (const ContrastWord& theirs : theirs_) {
        if (!Contrary(ours, theirs) || AnsweredAsAny(sides_.target, theirs, theirs_, ours_))
          continue;
        if (best == nullptr || Better(ours, theirs, *best)) best = &theirs;
      }
      if (best != nullptr) found.push_back(Describe(ours, *best));
    }
    return found;
  }

 private:
  // Whether a link leads to a word of the same pole, or as many such words stand there as here.
  static bool Answered(const View& view, const ContrastWord& word,
                       const std::vector<ContrastWord>& here,
                       const std::vector<ContrastWord>& there) {
    const auto agrees = [&](const ContrastWord& other) { return Agree(word, other); };
    const bool linked = std::ranges::any_of(there, [&](const ContrastWord& other) {
      return agrees(other) && BestLink(view, word.tokens(), other.tokens()) >= kLinked;
    });
    return linked || std::ranges::count_if(there, agrees) >= std::ranges::count_if(here, agrees);
  }

  // The same of a word that has more than one meaning of its kind: `officers` of the police, of the
  // army.
  static bool AnsweredAsAny(const View& view, const ContrastWord& word,
                            const std::vector<ContrastWord>& here,
                            const std::vector<ContrastWord>& there) {
    return std::ranges::any_of(here, [&](const ContrastWord& other) {
      return other.token == word.token && other.meaning.family == word.meaning.family &&
             Answered(view, other, here, there);
    });
  }

  // From where the target word is expected: in proportion, or as near to what renders a word
  // beside the source word as the source word is.
  [[nodiscard]] float Distance(const ContrastWord& ours, const ContrastWord& theirs) const {
    const double expected =
        sides_.there.begin + static_cast<double>(ours.token - sides_.here.begin) *
                                 sides_.there.size() / sides_.here.size();
    double least = std::abs(expected - theirs.token);
    const std::uint32_t begin = std::max(sides_.here.begin + kBeside, ours.token) - kBeside;
    const std::uint32_t end = std::min(sides_.here.end, ours.tokens().end + kBeside);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (sides_.source.here().words()[i].kind != WordClass::kContent || ours.Holds(i)) continue;
      const double beside = std::abs(static_cast<double>(i) - ours.token);
      for (const HalfLink& link : sides_.source.LinksOf(i)) {
        if (link.probability < kSure || theirs.Holds(link.other)) continue;
        const double away = std::abs(static_cast<double>(link.other) - theirs.token);
        least = std::min(least, std::max(0.0, away - beside));
      }
    }
    return std::log1p(static_cast<float>(least));
  }

  [[nodiscard]] bool Better(const ContrastWord& ours, const ContrastWord& a,
                            const ContrastWord& b) const {
    const float of_a = BestLink(sides_.source, ours.tokens(), a.tokens());
    const float of_b = BestLink(sides_.source, ours.tokens(), b.tokens());
    return of_a != of_b ? of_a > of_b : Distance(ours, a) < Distance(ours, b);
  }

  [[nodiscard]] float Translates(const ContrastWord& ours, const ContrastWord& theirs) const {
    const double best = sides_.source.Translation(sides_.source.here().words()[ours.token].type,
                                                  sides_.source.there().words()[theirs.token].type);
    return static_cast<float>(1.0 - std::log10(std::max(best, kUnknown)) / std::log10(kUnknown));
  }

  // `A after B` is `B before A`: of the words around the one, how many are linked to words on the
  // other side of the other.
  [[nodiscard]] float Turned(const ContrastWord& ours, const ContrastWord& theirs) const {
    float kept = 0.0F;
    float turned = 0.0F;
    const std::uint32_t begin = std::max(sides_.here.begin + kAround, ours.token) - kAround;
    const std::uint32_t end = std::min(sides_.here.end, ours.tokens().end + kAround);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (sides_.source.here().words()[i].kind != WordClass::kContent || i == ours.token) continue;
      for (const HalfLink& link : sides_.source.LinksOf(i)) {
        if (link.probability < kSure || link.other == theirs.token) continue;
        const bool same = (i < ours.token) == (link.other < theirs.token);
        (same ? kept : turned) += 1.0F;
      }
    }
    return turned / std::max(1.0F, kept + turned);
  }

  [[nodiscard]] float Negated() const {
    const auto strong = [](const SideView& side, IndexRange<Token> tokens) {
      const std::vector<NegationCue> cues = FindNegations(side, tokens);
      return std::ranges::count_if(cues, [](const NegationCue& cue) { return cue.strong(); });
    };
    return std::abs(static_cast<float>(strong(sides_.source.here(), sides_.here) -
                                       strong(sides_.source.there(), sides_.there)));
  }

  [[nodiscard]] float Rest() const {
    return sides_.source.MeanLost(
        sides_.here, [](const Word& word) { return word.kind == WordClass::kContent; });
  }

  [[nodiscard]] Candidate Describe(const ContrastWord& ours, const ContrastWord& theirs) const {
    const bool opposite = ours.meaning.bond == Bond::kTwoPoles;
    Candidate candidate;
    candidate.category = opposite ? "opposite" : "word-changed";
    candidate.model = opposite ? &kOpposite : &kOther;
    candidate.features = {BestLink(sides_.source, ours.tokens(), theirs.tokens()),
                          BestOtherLink(sides_.source, ours, theirs),
                          BestOtherLink(sides_.target, theirs, ours),
                          Rendered(sides_.source, ours, theirs),
                          Rendered(sides_.target, theirs, ours),
                          Translates(ours, theirs),
                          Distance(ours, theirs),
                          Turned(ours, theirs),
                          Negated(),
                          Rest()};
    candidate.bead = sides_.bead;
    candidate.source = sides_.source.here().SpanOf(ours.tokens());
    candidate.target = sides_.source.there().SpanOf(theirs.tokens());
    candidate.message = Quoted(sides_.source.here().Text(candidate.source)) + " has become " +
                        (opposite ? "its opposite, " : "") +
                        Quoted(sides_.source.there().Text(candidate.target)) +
                        (opposite ? ", in the translation." : " in the translation.");
    return candidate;
  }

  BeadSides sides_;
  std::vector<ContrastWord> ours_;
  std::vector<ContrastWord> theirs_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  if (input.scene.source().rules().opposites.empty()) return {};
  if (input.scene.target().rules().opposites.empty()) return {};
  return FromPairedBeads(input.scene,
                         [&](std::uint32_t bead) { return PoleCheck(input, bead).Run(); });
}

constexpr const EvidenceModel* kModels[] = {&kOpposite, &kOther};

}  // namespace

extern const Check kOppositesCheck{"opposites", &Run, kModels};

}  // namespace calque::internal
