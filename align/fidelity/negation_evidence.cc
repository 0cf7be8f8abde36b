#include "align/fidelity/negation_evidence.h"

#include <algorithm>
#include <string>
#include <vector>

#include "align/fidelity/denial.h"

namespace calque::internal {
namespace {

constexpr float kLinked = 0.2F;  // a link that may say what renders a word

}  // namespace

float BestLink(const View& view, IndexRange<Token> tokens, WordClass kind) {
  float best = 0.0F;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    for (const HalfLink& link : view.LinksOf(i)) {
      if (view.there().words()[link.other].kind == kind) best = std::max(best, link.probability);
    }
  }
  return best;
}

float CueLink(const View& view, const NegationCue& cue, WordClass kind) {
  float best = 0.0F;
  cue.VisitNegating([&](std::uint32_t i) {
    best = std::max(best, BestLink(view, {i, i + 1}, kind));
  });
  return best;
}

float LexicalOf(const View& view, const NegationCue& cue) {
  float best = 0.0F;
  cue.VisitNegating([&](std::uint32_t i) {
    if (view.here().words()[i].kind == WordClass::kContent) {
      best = std::max(best, view.coverage().evidence[i].lexical);
    }
  });
  return best;
}

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

bool HeadMayDeny(const View& view, const NegationCue& cue) {
  return std::ranges::any_of(view.LinksOf(cue.head), [&](const HalfLink& link) {
    return link.probability >= kLinked && HasOtherPrefix(view, cue.head, link.other);
  });
}

bool Asks(const SideView& side, std::uint32_t token, std::uint32_t end) {
  for (std::uint32_t i = token; i < end; ++i) {
    const std::string& word = side.words()[i].folded;
    if (word == "?") return true;
    if (word == "." || word == "!") return false;
  }
  return false;
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

IndexRange<Token> PlaceOf(const SideView& side, IndexRange<Token> bead, const NegationCue& cue) {
  const std::vector<Token>& tokens = side.document().tokens;
  std::uint32_t begin = std::min(cue.tokens.begin, cue.head);
  while (begin > bead.begin && !side.words()[begin - 1].IsPunctuation() &&
         tokens[begin - 1].span.end == tokens[begin].span.begin) {
    --begin;
  }
  return {begin, std::max(cue.tokens.end, cue.head + 1)};
}

}  // namespace calque::internal
