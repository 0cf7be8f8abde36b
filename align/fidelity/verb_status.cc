#include "align/fidelity/verb_status.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace calque::internal {
namespace {

constexpr std::uint32_t kMostBetween = 4;  // words between a cue and its verb
constexpr std::uint32_t kBefore = 2;       // words before a cue that may negate it: `ne le peut`

struct Cue {
  VerbStatus status;
  std::uint32_t words;
};

bool EndsIn(std::string_view word, std::span<const std::string> endings) {
  return std::ranges::any_of(endings, [&](const std::string& ending) {
    return word.size() > ending.size() + 1 && word.ends_with(ending);
  });
}

class Reader {
 public:
  Reader(const SideView& side, IndexRange<Token> tokens)
      : side_(side),
        rules_(side.rules().verbs),
        tokens_(tokens),
        folded_(side.Folded(tokens)),
        written_(side.Written(tokens)) {}

  std::vector<StatedVerb> Run() {
    std::vector<StatedVerb> found;
    for (std::uint32_t i = 0; i < folded_.size();) {
      const std::optional<Cue> cue = IsName(i) ? std::nullopt : CueAt(i);
      if (cue) {
        if (const std::optional<std::uint32_t> verb = VerbBehind(i + cue->words, cue->status)) {
          Take({cue->status, {i, *verb + 1}, *verb, IsNegated(i, *verb)}, &found);
        }
        i += cue->words;
        continue;
      }
      if (const std::optional<VerbStatus> status = StatusByForm(i)) {
        Take({*status, {i, i + 1}, i, IsNegated(i, i + 1)}, &found);
      }
      ++i;
    }
    for (StatedVerb& verb : found) {
      verb.verb += tokens_.begin;
      verb.tokens = {verb.tokens.begin + tokens_.begin, verb.tokens.end + tokens_.begin};
    }
    return found;
  }

 private:
  // What a longer phrase says goes before what a shorter one does: `has to` is not `has`.
  [[nodiscard]] std::optional<Cue> CueAt(std::uint32_t at) const {
    std::optional<Cue> best;
    const auto rest = std::span(folded_).subspan(at);
    for (std::size_t s = 0; s < kVerbStatuses; ++s) {
      const auto words = static_cast<std::uint32_t>(rules_.cues[s].LengthAt(rest));
      if (words == 0 || (best && best->words >= words)) continue;
      best = Cue{static_cast<VerbStatus>(s), words};
    }
    // `à` is no `a`.
    if (best && folded_[at].size() == 1 && written_[at] != folded_[at]) return std::nullopt;
    return best;
  }

  [[nodiscard]] bool IsBetween(std::uint32_t at) const {
    return rules_.between.Contains(folded_[at]) || EndsIn(written_[at], rules_.between_endings);
  }

  [[nodiscard]] bool IsParticiple(std::uint32_t at) const {
    return EndsIn(written_[at], rules_.participles) || rules_.irregular.Contains(folded_[at]);
  }

  [[nodiscard]] std::optional<std::uint32_t> VerbBehind(std::uint32_t at, VerbStatus cue) const {
    bool passive = cue == VerbStatus::kFuture || cue == VerbStatus::kOpen;  // `sera réduit`
    for (std::uint32_t left = kMostBetween; at < folded_.size() && left > 0; ++at, --left) {
      if (!IsBetween(at)) break;
      passive = passive || EndsIn(written_[at], rules_.infinitives);  // `doit être réduit`
    }
    if (at >= folded_.size()) return std::nullopt;
    const Word& word = side_.words()[tokens_.begin + at];
    if (word.kind != WordClass::kContent || word.capital) return std::nullopt;
    const bool fits = cue == VerbStatus::kDone ? IsParticiple(at)
                                               : rules_.infinitives.empty() ||
                                                     EndsIn(written_[at], rules_.infinitives) ||
                                                     (passive && IsParticiple(at));
    return fits ? std::optional(at) : std::nullopt;
  }

  [[nodiscard]] std::optional<VerbStatus> StatusByForm(std::uint32_t at) const {
    if (IsName(at) || rules_.no_verbs.Contains(folded_[at])) return std::nullopt;
    std::uint32_t before = at;
    while (before > 0 && IsBetween(before - 1) && !rules_.nominal.Contains(folded_[before - 1])) {
      --before;
    }
    if (before > 0 && rules_.nominal.Contains(folded_[before - 1])) return std::nullopt;
    for (std::size_t s = 0; s < kVerbStatuses; ++s) {
      if (rules_.verbs[s].Contains(folded_[at]) || EndsIn(written_[at], rules_.endings[s])) {
        return static_cast<VerbStatus>(s);
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool IsName(std::uint32_t at) const {
    const Word& word = side_.words()[tokens_.begin + at];
    return word.capital && !word.opens;
  }

  [[nodiscard]] bool IsNegated(std::uint32_t begin, std::uint32_t end) const {
    const FidelityRules& rules = side_.rules();
    for (std::uint32_t i = std::max(begin, kBefore) - kBefore; i < end; ++i) {
      if (rules.negations.Contains(folded_[i]) || rules.particles.Contains(folded_[i])) return true;
    }
    return false;
  }

  static void Take(const StatedVerb& verb, std::vector<StatedVerb>* found) {
    const bool known = std::ranges::any_of(
        *found, [&](const StatedVerb& other) { return other.verb == verb.verb; });
    if (!known) found->push_back(verb);
  }

  const SideView& side_;
  const VerbRules& rules_;
  IndexRange<Token> tokens_;
  std::vector<std::string_view> folded_;
  std::vector<std::string> written_;
};

}  // namespace

std::vector<StatedVerb> FindStatedVerbs(const SideView& side, IndexRange<Token> tokens) {
  return Reader(side, tokens).Run();
}

bool HasHint(const SideView& side, IndexRange<Token> tokens) {
  return side.rules().verbs.hints.OccursIn(side.Folded(tokens));
}

bool HasOpenCue(const SideView& side, IndexRange<Token> tokens) {
  const std::vector<std::string_view> folded = side.Folded(tokens);
  for (std::size_t s = 0; s < kVerbStatuses; ++s) {
    const auto status = static_cast<VerbStatus>(s);
    if (status == VerbStatus::kDone || status == VerbStatus::kDecided) continue;
    if (side.rules().verbs.cues[s].OccursIn(folded)) return true;
  }
  return false;
}

}  // namespace calque::internal
