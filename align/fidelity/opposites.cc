// A word whose place the translation gives to its opposite: `rose`, `a baissé`.
#include <algorithm>
#include <cmath>
#include <vector>

#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/message.h"
#include "align/fidelity/negation_cues.h"
#include "align/fidelity/opposite_words.h"
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

constexpr float kLinked = 0.3F;       // a link that says what renders a word
constexpr float kSure = 0.5F;         // a link that says where a word stands
constexpr std::uint32_t kAround = 6;  // words of either side of a pole that are its arguments
constexpr std::uint32_t kReach = 2;   // words that mean something, from a cue to what it may deny
constexpr std::uint32_t kShare = 4;   // words from a pole to the percentage that it is of
constexpr double kUnknown = 1e-6;     // p(translation | word) of what the lexicon does not have

// A word that has an opposite.
struct Poled {
  std::uint32_t token = 0;
  PoledMeaning meaning;
  bool denied = false;

  [[nodiscard]] IndexRange<Token> tokens() const { return {token, token + meaning.words}; }
};

// The end of what a cue may deny: `has no plans to cut`.
std::uint32_t EndOfReach(const SideView& side, const NegationCue& cue, std::uint32_t end) {
  std::uint32_t at = cue.tokens.end;
  for (std::uint32_t left = kReach; at < end && left > 0; ++at) {
    const WordClass kind = side.words()[at].kind;
    if (kind == WordClass::kPunctuation) break;
    if (kind != WordClass::kFunction) --left;
  }
  return std::max(at, cue.head + 1);
}

// Whether a strong cue has the pole in its reach, or a longer phrase that denies nothing else holds
// it: `no later than`.
bool IsDenied(const SideView& side, IndexRange<Token> pole, const std::vector<NegationCue>& cues,
              std::uint32_t end) {
  return std::ranges::any_of(cues, [&](const NegationCue& cue) {
    if (cue.strong()) {
      return cue.tokens.begin <= pole.begin && pole.begin < EndOfReach(side, cue, end);
    }
    return cue.tokens.begin <= pole.begin && pole.begin < cue.tokens.end &&
           cue.tokens.size() > pole.size();
  });
}

// Whether a percentage stands right behind the word: `perdu plus de 2%`.
bool IsOfShare(const SideView& side, std::uint32_t token, std::uint32_t end) {
  const IndexRange<Token> near{token + 1, std::min(end, token + 1 + kShare)};
  if (near.empty()) return false;
  const IndexRange<Mention> mentions = side.MentionsIn(side.SpanOf(near));
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    if (side.mentions()[m].kind == MentionKind::kPercentage) return true;
  }
  return false;
}

std::vector<Poled> FindPoled(const SideView& side, IndexRange<Token> tokens) {
  std::vector<Poled> found;
  const std::vector<std::string_view> folded = side.Folded(tokens);
  const std::vector<NegationCue> cues = FindNegations(side, tokens);
  for (std::uint32_t i = 0; i < folded.size(); ++i) {
    const std::uint32_t token = tokens.begin + i;
    for (const PoledMeaning& meaning :
         side.rules().opposites.MeaningsAt(std::span(folded).subspan(i))) {
      // `bons` of `moins bons` says nothing of its own.
      const bool inside = std::ranges::any_of(found, [&](const Poled& other) {
        return other.meaning.key == meaning.key && token < other.tokens().end;
      });
      if (inside || (meaning.of_share && !IsOfShare(side, token, tokens.end))) continue;
      const bool denied = IsDenied(side, {token, token + meaning.words}, cues, tokens.end);
      found.push_back({token, meaning, denied});
    }
  }
  return found;
}

// Not `has failed` and `n'a pas réussi`.
bool Contrary(const Poled& a, const Poled& b) {
  return a.meaning.key == b.meaning.key && a.meaning.pole != b.meaning.pole && a.denied == b.denied;
}

bool Agree(const Poled& a, const Poled& b) {
  return a.meaning.key == b.meaning.key &&
         (a.meaning.pole == b.meaning.pole) == (a.denied == b.denied);
}

float LinkOf(const View& view, std::uint32_t here, std::uint32_t there) {
  for (const HalfLink& link : view.LinksOf(here)) {
    if (link.other == there) return link.probability;
  }
  return 0.0F;
}

float BestOtherLink(const View& view, std::uint32_t here, std::uint32_t but) {
  float best = 0.0F;
  for (const HalfLink& link : view.LinksOf(here)) {
    if (link.other == but || view.there().words()[link.other].kind != WordClass::kContent) continue;
    best = std::max(best, link.probability);
  }
  return best;
}

class BeadCheck {
 public:
  BeadCheck(const CheckInput& input, std::uint32_t index)
      : source_(input.scene, View::From::kSource),
        target_(input.scene, View::From::kTarget),
        index_(index),
        here_(source_.Here(input.scene.bitext().beads[index])),
        there_(source_.There(input.scene.bitext().beads[index])),
        ours_(FindPoled(source_.here(), here_)),
        theirs_(FindPoled(source_.there(), there_)) {}

  std::vector<Candidate> Run() const {
    std::vector<Candidate> found;
    for (const Poled& ours : ours_) {
      if (Answered(source_, ours, ours_, theirs_)) continue;
      const Poled* best = nullptr;
      for (const Poled& theirs : theirs_) {
        if (!Contrary(ours, theirs) || Answered(target_, theirs, theirs_, ours_)) continue;
        if (best == nullptr || Better(ours, theirs, *best)) best = &theirs;
      }
      if (best != nullptr) found.push_back(Describe(ours, *best));
    }
    return found;
  }

 private:
  // Whether a link leads to a word of the same pole, or as many such words stand there as here.
  static bool Answered(const View& view, const Poled& word, const std::vector<Poled>& here,
                       const std::vector<Poled>& there) {
    const auto agrees = [&](const Poled& other) { return Agree(word, other); };
    const bool linked = std::ranges::any_of(there, [&](const Poled& other) {
      return agrees(other) && LinkOf(view, word.token, other.token) >= kLinked;
    });
    return linked || std::ranges::count_if(there, agrees) >= std::ranges::count_if(here, agrees);
  }

  // Where the target word is expected: in proportion.
  [[nodiscard]] float Distance(const Poled& ours, const Poled& theirs) const {
    const double expected =
        there_.begin + static_cast<double>(ours.token - here_.begin) * there_.size() / here_.size();
    return std::log1p(static_cast<float>(std::abs(expected - theirs.token)));
  }

  [[nodiscard]] bool Better(const Poled& ours, const Poled& a, const Poled& b) const {
    const float left = LinkOf(source_, ours.token, a.token);
    const float right = LinkOf(source_, ours.token, b.token);
    return left != right ? left > right : Distance(ours, a) < Distance(ours, b);
  }

  [[nodiscard]] float Translates(const Poled& ours, const Poled& theirs) const {
    const double best = source_.Translation(source_.here().words()[ours.token].type,
                                            source_.there().words()[theirs.token].type);
    return static_cast<float>(1.0 - std::log10(std::max(best, kUnknown)) / std::log10(kUnknown));
  }

  // `A after B` is `B before A`: of the words around the one, how many are linked to words on the
  // other side of the other.
  [[nodiscard]] float Turned(const Poled& ours, const Poled& theirs) const {
    float kept = 0.0F;
    float turned = 0.0F;
    const std::uint32_t begin = std::max(here_.begin + kAround, ours.token) - kAround;
    const std::uint32_t end = std::min(here_.end, ours.tokens().end + kAround);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (source_.here().words()[i].kind != WordClass::kContent || i == ours.token) continue;
      for (const HalfLink& link : source_.LinksOf(i)) {
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
    return std::abs(
        static_cast<float>(strong(source_.here(), here_) - strong(source_.there(), there_)));
  }

  [[nodiscard]] float Rest() const {
    return source_.MeanLost(here_,
                            [](const Word& word) { return word.kind == WordClass::kContent; });
  }

  [[nodiscard]] Candidate Describe(const Poled& ours, const Poled& theirs) const {
    Candidate candidate;
    candidate.category = "opposite";
    candidate.model = &kOpposite;
    candidate.features = {LinkOf(source_, ours.token, theirs.token),
                          BestOtherLink(source_, ours.token, theirs.token),
                          BestOtherLink(target_, theirs.token, ours.token),
                          source_.coverage().evidence[ours.token].free,
                          target_.coverage().evidence[theirs.token].free,
                          Translates(ours, theirs),
                          Distance(ours, theirs),
                          Turned(ours, theirs),
                          Negated(),
                          Rest()};
    candidate.bead = index_;
    candidate.source = source_.here().SpanOf(ours.tokens());
    candidate.target = source_.there().SpanOf(theirs.tokens());
    candidate.message = Quoted(source_.here().Text(candidate.source)) +
                        " has become its opposite, " +
                        Quoted(source_.there().Text(candidate.target)) + ", in the translation.";
    return candidate;
  }

  View source_;
  View target_;
  std::uint32_t index_;
  IndexRange<Token> here_;
  IndexRange<Token> there_;
  std::vector<Poled> ours_;
  std::vector<Poled> theirs_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  if (input.scene.source().rules().opposites.empty()) return {};
  if (input.scene.target().rules().opposites.empty()) return {};
  return FromPairedBeads(input.scene,
                         [&](std::uint32_t bead) { return BeadCheck(input, bead).Run(); });
}

constexpr const EvidenceModel* kModels[] = {&kOpposite};

}  // namespace

const Check kOppositesCheck{"opposites", &Run, kModels};

}  // namespace calque::internal
