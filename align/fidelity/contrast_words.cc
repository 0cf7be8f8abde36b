#include "align/fidelity/contrast_words.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "align/base/mention_kind.h"
#include "align/fidelity/negation_cues.h"

namespace calque::internal {
namespace {

// The member of a kind that no word is: phrases in which words of the kind mean nothing of it.
constexpr std::string_view kIdiom = "idiom";
constexpr std::uint32_t kReach = 2;  // words that mean something, from a cue to what it may deny
constexpr std::uint32_t kShare = 4;  // words from a pole to the percentage that it is of

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
Denied IsDenied(const SideView& side, IndexRange<Token> pole, const std::vector<NegationCue>& cues,
                std::uint32_t end) {
  Denied denied = Denied::kNo;
  for (const NegationCue& cue : cues) {
    if (cue.tokens.begin > pole.begin) break;
    if (cue.tokens.begin >= pole.begin && cue.tokens.end <= pole.end) continue;  // `not guilty`
    const bool inside = pole.begin < cue.tokens.end;
    const bool reached = pole.begin < EndOfReach(side, cue, end);
    const bool whole = inside && cue.tokens.size() > pole.size() && !cue.denies;
    if (cue.strong() ? reached : whole) return Denied::kYes;
    if (cue.denies && reached && !inside) denied = Denied::kPerhaps;
  }
  return denied;
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

// Whether the word is part of a longer name, `Condoleezza Rice`, `Home Office`.
bool IsInName(const SideView& side, IndexRange<Mention> mentions, std::uint32_t token) {
  const ByteSpan word = side.SpanOf({token, token + 1});
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    const Mention& mention = side.mentions()[m];
    if (mention.span.begin > word.begin) break;
    if (IsName(mention.kind) && mention.span.Contains(word) && mention.span != word) return true;
  }
  return false;
}

}  // namespace

std::vector<ContrastWord> FindContrastWords(const SideView& side, IndexRange<Token> tokens) {
  std::vector<ContrastWord> found;
  const std::vector<std::string_view> folded = side.Folded(tokens);
  const std::vector<std::string> written = side.Written(tokens);
  std::optional<std::vector<NegationCue>> cues;  // found when first asked for
  const IndexRange<Mention> mentions = side.MentionsIn(side.SpanOf(tokens));
  for (std::uint32_t i = 0; i < folded.size(); ++i) {
    const std::uint32_t token = tokens.begin + i;
    for (const WordMeaning& meaning : Foremost(side.rules().opposites.MeaningsAt(
             std::span(folded).subspan(i), std::span(written).subspan(i)))) {
      // `bons` of `moins bons` says nothing of its own.
      const bool inside = std::ranges::any_of(found, [&](const ContrastWord& other) {
        return other.meaning.family == meaning.family && other.token < token &&
               token < other.tokens().end;
      });
      const bool of_kind = meaning.bond == Bond::kOneOfMany;
      if (inside || (of_kind && IsInName(side, mentions, token))) continue;
      if (meaning.use == Use::kOfShare && !IsOfShare(side, token, tokens.end)) continue;
      if (!cues) cues = FindNegations(side, tokens);
      const Denied denied = IsDenied(side, {token, token + meaning.words}, *cues, tokens.end);
      found.push_back({token, meaning, denied});
    }
  }
  std::erase_if(found, [](const ContrastWord& word) { return word.meaning.member == kIdiom; });
  return found;
}

bool Contrary(const ContrastWord& a, const ContrastWord& b) {
  return a.meaning.family == b.meaning.family && a.meaning.member != b.meaning.member &&
         a.denied == b.denied;
}

bool Agree(const ContrastWord& a, const ContrastWord& b) {
  if (a.meaning.family != b.meaning.family) return false;
  const bool alike = a.meaning.member == b.meaning.member;
  // Who is not the father is not the mother for that.
  if (a.meaning.bond == Bond::kOneOfMany) return alike;
  return alike == ((a.denied == Denied::kNo) == (b.denied == Denied::kNo));
}

}  // namespace calque::internal
