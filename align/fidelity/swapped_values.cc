#include "align/fidelity/swapped_values.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "align/entities/value_key.h"
#include "align/entities/values.h"
#include "align/fidelity/message.h"
#include "align/fidelity/value_facts.h"

namespace calque::internal {
namespace {

// The weights are set by hand: careful translations of laws and manuals leave values in their
// order, those of news do not always.
constexpr std::string_view kFeatures[] = {
    "swapped",   // log of the weight of links between words next to one value and words next to the
                 // other one's partner
    "kept",      // the same of links between words next to a value and next to its own partner
    "governed",  // links from the word before a value to that before the other one's partner, less
                 // those to that before its own, in [-2, 2]: `from … to`, `de … à`
    "forms",     // each is written as the other one's partner is: `5 million … 3` both times
};

// On a side of a bead. Of more, as in a table, the words around do not say which is which.
constexpr std::size_t kMostValues = 40;

using Place = IndexRange<Token>;  // of a value

bool IsOfOneUnit(const ValueKey& a, const ValueKey& b) {
  return a.kind == b.kind && a.unit == b.unit;
}

// Whether `a` is nearer to the token than `b`; of two equally near the one behind it is: `3 % to 5
// %`.
bool IsNearer(std::uint32_t token, const Place& a, const Place& b) {
  const std::uint32_t to_a = TokensAway(a, token);
  const std::uint32_t to_b = TokensAway(b, token);
  return to_a < to_b || (to_a == to_b && token < a.begin);
}

// One side of the bead as two of its values divide it.
struct Halves {
  Place first;
  Place second;
  std::span<const Place> values;  // all of the side
};

// By which of the two values a token stands, and how near: 0 in one of them or by a third.
struct Nearness {
  bool second = false;
  float weight = 0.0F;
};
Nearness NearnessOf(std::uint32_t token, const Halves& halves) {
  const bool second = IsNearer(token, halves.second, halves.first);
  const Place& place = second ? halves.second : halves.first;
  const std::uint32_t distance = TokensAway(place, token);
  const bool by_another = std::ranges::any_of(halves.values, [&](const Place& value) {
    const bool in_it = TokensAway(value, token) == 0;  // `in March` says which is which
    return value != halves.first && value != halves.second && !in_it &&
           IsNearer(token, value, place);
  });
  if (distance == 0 || by_another) return {second, 0.0F};
  return {second, 1.0F / static_cast<float>(distance)};
}

class Swaps {
 public:
  Swaps(const Scene& scene, const BeadValues& values, std::uint32_t bead)
      : source_(scene, View::From::kSource),
        target_(scene, View::From::kTarget),
        values_(values),
        index_(bead),
        bead_(scene.bitext().beads[bead]) {}

  std::vector<Candidate> Run() {
    std::vector<Candidate> found;
    if (values_.paired.size() < 2) return found;
    source_values_ = PlacesIn(source_);
    target_values_ = PlacesIn(target_);
    if (std::max(source_values_.size(), target_values_.size()) > kMostValues) return found;
    for (std::size_t i = 0; i < values_.paired.size(); ++i) {
      for (std::size_t j = i + 1; j < values_.paired.size(); ++j) {
        const ValuePair& a = values_.paired[i];
        const ValuePair& b = values_.paired[j];
        if (StandCrosswise(a, b) && MayBeSwapped(a, b)) found.push_back(MakeCandidate(a, b));
      }
    }
    return found;
  }

 private:
  [[nodiscard]] const Mention& Source(const ValuePair& pair) const {
    return source_.here().mentions()[pair.source];
  }
  [[nodiscard]] const Mention& Target(const ValuePair& pair) const {
    return target_.here().mentions()[pair.target];
  }

  // Whether each stands where the other should, with the same values between them on both sides;
  // one that has moved past several has not changed places with them.
  [[nodiscard]] bool StandCrosswise(const ValuePair& a, const ValuePair& b) const {
    if (a.source == b.source || a.target <= b.target) return false;
    return std::ranges::all_of(values_.paired, [&](const ValuePair& other) {
      const bool here = a.source < other.source && other.source < b.source;
      const bool there = b.target < other.target && other.target < a.target;
      return here == there;
    });
  }

  // Two values of one kind, each of them once in the bead: of others nothing says which is which.
  [[nodiscard]] bool MayBeSwapped(const ValuePair& a, const ValuePair& b) const {
    const std::optional<ValueKey> first = SplitKey(Source(a).key);
    const std::optional<ValueKey> second = SplitKey(Source(b).key);
    const std::optional<ValueKey> first_there = SplitKey(Target(a).key);
    const std::optional<ValueKey> second_there = SplitKey(Target(b).key);
    if (!first || !second || !first_there || !second_there) return false;
    if (first->kind == "url" || first->kind == "code") return false;
    if (IsCompound(source_, Source(a)) != IsCompound(source_, Source(b))) return false;
    if (IsCompound(target_, Target(a)) != IsCompound(target_, Target(b))) return false;
    if (MayBeConverted(Source(a).key, Source(b).key)) return false;  // `10 miles (16 km)`
    // `149.35 yen, up from 148.90`: one of them may name the unit for both. Two units that each
    // value has on both sides tell them apart.
    if (!IsOfOneUnit(*first, *second)) {
      if (IsOfOneUnit(*first, *first_there) && IsOfOneUnit(*second, *second_there)) return false;
      if (!IsOfOneUnit(*first, *second_there) && !IsOfOneUnit(*second, *first_there)) return false;
    }
    if (ValuesAgree(Source(a).key, Target(b).key) || ValuesAgree(Source(b).key, Target(a).key)) {
      return false;
    }
    return IsAlone(source_, a.source, Source(a)) && IsAlone(source_, b.source, Source(b)) &&
           IsAlone(target_, a.target, Target(a)) && IsAlone(target_, b.target, Target(b));
  }
  // `five-under-par` says itself what it counts; languages put it before or behind its noun.
  static bool IsCompound(const View& view, const Mention& value) {
    return OpensCompound(view.here().document().text, value.span);
  }
  [[nodiscard]] bool IsAlone(const View& view, std::uint32_t index, const Mention& value) const {
    const auto in_bead = view.here().MentionsIn(view.here().SpanOf(view.Here(bead_)));
    for (std::uint32_t m = in_bead.begin; m < in_bead.end; ++m) {
      if (m != index && ValuesAgree(view.here().mentions()[m].key, value.key)) return false;
    }
    return true;
  }

  [[nodiscard]] std::vector<Place> PlacesIn(const View& view) const {
    std::vector<Place> places;
    const auto in_bead = view.here().MentionsIn(view.here().SpanOf(view.Here(bead_)));
    for (std::uint32_t m = in_bead.begin; m < in_bead.end; ++m) {
      const Mention& mention = view.here().mentions()[m];
      if (IsValueKey(mention.key)) places.push_back(view.here().TokensIn(mention.span));
    }
    return places;
  }

  // Links between words around the values: those that keep each value with its partner, and those
  // that tie it to the other one's.
  struct Ties {
    float swapped = 0.0F;
    float kept = 0.0F;
  };
  [[nodiscard]] Ties TiesOf(const Halves& ours, const Halves& theirs) const {
    Ties ties;
    const IndexRange<Token> all = source_.Here(bead_);
    for (std::uint32_t i = all.begin; i < all.end; ++i) {
      if (source_.here().words()[i].IsPunctuation()) continue;
      const Nearness here = NearnessOf(i, ours);
      for (const HalfLink& link : source_.LinksOf(i)) {
        const Nearness there = NearnessOf(link.other, theirs);
        const float weight = link.probability * here.weight * there.weight;
        (here.second == there.second ? ties.kept : ties.swapped) += weight;
      }
    }
    return ties;
  }

  // Probability of the link between the words before two values; 0 where there is none.
  [[nodiscard]] float LinkBefore(const Place& ours, const Place& theirs) const {
    if (ours.begin == source_.Here(bead_).begin || theirs.begin == 0) return 0.0F;
    for (const HalfLink& link : source_.LinksOf(ours.begin - 1)) {
      if (link.other == theirs.begin - 1) return link.probability;
    }
    return 0.0F;
  }

  Candidate MakeCandidate(const ValuePair& a, const ValuePair& b) const {
    constexpr float kFaint = 0.05F;  // a link this weak is none
    const Halves ours = {source_.here().TokensIn(Source(a).span),
                         source_.here().TokensIn(Source(b).span), source_values_};
    const Halves theirs = {target_.here().TokensIn(Target(a).span),
                           target_.here().TokensIn(Target(b).span), target_values_};
    const Ties ties = TiesOf(ours, theirs);
    const float governed =
        LinkBefore(ours.first, theirs.second) + LinkBefore(ours.second, theirs.first) -
        LinkBefore(ours.first, theirs.first) - LinkBefore(ours.second, theirs.second);
    const ValueFacts here = FactsOf(Source(a), source_.here().document().text);
    const ValueFacts there = FactsOf(Target(b), target_.here().document().text);
    const ValueFacts partner = FactsOf(Target(a), target_.here().document().text);
    const bool forms = here.kind == there.kind && here.unit == there.unit &&
                       (here.kind != partner.kind || here.unit != partner.unit);
    Candidate candidate;
    candidate.model = &kValueSwapped;
    candidate.category = ChangedCategory(here, there);
    candidate.features = {std::log(kFaint + ties.swapped), std::log(kFaint + ties.kept), governed,
                          forms ? 1.0F : 0.0F};
    candidate.bead = index_;
    candidate.source = Source(a).span;
    candidate.target = Target(b).span;
    candidate.message = Quoted(source_.here().Text(Source(a).span)) + " and " +
                        Quoted(source_.here().Text(Source(b).span)) +
                        " have changed places in the translation.";
    return candidate;
  }

  View source_;
  View target_;
  const BeadValues& values_;
  std::uint32_t index_;
  const Bead& bead_;
  std::vector<Place> source_values_;
  std::vector<Place> target_values_;
};

}  // namespace

const EvidenceModel kValueSwapped{"value-swapped", kFeatures};

std::vector<Candidate> FindSwappedValues(const Scene& scene, const BeadValues& values,
                                         std::uint32_t bead) {
  return Swaps(scene, values, bead).Run();
}

}  // namespace calque::internal
