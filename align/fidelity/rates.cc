// What a figure is counted by, changed: `weekly` for `daily`, `a barrel` for `a tonne`.
#include <algorithm>
#include <optional>
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
    "beside",    // both stand right behind a figure, and it is the same
    "distance",  // between the two places, as shares of their sides
    "money",     // both are currencies
};
const EvidenceModel kRateChanged{"rate-changed", kFeatures};

constexpr std::string_view kMoney = "money";

class RateCheck {
 public:
  RateCheck(const CheckInput& input, std::uint32_t index) : sides_(input.scene, index) {}

  std::vector<Candidate> Run() const {
    const ToldPhrases ours = SideOf(sides_.source.here(), sides_.here);
    const ToldPhrases theirs = SideOf(sides_.target.here(), sides_.there);
    const auto cost = [&](const ToldPhrase& here, const ToldPhrase& there) {
      return sides_.Distance(here.tokens, there.tokens);
    };
    std::vector<Candidate> found;
    for (const auto& [here, there] : PairChanged(ours, theirs, cost)) {
      found.push_back(Describe(here, there));
    }
    return found;
  }

 private:
  static ToldPhrases SideOf(const SideView& side, IndexRange<Token> tokens) {
    ToldPhrases found;
    const std::vector<std::string_view> folded = side.Folded(tokens);
    const std::vector<std::string> written = side.Written(tokens);
    const IndexRange<Mention> mentions = side.MentionsIn(side.SpanOf(tokens));
    for (std::uint32_t i = 0; i < folded.size(); ++i) {
      for (const WordMeaning& meaning : side.rules().rates.MeaningsAt(
               std::span(folded).subspan(i), std::span(written).subspan(i))) {
        const std::uint32_t at = tokens.begin + i;
        const ToldPhrase rate{meaning.family, meaning.member, {at, at + meaning.words}};
        found.named.push_back(rate);
        const bool names_only = meaning.use == Use::kNames;
        if (!names_only && !IsCounted(side, mentions, rate.tokens)) found.told.push_back(rate);
      }
    }
    NameUnits(side, mentions, &found);
    return found;
  }

  // Whether the words belong to a value that says more than one of it, `three weeks`, `100 miles an
  // hour`: values are compared as such.
  static bool IsCounted(const SideView& side, IndexRange<Mention> mentions,
                        IndexRange<Token> tokens) {
    for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
      const std::optional<ValueKey> key = SplitKey(side.mentions()[m].key);
      if (!key || key->value == "1") continue;
      const IndexRange<Token> value = side.TokensIn(side.mentions()[m].span);
      if (value.begin < tokens.end && tokens.begin < value.end) return true;
    }
    return false;
  }

  // `$` and `km` of a value name their unit, too.
  static void NameUnits(const SideView& side, IndexRange<Mention> mentions, ToldPhrases* found) {
    for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
      const Mention& mention = side.mentions()[m];
      const std::optional<ValueKey> key = SplitKey(mention.key);
      if (!key || key->unit.empty()) continue;
      for (const std::string_view family :
           {std::string_view("time"), std::string_view("goods"), kMoney}) {
        found->named.push_back({family, key->unit, side.TokensIn(mention.span)});
      }
    }
  }

  // The key of the last value in the few words before the phrase, `113 to the dollar`, `ten fields
  // a minute`; empty for none.
  static std::string_view KeyBefore(const SideView& side, IndexRange<Token> all,
                                    const ToldPhrase& rate) {
    constexpr std::uint32_t kReach = 4;  // tokens
    const std::uint32_t begin = std::max(all.begin + kReach, rate.tokens.begin) - kReach;
    if (begin == rate.tokens.begin) return {};
    const IndexRange<Mention> mentions = side.MentionsIn(side.SpanOf({begin, rate.tokens.begin}));
    for (std::uint32_t m = mentions.end; m > mentions.begin; --m) {
      const Mention& mention = side.mentions()[m - 1];
      if (SplitKey(mention.key)) return mention.key;
    }
    return {};
  }

  [[nodiscard]] bool StandBesideOne(const ToldPhrase& ours, const ToldPhrase& theirs) const {
    const std::string_view key = KeyBefore(sides_.source.here(), sides_.here, ours);
    const std::string_view other = KeyBefore(sides_.target.here(), sides_.there, theirs);
    return !key.empty() && !other.empty() && ValuesAgree(key, other);
  }

  [[nodiscard]] Candidate Describe(const ToldPhrase& ours, const ToldPhrase& theirs) const {
    Candidate candidate = sides_.Changed(ours.tokens, theirs.tokens);
    candidate.category = ours.family == kMoney ? "currency-changed" : "unit-changed";
    candidate.model = &kRateChanged;
    candidate.features = {BestLink(sides_.source, ours.tokens, theirs.tokens),
                          Flag(StandBesideOne(ours, theirs)),
                          sides_.Distance(ours.tokens, theirs.tokens), Flag(ours.family == kMoney)};
    return candidate;
  }

  BeadSides sides_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  if (input.scene.source().rules().rates.empty()) return {};
  if (input.scene.target().rules().rates.empty()) return {};
  return FromPairedBeads(input.scene,
                         [&](std::uint32_t bead) { return RateCheck(input, bead).Run(); });
}

constexpr const EvidenceModel* kModels[] = {&kRateChanged};

}  // namespace

extern const Check kRatesCheck{"rates", &Run, kModels};

}  // namespace calque::internal
