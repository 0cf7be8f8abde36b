#include "align/fidelity/side_names.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "align/fidelity/enumeration.h"
#include "align/fidelity/form.h"
#include "align/fidelity/gap.h"

namespace calque::internal {
namespace {

constexpr float kSame = 0.75F;      // FormSimilarity of two ways to write one name
constexpr std::uint32_t kNear = 2;  // beads to either side

// A content word that is no part of a name.
bool IsPlain(const Word& word) { return word.kind == WordClass::kContent && !word.capital; }

IndexRange<Token> AllTokens(const SideView& side) {
  return {0, static_cast<std::uint32_t>(side.words().size())};
}

}  // namespace

SideNames::SideNames(const CheckInput& input, View::From from, std::uint32_t bead)
    : input_(input),
      view_(input.scene, from),
      bead_(bead),
      tokens_(view_.Here(input.scene.bitext().beads[bead])),
      loose_(FindLooseNames(view_, input.scene.bitext().beads[bead])) {
  if (input.scope == FidelityScope::kDocument) {
    std::erase_if(loose_, [&](const LooseName& name) { return Moved(name); });
  }
  count_ = loose_.size();
  const auto loose = [&](std::uint32_t token) {
    const auto name = std::ranges::partition_point(
        loose_, [&](const LooseName& other) { return other.tokens.end <= token; });
    return name != loose_.end() && name->tokens.begin <= token;
  };
  for (LooseName& name : loose_) {
    const auto beside = ListedBeside(view_.here(), tokens_, name.tokens);
    name.member = !std::ranges::all_of(beside, loose);
  }
}

std::string_view SideNames::Text(const LooseName& name) const {
  return view_.here().Text(view_.here().SpanOf(name.tokens));
}

float SideNames::Place(const LooseName& name) const {
  return static_cast<float>(name.tokens.begin - tokens_.begin) / static_cast<float>(tokens_.size());
}

float SideNames::Rest() const { return view_.MeanLost(tokens_, IsPlain); }

float SideNames::Slack() const {
  float count = 0.0F;
  for (std::uint32_t i = tokens_.begin; i < tokens_.end; ++i) {
    if (IsPlain(view_.here().words()[i]) && view_.lost()[i] > 0.0F) count += 1.0F;
  }
  return std::log1p(count);
}

bool SideNames::HasGap() const { return internal::HasGap(view_.here(), tokens_); }

Slot SideNames::SlotOf(const LooseName& name) const {
  return internal::SlotOf(view_, tokens_, name.tokens);
}

float SideNames::Pronouns() const {
  const auto count = [](const SideView& side, IndexRange<Token> tokens) {
    const auto words = side.words().subspan(tokens.begin, tokens.size());
    return static_cast<float>(std::count_if(words.begin(), words.end(), [&](const Word& word) {
      return side.rules().pronouns.Contains(word.folded);
    }));
  };
  const float there = count(view_.there(), view_.There(input_.scene.bitext().beads[bead_]));
  return std::max(0.0F, count(view_.here(), tokens_) - there);
}

bool SideNames::IsGloss(const LooseName& name) const {
  constexpr std::uint32_t kLongest = 8;  // words between the brackets to either side of the name
  const auto words = view_.here().words();
  const auto brackets = [&](std::uint32_t i) {
    return words[i].folded == "(" || words[i].folded == ")";
  };
  std::uint32_t open = name.tokens.begin;
  while (open > tokens_.begin && name.tokens.begin - open < kLongest && !brackets(open)) --open;
  std::uint32_t close = name.tokens.end;
  while (close < tokens_.end && close - name.tokens.end < kLongest && !brackets(close)) ++close;
  return open > tokens_.begin && close < tokens_.end && words[open].folded == "(" &&
         words[close].folded == ")" && words[open - 1].capital;
}

bool SideNames::Elsewhere(const LooseName& name) const {
  if (input_.scope == FidelityScope::kLines) return false;
  const IndexRange<Token> there = AllTokens(view_.there());
  if (view_.here().InHeadline(view_.here().SpanOf(name.tokens))) {
    return CountOf(name, view_.here(), view_.there(), there) > 0;
  }
  return IsSpare(name, AllTokens(view_.here()), there);
}

// Whether the beads near by have it more often on the other side than here: text that moved is not
// lost.
bool SideNames::Moved(const LooseName& name) const {
  const std::vector<Bead>& beads = input_.scene.bitext().beads;
  const std::uint32_t first = bead_ < kNear ? 0 : bead_ - kNear;
  const auto last = std::min<std::size_t>(bead_ + kNear + 1, beads.size());
  for (std::size_t i = first; i < last; ++i) {
    if (i != bead_ && IsSpare(name, view_.Here(beads[i]), view_.There(beads[i]))) return true;
  }
  return false;
}

bool SideNames::IsSpare(const LooseName& name, IndexRange<Token> here,
                        IndexRange<Token> there) const {
  const std::size_t found = CountOf(name, view_.here(), view_.there(), there);
  return found > 0 && found > CountOf(name, view_.here(), view_.here(), here);
}

std::size_t SideNames::CountOf(const LooseName& name, const SideView& named, const SideView& side,
                               IndexRange<Token> tokens) {
  const std::string& wanted = named.words()[name.tokens.end - 1].folded;
  const auto words = side.words().subspan(tokens.begin, tokens.size());
  return std::ranges::count_if(words, [&](const Word& word) {
    return word.capital && FormSimilarity(wanted, word.folded) >= kSame;
  });
}

}  // namespace calque::internal
