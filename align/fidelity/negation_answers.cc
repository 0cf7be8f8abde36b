#include "align/fidelity/negation_answers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "align/fidelity/coverage.h"
#include "align/fidelity/negation_place.h"

namespace calque::internal {
namespace {

// Whether a word is rendered for sure, and far from a cue of the other side.
bool IsElsewhere(const View& view, std::uint32_t token, const NegationCue& cue) {
  constexpr std::uint32_t kFar = 12;  // tokens
  const auto links = view.LinksOf(token);
  const auto best = std::ranges::max_element(links, {}, &HalfLink::probability);
  if (best == links.end() || best->probability < kSureLink) return false;
  return std::min(TokensAway(cue.tokens, best->other),
                  TokensAway({cue.head, cue.head + 1}, best->other)) >= kFar;
}

float NearnessAt(double distance) {
  constexpr double kScale = 3.0;  // tokens
  return static_cast<float>(1.0 / (1.0 + distance / kScale));
}

bool IsWeak(const NegationCue& cue) { return cue.force == NegationForce::kWeak; }

// Whether the one may negate the other, a weak one.
bool IsUnder(const NegationCue& strong, const NegationCue& weak) {
  constexpr std::uint32_t kReach = 3;  // tokens: `n'est pas tout à fait sans`
  return IsWeak(weak) && strong.strong() && weak.tokens.begin >= strong.tokens.begin &&
         weak.tokens.begin < strong.tokens.end + kReach;
}

}  // namespace

NegationAnswers::NegationAnswers(const View& view, IndexRange<Token> here, IndexRange<Token> there)
    : NegationAnswers(view, here, there, FindNegations(view.here(), here),
                      FindNegations(view.there(), there)) {}

NegationAnswers::NegationAnswers(const View& view, IndexRange<Token> here, IndexRange<Token> there,
                                 std::vector<NegationCue> ours, std::vector<NegationCue> theirs)
    : view_(view),
      here_(here),
      there_(there),
      ours_(std::move(ours)),
      theirs_(std::move(theirs)),
      free_(theirs_.size(), true),
      renders_(theirs_.size(), nullptr),
      holder_(theirs_.size(), nullptr) {
  for (const NegationCue& cue : ours_) {
    if (cue.strong()) unanswered_.push_back(&cue);
  }
  Pair();
  PairDenied();
  PairWeak();
}

double NegationAnswers::Distance(const NegationCue& ours, const NegationCue& theirs) const {
  const double there = ExpectedPlace(view_, ours.head, here_, there_);
  const double here = ExpectedPlace(view_.Back(), theirs.head, there_, here_);
  return std::min(std::abs(there - theirs.head), std::abs(here - ours.head));
}

// The free cue of the other side that stands nearest of those that `asked`; null where there is
// none.
template <typename Asked>
const NegationCue* NegationAnswers::Nearest(const NegationCue& ours, const Asked& asked) const {
  const NegationCue* best = nullptr;
  for (std::size_t i = 0; i < theirs_.size(); ++i) {
    if (!free_[i] || !asked(theirs_[i])) continue;
    if (best == nullptr || Distance(ours, theirs_[i]) < Distance(ours, *best)) best = &theirs_[i];
  }
  return best;
}

const NegationCue* NegationAnswers::NearestStrong(const NegationCue& ours) const {
  return Nearest(ours, [&](const NegationCue& cue) {
    return cue.strong() && !Apart(ours, cue) && !IsHeld(ours, cue);
  });
}

// Whether each of them negates what stands in quite another place on the other side.
bool NegationAnswers::Apart(const NegationCue& ours, const NegationCue& theirs) const {
  return IsElsewhere(view_, ours.head, theirs) && IsElsewhere(view_.Back(), theirs.head, ours);
}

// Whether a weak cue here is what the strong one there renders: `ignore` and `not known`.
bool NegationAnswers::IsHeld(const NegationCue& ours, const NegationCue& theirs) const {
  const auto leads = [&](const NegationCue& cue) {
    bool found = false;
    cue.VisitNegating([&](std::uint32_t i) {
      for (const HalfLink& link : view_.LinksOf(i)) {
        found = found || (link.probability >= kSureLink &&
                          (link.other == theirs.head || theirs.Negates(link.other)));
      }
    });
    return found;
  };
  if (NegateTheSame(ours, theirs) || leads(ours)) return false;
  // `aucun … ne … jamais` negates once.
  const FidelityRules& rules = view_.here().rules();
  return std::ranges::any_of(ours_, [&](const NegationCue& cue) {
    const std::string& word = view_.here().words()[cue.tokens.begin].folded;
    return IsWeak(cue) && !rules.closers.Contains(word) && !rules.subjects.Contains(word) &&
           leads(cue);
  });
}

void NegationAnswers::Pair() {
  const auto distance = [&](const NegationCue* cue) {
    const NegationCue* nearest = NearestStrong(*cue);
    return nearest == nullptr ? std::numeric_limits<double>::infinity() : Distance(*cue, *nearest);
  };
  while (!unanswered_.empty()) {
    const auto best = std::ranges::min_element(unanswered_, {}, distance);
    const NegationCue* answer = NearestStrong(**best);
    if (answer == nullptr) return;
    free_[static_cast<std::size_t>(answer - theirs_.data())] = false;
    unanswered_.erase(best);
  }
}

// What a strong cue denies that says itself that something is not so: the nearest that says so
// there renders it, and no longer answers the strong cue. `Did not rule out` is not `exclut`.
void NegationAnswers::PairDenied() {
  for (const NegationCue& denied : ours_) {
    const bool under = std::ranges::any_of(
        unanswered_, [&](const NegationCue* strong) { return IsUnder(*strong, denied); });
    if (!under || !denied.denies) continue;
    const NegationCue* answer =
        Nearest(denied, [](const NegationCue& cue) { return cue.denies && IsWeak(cue); });
    if (answer != nullptr) renders_[static_cast<std::size_t>(answer - theirs_.data())] = &denied;
  }
}

// Each weak cue there that nothing renders yet may answer one cue here, the nearest: an unanswered
// strong one, or a weak one that is not rendered.
void NegationAnswers::PairWeak() {
  std::vector<const NegationCue*> left = unanswered_;
  for (const NegationCue& cue : ours_) {
    if (IsWeak(cue) && !IsRendered(cue)) left.push_back(&cue);
  }
  while (!left.empty()) {
    std::size_t best = theirs_.size();
    auto closest = left.end();
    for (auto ours = left.begin(); ours != left.end(); ++ours) {
      for (std::size_t i = 0; i < theirs_.size(); ++i) {
        if (!IsWeak(theirs_[i]) || holder_[i] != nullptr || IsTaken(theirs_[i])) continue;
        if (best == theirs_.size() ||
            Distance(**ours, theirs_[i]) < Distance(**closest, theirs_[best])) {
          best = i;
          closest = ours;
        }
      }
    }
    if (best == theirs_.size()) return;
    holder_[best] = *closest;
    left.erase(closest);
  }
}

template <typename Asked>
float NegationAnswers::Nearness(const NegationCue& ours, const Asked& asked) const {
  const NegationCue* cue = Nearest(ours, asked);
  return cue == nullptr ? 0.0F : NearnessAt(Distance(ours, *cue));
}

float NegationAnswers::FreeWeakNear(const NegationCue& cue) const {
  const float nearness = Nearness(cue, [&](const NegationCue& c) {
    const NegationCue* holder = holder_[static_cast<std::size_t>(&c - theirs_.data())];
    return IsWeak(c) && !IsTaken(c) && (holder == nullptr || holder == &cue);
  });
  return nearness > 0.0F && IsLimited(cue) ? 1.0F : nearness;
}

// Whether a loose cue limits what is negated, `not reopened until`: wherever a weak one stands
// there, it says as much, `il a fallu attendre octobre`.
bool NegationAnswers::IsLimited(const NegationCue& strong) const {
  constexpr std::uint32_t kReach = 3;  // tokens behind what is negated
  return std::ranges::any_of(ours_, [&](const NegationCue& loose) {
    return loose.force == NegationForce::kLoose && loose.tokens.begin > strong.head &&
           loose.tokens.begin <= strong.head + kReach;
  });
}

float NegationAnswers::TakenWeakNear(const NegationCue& cue) const {
  return Nearness(cue, [&](const NegationCue& c) { return IsWeak(c) && IsTaken(c); });
}

float NegationAnswers::LooseNear(const NegationCue& cue) const {
  return Nearness(cue, [](const NegationCue& c) { return c.force == NegationForce::kLoose; });
}

float NegationAnswers::StrongNear(const NegationCue& cue) const {
  float nearest = 0.0F;
  for (const NegationCue& theirs : theirs_) {
    if (theirs.strong()) nearest = std::max(nearest, NearnessAt(Distance(cue, theirs)));
  }
  return nearest;
}

bool NegationAnswers::DeniesDenial(const NegationCue& strong) const {
  return std::ranges::any_of(ours_, [&](const NegationCue& weak) {
    // `ne … pas … ni` negates once.
    const std::string& word = view_.here().words()[weak.tokens.begin].folded;
    return IsUnder(strong, weak) && !view_.here().rules().closers.Contains(word) &&
           !IsRendered(weak);
  });
}

bool NegationAnswers::DeniesRendered(const NegationCue& strong) const {
  return std::ranges::any_of(renders_, [&](const NegationCue* denied) {
    return denied != nullptr && IsUnder(strong, *denied);
  });
}

std::vector<const NegationCue*> NegationAnswers::LostDenials() const {
  std::vector<const NegationCue*> lost;
  for (std::size_t i = 0; i < theirs_.size(); ++i) {
    if (theirs_[i].strong() && free_[i]) return lost;  // it may say what one of them says
  }
  for (const NegationCue& cue : ours_) {
    if (!cue.denies || !IsWeak(cue) || IsRendered(cue)) continue;
    const bool denied =
        std::ranges::any_of(ours_, [&](const NegationCue& strong) { return IsUnder(strong, cue); });
    if (!denied) lost.push_back(&cue);
  }
  // One there that renders nothing answers one here, wherever it stands.
  for (const NegationCue& theirs : theirs_) {
    if (lost.empty() || !IsWeak(theirs) || IsTaken(theirs)) continue;
    lost.erase(std::ranges::min_element(
        lost, {}, [&](const NegationCue* cue) { return Distance(*cue, theirs); }));
  }
  return lost;
}

// Whether a negating word of the one is linked to one of the other.
bool NegationAnswers::AreLinked(const NegationCue& ours, const NegationCue& theirs) const {
  bool linked = false;
  ours.VisitNegating([&](std::uint32_t i) {
    for (const HalfLink& link : view_.LinksOf(i)) {
      linked = linked || (link.probability >= kSureLink && theirs.Negates(link.other));
    }
  });
  return linked;
}

// Whether they negate the same: `without power`, `privés de courant`.
bool NegationAnswers::NegateTheSame(const NegationCue& ours, const NegationCue& theirs) const {
  return std::ranges::any_of(view_.LinksOf(ours.head), [&](const HalfLink& link) {
    return link.probability >= kSureLink && link.other == theirs.head;
  });
}

bool NegationAnswers::IsTaken(const NegationCue& theirs) const {
  if (renders_[static_cast<std::size_t>(&theirs - theirs_.data())] != nullptr) return true;
  return std::ranges::any_of(ours_, [&](const NegationCue& ours) {
    return IsWeak(ours) && (AreLinked(ours, theirs) || NegateTheSame(ours, theirs));
  });
}

bool NegationAnswers::IsRendered(const NegationCue& ours) const {
  if (std::ranges::find(renders_, &ours) != renders_.end()) return true;
  return std::ranges::any_of(theirs_, [&](const NegationCue& theirs) {
    return AreLinked(ours, theirs) || NegateTheSame(ours, theirs);
  });
}

}  // namespace calque::internal
