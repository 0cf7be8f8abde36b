// How far a claim goes, changed: `some` for `tous`, `nearly` for `plus de`, `twice` for `la
// moitié`, `accused` for `condamné pour`.
#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "align/entities/value_key.h"
#include "align/entities/values.h"
#include "align/fidelity/bead_sides.h"
#include "align/fidelity/check.h"
#include "align/fidelity/told_phrases.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "linked",    // probability of the best link between the two phrases
    "beside",    // the next word that means something renders that behind the other, or is linked
    "figure",    // the same figure stands right behind both
    "distance",  // between the two places, as shares of their sides
    "rendered",  // lexical evidence that a word no other is surer of renders either
    "many",      // phrases of the family that either side has beside the two, 2 at most
};
const EvidenceModel kQuantifier{"quantifier-changed", kFeatures};
const EvidenceModel kVerdict{"verdict-changed", kFeatures};

constexpr std::string_view kMargin = "margin";  // says how near a figure is, before it only
constexpr std::string_view kOfLaw = "verdict";  // says what is proved
constexpr std::uint32_t kReach = 3;             // words from a phrase to what it is about

// The key of the value that begins right behind the phrase; empty for none.
std::string_view KeyBehind(const SideView& side, IndexRange<Token> all, IndexRange<Token> phrase) {
  const IndexRange<Token> behind{phrase.end, std::min(all.end, phrase.end + kReach)};
  if (behind.empty()) return {};
  const std::uint32_t begin = side.SpanOf(behind).begin;
  const IndexRange<Mention> mentions = side.MentionsIn(side.SpanOf({behind.begin, all.end}));
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    const Mention& mention = side.mentions()[m];
    if (mention.span.begin == begin && SplitKey(mention.key)) return mention.key;
  }
  return {};
}

// The phrases of a side; of a family those inside a longer one say nothing: `few` of `a few`.
ToldPhrases SideOf(const SideView& side, IndexRange<Token> tokens) {
  ToldPhrases found;
  const std::vector<std::string_view> folded = side.Folded(tokens);
  const std::vector<std::string> written = side.Written(tokens);
  for (std::uint32_t i = 0; i < folded.size(); ++i) {
    const std::uint32_t at = tokens.begin + i;
    const std::vector<WordMeaning> meanings =
        side.rules().claims.MeaningsAt(std::span(folded).subspan(i), std::span(written).subspan(i));
    for (const WordMeaning& meaning : meanings) {
      const ToldPhrase phrase{meaning.family, meaning.member, {at, at + meaning.words}};
      const bool longer = std::ranges::any_of(meanings, [&](const WordMeaning& other) {
        return other.family == meaning.family && other.words > meaning.words;
      });
      const bool inside = std::ranges::any_of(found.named, [&](const ToldPhrase& other) {
        return other.family == phrase.family && other.tokens.begin < at && at < other.tokens.end;
      });
      if (longer || inside) continue;
      found.named.push_back(phrase);
      const bool bare = phrase.family == kMargin && KeyBehind(side, tokens, phrase.tokens).empty();
      if (meaning.use != Use::kNames && !bare) found.told.push_back(phrase);
    }
  }
  return found;
}

class ClaimCheck {
 public:
  ClaimCheck(const CheckInput& input, std::uint32_t index)
      : sides_(input.scene, index),
        ours_(SideOf(sides_.source.here(), sides_.here)),
        theirs_(SideOf(sides_.target.here(), sides_.there)) {}

  std::vector<Candidate> Run() const {
    const auto cost = [&](const ToldPhrase& ours, const ToldPhrase& theirs) {
      return sides_.Distance(ours.tokens, theirs.tokens) - Linked(ours, theirs) -
             Beside(ours, theirs);
    };
    std::vector<Candidate> found;
    for (const auto& [ours, theirs] : PairChanged(ours_, theirs_, cost)) {
      found.push_back(Describe(ours, theirs));
    }
    return found;
  }

 private:
  [[nodiscard]] float Linked(const ToldPhrase& ours, const ToldPhrase& theirs) const {
    return BestLink(sides_.source, ours.tokens, theirs.tokens);
  }

  // The first word that means something within reach behind a phrase, as a range.
  static IndexRange<Token> Behind(const SideView& side, IndexRange<Token> all,
                                  const ToldPhrase& phrase) {
    const std::uint32_t end = std::min(all.end, phrase.tokens.end + kReach);
    for (std::uint32_t i = phrase.tokens.end; i < end; ++i) {
      if (side.words()[i].IsPunctuation()) break;
      if (side.words()[i].HasContent()) return {i, i + 1};
    }
    return {phrase.tokens.end, phrase.tokens.end};
  }

  [[nodiscard]] float Beside(const ToldPhrase& ours, const ToldPhrase& theirs) const {
    return BestLink(sides_.source, Behind(sides_.source.here(), sides_.here, ours),
                    Behind(sides_.target.here(), sides_.there, theirs));
  }

  [[nodiscard]] bool StandBeforeOne(const ToldPhrase& ours, const ToldPhrase& theirs) const {
    const std::string_view key = KeyBehind(sides_.source.here(), sides_.here, ours.tokens);
    const std::string_view other = KeyBehind(sides_.target.here(), sides_.there, theirs.tokens);
    return !key.empty() && !other.empty() && ValuesAgree(key, other);
  }

  [[nodiscard]] float Others(const ToldPhrase& phrase) const {
    const auto same = [&](const ToldPhrase& other) { return other.family == phrase.family; };
    const auto all =
        std::ranges::count_if(ours_.told, same) + std::ranges::count_if(theirs_.told, same);
    return std::min(2.0F, static_cast<float>(all - 2));
  }

  [[nodiscard]] Candidate Describe(const ToldPhrase& ours, const ToldPhrase& theirs) const {
    const bool of_law = ours.family == kOfLaw;
    Candidate candidate = sides_.Changed(ours.tokens, theirs.tokens);
    candidate.category = of_law ? "modality-changed" : "quantifier-changed";
    candidate.model = of_law ? &kVerdict : &kQuantifier;
    candidate.features = {Linked(ours, theirs),
                          Beside(ours, theirs),
                          Flag(StandBeforeOne(ours, theirs)),
                          sides_.Distance(ours.tokens, theirs.tokens),
                          std::max(BestRendered(sides_.source, ours.tokens),
                                   BestRendered(sides_.target, theirs.tokens)),
                          Others(ours)};
    return candidate;
  }

  BeadSides sides_;
  ToldPhrases ours_;
  ToldPhrases theirs_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  if (input.scene.source().rules().claims.empty()) return {};
  if (input.scene.target().rules().claims.empty()) return {};
  return FromPairedBeads(input.scene,
                         [&](std::uint32_t bead) { return ClaimCheck(input, bead).Run(); });
}

constexpr const EvidenceModel* kModels[] = {&kQuantifier, &kVerdict};

}  // namespace

extern const Check kClaimsCheck{"claims", &Run, kModels};

}  // namespace calque::internal
