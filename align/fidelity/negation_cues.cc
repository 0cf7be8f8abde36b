#include "align/fidelity/negation_cues.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "align/fidelity/quotation_marks.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kBracketReach = 8;   // tokens from `ne` to `pas`
constexpr std::uint32_t kVerbReach = 3;      // tokens from `ne` to a verb that needs no `pas`
constexpr std::uint32_t kSubjectReach = 10;  // tokens from `aucun …` to its `ne`

class Finder {
 public:
  Finder(const SideView& side, IndexRange<Token> tokens)
      : side_(side), rules_(side.rules()), begin_(tokens.begin), folded_(side.Folded(tokens)) {}

  std::vector<NegationCue> Run() {
    std::size_t i = 0;
    while (i < folded_.size()) i = Step(i);
    return std::move(cues_);
  }

 private:
  // Looks at token i; the token to look at next.
  std::size_t Step(std::size_t i) {
    const auto rest = std::span(folded_).subspan(i);
    if (const std::size_t length = rules_.exempt.LengthAt(rest); length > 0) {
      Add(i, i + length, NegationForce::kWeak);
      return i + length;
    }
    if (Numbers(i)) return i + 1;
    if (rules_.particles.Contains(folded_[i])) return Bracket(i);
    const std::pair<const PhraseSet&, NegationForce> sets[] = {
        {rules_.negations, NegationForce::kStrong},
        {rules_.denials, NegationForce::kWeak},
        {rules_.weak_negations, NegationForce::kWeak},
        {rules_.loose_negations, NegationForce::kLoose}};
    for (const auto& [phrases, force] : sets) {
      if (const std::size_t length = phrases.LengthAt(rest); length > 0) {
        Add(i, i + length, force);
        cues_.back().denies = rules_.denials.LengthAt(rest) == length;
        return i + length;
      }
    }
    return i + 1;
  }

  // `No 2`.
  [[nodiscard]] bool Numbers(std::size_t i) const {
    return rules_.numberings.Contains(folded_[i]) && i + 1 < folded_.size() &&
           side_.words()[begin_ + i + 1].kind == WordClass::kNumber;
  }

  [[nodiscard]] bool Punctuation(std::size_t i) const {
    return side_.words()[begin_ + i].IsPunctuation();
  }

  std::size_t Bracket(std::size_t i) {
    const std::size_t reach = std::min(folded_.size(), i + 1 + kBracketReach);
    for (std::size_t j = i + 1; j < reach && !Stops(j); ++j) {
      if (rules_.closers.Contains(folded_[j])) {
        AddAround(i, j, IsRestriction(j) ? NegationForce::kWeak : NegationForce::kStrong);
        return j + 1;
      }
      if (rules_.restrictives.Contains(folded_[j])) {
        // The negative subject still negates: `aucun n'a dit que`.
        return SubjectBefore(i) ? Subject(i) : Restriction(i, j);
      }
    }
    return SubjectBefore(i) ? Subject(i) : Alone(i);
  }

  [[nodiscard]] bool Stops(std::size_t j) const {
    return rules_.particles.Contains(folded_[j]) ||
           (Punctuation(j) && folded_[j] != "-" && !IsQuotationMark(folded_[j]));
  }

  // `ne … pas seulement`, `ne … plus que`.
  [[nodiscard]] bool IsRestriction(std::size_t closer) const {
    if (rules_.exempt.LengthAt(std::span(folded_).subspan(closer)) > 0) return true;
    return (rules_.weak_negations.Contains(folded_[closer]) ||
            rules_.loose_negations.Contains(folded_[closer])) &&
           closer + 1 < folded_.size() && rules_.restrictives.Contains(folded_[closer + 1]);
  }

  [[nodiscard]] std::optional<std::size_t> SubjectBefore(std::size_t i) const {
    for (std::size_t back = 1; back <= std::min<std::size_t>(i, kSubjectReach); ++back) {
      const std::string_view word = folded_[i - back];
      if (rules_.particles.Contains(word) || rules_.restrictives.Contains(word)) {
        return std::nullopt;
      }
      if (rules_.subjects.Contains(word)) return i - back;
    }
    return std::nullopt;
  }

  // `Personne ne`, `aucun accord n'`: the weak cue that its first word was becomes strong.
  std::size_t Subject(std::size_t i) {
    const std::size_t subject = *SubjectBefore(i);
    while (!cues_.empty() && cues_.back().tokens.begin >= begin_ + subject) cues_.pop_back();
    AddAround(subject, i, NegationForce::kStrong);
    return i + 1;
  }

  // `ne sera utile que si`: it answers `will not be of use unless`.
  std::size_t Restriction(std::size_t particle, std::size_t restrictive) {
    AddAround(particle, restrictive, NegationForce::kWeak);
    return restrictive + 1;
  }

  std::size_t Alone(std::size_t i) {
    Add(i, i + 1, BeforeLoneVerb(i) ? NegationForce::kStrong : NegationForce::kWeak);
    return i + 1;
  }

  // `Il ne peut venir`, `n'a pu`. Behind some words with `que` the particle means nothing: `avant
  // qu'il ne puisse`, `plus qu'il ne peut`.
  [[nodiscard]] bool BeforeLoneVerb(std::size_t i) const {
    for (std::size_t back = 1; back <= std::min<std::size_t>(i, kSubjectReach); ++back) {
      if (Punctuation(i - back)) break;
      if (rules_.restrictives.Contains(folded_[i - back])) {
        if (BehindExpletive(i - back)) return false;
        break;
      }
    }
    const std::size_t reach = std::min(folded_.size(), i + 1 + kVerbReach);
    for (std::size_t j = i + 1; j < reach && !Stops(j); ++j) {
      if (rules_.lone_verbs.Contains(folded_[j])) return true;
    }
    return false;
  }

  [[nodiscard]] bool BehindExpletive(std::size_t restrictive) const {
    constexpr std::size_t kReach = 3;  // tokens: `plus grand encore que`
    for (std::size_t back = 1; back <= std::min(restrictive, kReach); ++back) {
      if (rules_.expletives.Contains(folded_[restrictive - back])) return true;
    }
    return false;
  }

  void Add(std::size_t first, std::size_t last, NegationForce force) {
    cues_.push_back({{At(first), At(last)}, {At(last), At(last)}, At(HeadOf(first, last)), force});
  }

  // The two words `first` and `last`, with what stands between them.
  void AddAround(std::size_t first, std::size_t last, NegationForce force) {
    Add(first, last + 1, force);
    cues_.back().middle = {At(first + 1), At(last)};
  }

  [[nodiscard]] std::uint32_t At(std::size_t i) const {
    return static_cast<std::uint32_t>(begin_ + i);
  }

  // The verb inside the brackets, or the first word behind the cue that means something.
  [[nodiscard]] std::size_t HeadOf(std::size_t first, std::size_t last) const {
    const auto content = [&](std::size_t i) {
      return side_.words()[begin_ + i].kind == WordClass::kContent &&
             !rules_.closers.Contains(folded_[i]);
    };
    for (std::size_t i = first + 1; i + 1 < last; ++i) {
      if (content(i)) return i;
    }
    for (std::size_t i = last; i < folded_.size() && i < last + 4; ++i) {
      if (content(i)) return i;
    }
    return last - 1;
  }

  const SideView& side_;
  const FidelityRules& rules_;
  std::uint32_t begin_;
  std::vector<std::string_view> folded_;
  std::vector<NegationCue> cues_;
};

}  // namespace

std::vector<NegationCue> FindNegations(const SideView& side, IndexRange<Token> tokens) {
  return Finder(side, tokens).Run();
}

}  // namespace calque::internal
