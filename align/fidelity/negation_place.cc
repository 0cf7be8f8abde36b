#include "align/fidelity/negation_place.h"

#include <algorithm>
#include <cmath>

#include "align/fidelity/bead_sides.h"
#include "align/fidelity/coverage.h"
#include "align/fidelity/denial.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kReach = 4;  // tokens on either side of a cue, or of a place

const HalfLink* BestLinkOf(const View& view, std::uint32_t token) {
  const auto links = view.LinksOf(token);
  const auto best = std::ranges::max_element(links, {}, &HalfLink::probability);
  return best == links.end() ? nullptr : &*best;
}

// From the first to the last word of the cue and what it negates.
IndexRange<Token> Extent(const NegationCue& cue) {
  return {std::min(cue.tokens.begin, cue.head), std::max(cue.tokens.end, cue.head + 1)};
}

IndexRange<Token> Around(IndexRange<Token> inner, IndexRange<Token> bead) {
  return {std::max(bead.begin + kReach, inner.begin) - kReach,
          std::min(bead.end, inner.end + kReach)};
}

// Whether the word of the other side is free: it means something and renders too little here.
bool IsLoose(const View& back, std::uint32_t token, float least) {
  return back.here().words()[token].kind == WordClass::kContent &&
         back.coverage().evidence[token].free < least;
}

template <typename Visit>
void VisitAbout(IndexRange<Token> there, double place, const Visit& visit) {
  const auto begin = std::max(std::ceil(place - kReach), static_cast<double>(there.begin));
  for (auto i = static_cast<std::uint32_t>(begin); i < there.end && i <= place + kReach; ++i) {
    visit(i);
  }
}

}  // namespace

double ExpectedPlace(const View& view, std::uint32_t token, IndexRange<Token> here,
                     IndexRange<Token> there) {
  if (const HalfLink* best = BestLinkOf(view, token)) return best->other;
  for (std::uint32_t away = 1; away <= kReach; ++away) {
    for (const std::uint32_t i : {token - away, token + away}) {
      if (i < here.begin || i >= here.end || view.here().words()[i].IsPunctuation()) continue;
      if (const HalfLink* best = BestLinkOf(view, i)) return best->other;
    }
  }
  return there.begin + static_cast<double>(token - here.begin) * there.size() / here.size();
}

float HeadRendered(const View& view, const NegationCue& cue) {
  const HalfLink* best = BestLinkOf(view, cue.head);
  if (best == nullptr) return 0.0F;
  return LexicalEvidenceOf(view, view.here().words()[cue.head], view.there().words()[best->other]);
}

float LooseAbout(const View& view, IndexRange<Token> there, double place) {
  constexpr float kLeast = 0.2F;
  const View back = view.Back();
  float loose = 0.0F;
  VisitAbout(there, place, [&](std::uint32_t i) { loose += IsLoose(back, i, kLeast) ? 1.0F : 0; });
  return loose;
}

bool DenyingAbout(const View& view, IndexRange<Token> there, double place) {
  constexpr float kLeast = 0.35F;
  const View back = view.Back();
  bool denying = false;
  VisitAbout(there, place, [&](std::uint32_t i) {
    denying = denying || (IsLoose(back, i, kLeast) && MayDeny(view.there(), i));
  });
  return denying;
}

float ShareBeside(const View& view, IndexRange<Token> here, const NegationCue& cue, double place) {
  constexpr float kUnknown = 0.5F;  // of a cue that no other word stands by
  const IndexRange<Token> around = Around(Extent(cue), here);
  float all = 0.0F;
  float beside = 0.0F;
  for (std::uint32_t i = around.begin; i < around.end; ++i) {
    const bool counts = view.here().words()[i].kind == WordClass::kContent;
    if (!counts || cue.Negates(i) || i == cue.head) continue;
    all += 1.0F;
    const HalfLink* link = BestLinkOf(view, i);
    if (link == nullptr || link->probability < kSureLink) continue;
    beside += std::abs(link->other - place) <= kReach + 1 ? 1.0F : 0.0F;
  }
  return all == 0.0F ? kUnknown : beside / all;
}

PlainPoles PlainPolesOf(const View& view, const std::vector<ContrastWord>& ours,
                        const std::vector<ContrastWord>& theirs, const NegationCue& cue) {
  constexpr std::uint32_t kBehind = 2;  // tokens behind the cue and what it negates
  PlainPoles found;
  const IndexRange<Token> extent = Extent(cue);
  for (const ContrastWord& a : ours) {
    const bool denied = a.denied != Denied::kNo && a.meaning.bond == Bond::kTwoPoles;
    if (!denied || a.token < extent.begin || a.token >= extent.end + kBehind) continue;
    for (const ContrastWord& b : theirs) {
      if (a.meaning.family != b.meaning.family || b.denied != Denied::kNo) continue;
      const float link = BestLink(view, a.tokens(), b.tokens());
      if (a.meaning.member == b.meaning.member) {
        found.same = std::max(found.same, link);
      } else if (std::ranges::none_of(ours, [&](const ContrastWord& c) {
                   return c.meaning.member == b.meaning.member && Agree(c, b);
                 })) {
        found.opposite = std::max(found.opposite, link);
      }
    }
  }
  return found;
}

}  // namespace calque::internal
