// Two names that have changed places: `Alcaraz beat Sinner`, `Sinner a battu Alcaraz`. A sentence
// that is turned moves the words around a name with it; here they stay behind.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/base/utf8.h"
#include "align/fidelity/bead_sides.h"
#include "align/fidelity/message.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

// The weights are set by hand: open text teaches nothing of it, and in 13,071 pairs of news four
// untouched ones look so.
constexpr std::string_view kFeatures[] = {
    "swapped",  // log of the weight of links between words nearest to one name and words nearest to
                // the other one's partner
    "kept",     // the same of links between words nearest to a name and words nearest to its own
};
const EvidenceModel kModel{"name-swapped", kFeatures};

constexpr std::size_t kMostNames = 24;  // of one bead: a longer list has no places to change
constexpr float kLinked = 0.4F;         // probability of a link that shows the same words between
constexpr float kLeastSwapped = 0.3F;   // weight of links that is no chance
constexpr float kFaint = 0.05F;         // a link this weak is none

using Place = IndexRange<Token>;  // of a name

struct NamePair {
  const Mention* source;
  const Mention* target;
  Place here;
  Place there;
};

// How much nearer a token stands to the second of two names than to the first: its weight by
// whichever is nearer, negative for the first; 0 in either of them or in the middle.
float Leaning(std::uint32_t token, const Place& first, const Place& second) {
  const std::uint32_t to_first = TokensAway(first, token);
  const std::uint32_t to_second = TokensAway(second, token);
  if (to_first == to_second || to_first == 0 || to_second == 0) return 0.0F;
  return to_first < to_second ? -1.0F / std::sqrt(static_cast<float>(to_first))
                              : 1.0F / std::sqrt(static_cast<float>(to_second));
}

// What a sentence may say of one as of another.
bool MayBeSwapped(MentionKind kind) {
  return kind == MentionKind::kPerson || kind == MentionKind::kPlace ||
         kind == MentionKind::kOrganisation;
}

class SwapCheck {
 public:
  SwapCheck(const CheckInput& input, std::uint32_t bead)
      : sides_(input.scene, bead), view_(sides_.source) {}

  // The two that have most likely changed places.
  [[nodiscard]] std::vector<Candidate> Run() const {
    const std::vector<NamePair> names = Names();
    if (names.size() > kMostNames) return {};
    std::optional<Candidate> best;
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (std::size_t j = i + 1; j < names.size(); ++j) {
        if (!StandCrosswise(names[i], names[j]) || !SameWordsBetween(names[i], names[j])) continue;
        std::optional<Candidate> found = Weigh(names[i], names[j]);
        if (found && (!best || Lead(*found) > Lead(*best))) best = std::move(found);
      }
    }
    if (!best) return {};
    return {*std::move(best)};
  }

 private:
  // Names of the source that have a partner in the bead, in text order.
  [[nodiscard]] std::vector<NamePair> Names() const {
    std::vector<NamePair> names;
    const ByteSpan span = view_.here().SpanOf(sides_.here);
    const IndexRange<Mention> mentions = view_.here().MentionsIn(span);
    for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
      const Mention& mention = view_.here().mentions()[m];
      const Partner partner = view_.PartnerOf(m);
      if (!MayBeSwapped(mention.kind) || !partner.exists() || !partner.same_bead) continue;
      const Mention& other = view_.there().mentions()[partner.mention];
      names.push_back({&mention, &other, view_.here().TokensIn(mention.span),
                       view_.there().TokensIn(other.span)});
    }
    return names;
  }

  // Whether two names, both of places or neither, follow each other on both sides in another order.
  // What is a person and what an organisation is often unsure.
  [[nodiscard]] bool StandCrosswise(const NamePair& a, const NamePair& b) const {
    const auto is_place = [](const NamePair& name) {
      return name.source->kind == MentionKind::kPlace;
    };
    if (is_place(a) != is_place(b) || a.source->key == b.source->key) return false;
    if (a.here.end >= b.here.begin || b.there.end >= a.there.begin) return false;
    // `UN refugee agency` and `UN`: which is which nobody can say.
    const std::string first = Fold(view_.here().Text(a.source->span));
    const std::string second = Fold(view_.here().Text(b.source->span));
    return first.find(second) == std::string::npos && second.find(first) == std::string::npos;
  }

  // Whether a word between the names is rendered between them, and nothing there turns the order on
  // one side alone: `beaten by`, `'s`.
  [[nodiscard]] bool SameWordsBetween(const NamePair& a, const NamePair& b) const {
    const IndexRange<Token> here{a.here.end, b.here.begin};
    const IndexRange<Token> there{b.there.end, a.there.begin};
    // `SPÖ chief Faymann` is `Faymann, chef du SPÖ` as a matter of course.
    const bool alike = a.source->kind == b.source->kind;
    if (!alike && (HasMark(view_.here(), here) || HasMark(view_.there(), there))) return false;
    if (CountTurns(view_.here(), here) != CountTurns(view_.there(), there)) return false;
    const bool listed = MayBeListed(here);
    for (std::uint32_t i = here.begin; i < here.end; ++i) {
      if (!Tells(i, listed)) continue;
      for (const HalfLink& link : view_.LinksOf(i)) {
        const bool inside = link.other >= there.begin && link.other < there.end;
        if (inside && link.probability >= kLinked) return true;
      }
    }
    return false;
  }
  [[nodiscard]] static std::ptrdiff_t CountTurns(const SideView& side, IndexRange<Token> tokens) {
    return std::ranges::count_if(
        side.words().subspan(tokens.begin, tokens.size()),
        [&](const Word& word) { return side.rules().turning.Contains(word.folded); });
  }
  [[nodiscard]] static bool HasMark(const SideView& side, IndexRange<Token> tokens) {
    return std::ranges::any_of(side.words().subspan(tokens.begin, tokens.size()),
                               [](const Word& word) { return word.IsPunctuation(); });
  }
  // Whether what stands between two names may part those of a list.
  [[nodiscard]] bool MayBeListed(IndexRange<Token> between) const {
    const SideView& side = view_.here();
    return std::ranges::any_of(
        side.words().subspan(between.begin, between.size()), [&](const Word& word) {
          return word.IsPunctuation() || side.rules().conjunctions.Contains(word.folded);
        });
  }
  // Whether a word between two names tells who does what to whom. In a list other names do not, nor
  // the words that lead to them: `in Japan, in Italy and in Spain`.
  [[nodiscard]] bool Tells(std::uint32_t token, bool listed) const {
    const Word& word = view_.here().words()[token];
    if (word.IsPunctuation() || view_.here().rules().articles.Contains(word.folded)) return false;
    if (!listed) return true;
    const ByteSpan span = view_.here().document().tokens[token].span;
    const IndexRange<Mention> mentions = view_.here().MentionsIn(view_.here().SpanOf(sides_.here));
    const bool in_mention =
        std::ranges::any_of(view_.here().mentions().subspan(mentions.begin, mentions.size()),
                            [&](const Mention& mention) { return mention.span.Contains(span); });
    return word.kind == WordClass::kContent && !in_mention;
  }

  [[nodiscard]] std::optional<Candidate> Weigh(const NamePair& a, const NamePair& b) const {
    float swapped = 0.0F;
    float kept = 0.0F;
    for (std::uint32_t i = sides_.here.begin; i < sides_.here.end; ++i) {
      if (view_.here().words()[i].IsPunctuation()) continue;
      const float here = Leaning(i, a.here, b.here);
      for (const HalfLink& link : view_.LinksOf(i)) {
        if (link.other < sides_.there.begin || link.other >= sides_.there.end) continue;
        // The first name there is the partner of the second here.
        const float tie = link.probability * here * Leaning(link.other, b.there, a.there);
        (tie > 0.0F ? swapped : kept) += std::abs(tie);
      }
    }
    if (swapped < kLeastSwapped) return std::nullopt;
    Candidate candidate;
    candidate.model = &kModel;
    candidate.category = "name-changed";
    candidate.features = {std::log(kFaint + swapped), std::log(kFaint + kept)};
    candidate.bead = sides_.bead;
    candidate.source = a.source->span;
    candidate.target = b.target->span;
    candidate.message = Quoted(view_.here().Text(a.source->span)) + " and " +
                        Quoted(view_.here().Text(b.source->span)) +
                        " have changed places in the translation.";
    return candidate;
  }
  [[nodiscard]] static float Lead(const Candidate& candidate) {
    return candidate.features[0] - candidate.features[1];
  }

  BeadSides sides_;
  const View& view_;  // from the source
};

std::vector<Candidate> Run(const CheckInput& input) {
  if (input.scene.source().rules().turning.empty()) return {};
  if (input.scene.target().rules().turning.empty()) return {};
  return FromPairedBeads(input.scene,
                         [&](std::uint32_t bead) { return SwapCheck(input, bead).Run(); });
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

extern const Check kSwappedNamesCheck{"swapped-names", &Run, kModels};

}  // namespace calque::internal
