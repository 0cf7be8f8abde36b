// Numbers, amounts, percentages, measures, dates and times that differ, are lost or are added.
#include "align/entities/values.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "align/base/ascii.h"
#include "align/entities/currencies.h"
#include "align/fidelity/check.h"
#include "align/fidelity/loose_value_evidence.h"
#include "align/fidelity/message.h"
#include "align/fidelity/swapped_values.h"
#include "align/fidelity/value_balance.h"
#include "align/fidelity/value_facts.h"
#include "align/fidelity/value_surroundings.h"

namespace calque::internal {
namespace {

constexpr std::string_view kChangedFeatures[] = {
    "same-kind",    // both are percentages, both are days of the week, …
    "scale-only",   // IsScaleStep, where it is no copy
    "unit-only",    // the amounts agree, their units do not
    "converted",    // another currency or unit, and amounts that a conversion may explain
    "digits",       // both are written in digits
    "words",        // one of them is written in words
    "near-digits",  // similarity of the digits, in [0, 1]
    "same-digits",  // they are the same
    "small",        // the smaller of the two is at most three
    "surface",      // the lower of the probabilities of the two mentions
    "around",       // log-odds that the words around the value are lost, the mean of the sides
    "excused",      // either stands elsewhere in the bead, repeated or spelled, or one is a copy
    "elsewhere",    // of either, see LooseValue
    "distance",     // between the two places, as shares of their sides
    "paired",       // log(1 + values of the bead that agree)
    "loose",        // log(1 + further values of the bead that do not)
    "exchanged",    // another value of the bead has its figure, and it has that one's
    "alone",        // nothing else of the bead is lost or added; of other digits, not converted
};
const EvidenceModel kChanged{"value-changed", kChangedFeatures};

constexpr float kOtherUnit = 0.5F;  // what two values of one unit may be further apart

using ChangedValue = std::pair<LooseValue, LooseValue>;  // of source and target

class ValueCheck {
 public:
  ValueCheck(const CheckInput& input, const BeadValues& values, std::uint32_t bead)
      : source_(input.scene, View::From::kSource),
        target_(input.scene, View::From::kTarget),
        values_(values),
        index_(bead),
        bead_(input.scene.bitext().beads[bead]) {}

  std::vector<Candidate> Run() {
    if (source_.Here(bead_).empty() || target_.Here(bead_).empty()) return {};
    std::vector<LooseValue> source = values_.source;
    std::vector<LooseValue> target = values_.target;
    std::vector<Candidate> found;
    const std::vector<ChangedValue> changed = TakeChanged(&source, &target);
    for (std::size_t i = 0; i < changed.size(); ++i) {
      if (changed.size() > 1 && IsBareCopy(changed[i])) continue;
      const auto other = std::ranges::find_if(
          changed, [&](const auto& pair) { return AreExchanged(changed[i], pair); });
      if (other == changed.end()) {
        found.push_back(Changed(changed[i], false));
      } else if (other - changed.begin() > static_cast<std::ptrdiff_t>(i)) {  // told once of both
        found.push_back(Changed(changed[i], true));
        found.back().message = "The figures of " + QuotedSource(changed[i]) + " and " +
                               QuotedSource(*other) + " have changed places in the translation.";
      }
    }
    for (const LooseValue& value : source) found.push_back(Loose(source_, value));
    for (const LooseValue& value : target) found.push_back(Loose(target_, value));
    return found;
  }

 private:
  [[nodiscard]] ValueFacts Facts(const View& view, const LooseValue& value) const {
    return FactsOf(view.here().mentions()[value.mention], view.here().document().text);
  }
  // In [0, 1] along its side of the bead.
  [[nodiscard]] float Place(const View& view, const LooseValue& value) const {
    const ByteSpan all = view.here().SpanOf(view.Here(bead_));
    const ByteSpan span = view.here().mentions()[value.mention].span;
    return static_cast<float>(span.begin - all.begin) / static_cast<float>(all.size());
  }

  // Takes out, again and again, the two that are most likely meant to be one value.
  [[nodiscard]] std::vector<ChangedValue> TakeChanged(std::vector<LooseValue>* source,
                                                      std::vector<LooseValue>* target) const {
    struct Choice {
      float cost;
      std::size_t source;
      std::size_t target;
    };
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < source->size(); ++i) {
      const ValueFacts a = Facts(source_, (*source)[i]);
      for (std::size_t j = 0; j < target->size(); ++j) {
        const ValueFacts b = Facts(target_, (*target)[j]);
        if (!Comparable(a, b)) continue;
        const float cost = std::abs(Place(source_, (*source)[i]) - Place(target_, (*target)[j])) +
                           (a.kind == b.kind ? 0.0F : 1.0F) +
                           (MayBeOneCurrency(a.unit, b.unit) ? 0.0F : kOtherUnit) -
                           DigitSimilarity(a, b);
        choices.push_back({cost, i, j});
      }
    }
    std::ranges::stable_sort(choices, {}, &Choice::cost);
    std::vector<bool> source_taken(source->size());
    std::vector<bool> target_taken(target->size());
    std::vector<ChangedValue> changed;
    for (const Choice& choice : choices) {
      if (source_taken[choice.source] || target_taken[choice.target]) continue;
      source_taken[choice.source] = target_taken[choice.target] = true;
      changed.emplace_back((*source)[choice.source], (*target)[choice.target]);
    }
    EraseTaken(source_taken, source);
    EraseTaken(target_taken, target);
    return changed;
  }
  static void EraseTaken(const std::vector<bool>& taken, std::vector<LooseValue>* values) {
    std::size_t at = 0;
    std::erase_if(*values, [&](const LooseValue&) { return taken[at++]; });
  }

  // Whether the figures of two values have changed places, but not what they count: `50 planes for
  // $18 billion`, `18 avions pour 50 milliards de dollars`.
  [[nodiscard]] bool AreExchanged(const ChangedValue& pair, const ChangedValue& other) const {
    const ValueFacts ours = Facts(source_, pair.first);
    const ValueFacts theirs = Facts(target_, pair.second);
    return ours.digits && theirs.digits && ours.digits_text != theirs.digits_text &&
           ours.digits_text == Facts(target_, other.second).digits_text &&
           theirs.digits_text == Facts(source_, other.first).digits_text;
  }

  // In a range the first figure has its scale from the last, `80 to 120 million`: that one tells
  // what is wrong with both.
  [[nodiscard]] bool IsBareCopy(const ChangedValue& pair) const {
    const std::string_view text = TextOf(source_, pair.first);
    return text == TextOf(target_, pair.second) && std::ranges::all_of(text, IsAsciiDigit);
  }
  [[nodiscard]] std::string_view TextOf(const View& view, const LooseValue& value) const {
    return view.here().Text(view.here().mentions()[value.mention].span);
  }
  // The lower of the probabilities; a noun for an age, `la septuagénaire`, is one of a person
  // beside another age, not a name that was rendered so, and `half` is a share beside another.
  static float SurfaceOf(const ValueFacts& a, const Mention& ours, const ValueFacts& b,
                         const Mention& theirs) {
    const auto [low, high] = std::minmax(ours.probability, theirs.probability);
    return (IsAge(a) && IsAge(b)) || (IsShare(a) && IsShare(b)) ? high : low;
  }
  // `in his fifties`, `quinquagénaire`.
  static bool IsAge(const ValueFacts& facts) {
    return facts.kind == "duration" && facts.unit == "year" && facts.fuzzy && !facts.digits;
  }
  static bool IsShare(const ValueFacts& facts) {
    return facts.kind == "fraction" || facts.kind == "percentage";
  }
  [[nodiscard]] std::string QuotedSource(const ChangedValue& pair) const {
    return Quoted(TextOf(source_, pair.first));
  }

  [[nodiscard]] float CountPaired() const {
    return std::log1p(static_cast<float>(values_.paired.size()));
  }
  // Of mentions as unsure as `one` and `first` nothing follows for the others.
  [[nodiscard]] static int IsTelling(const View& view, const LooseValue& value) {
    constexpr float kFaint = 0.5F;
    return view.here().mentions()[value.mention].probability > kFaint ? 1 : 0;
  }
  [[nodiscard]] float CountLoose(int ours) const {
    int others = -ours;
    for (const LooseValue& value : values_.source) others += IsTelling(source_, value);
    for (const LooseValue& value : values_.target) others += IsTelling(target_, value);
    return std::log1p(static_cast<float>(std::max(0, others)));
  }

  Candidate Changed(const ChangedValue& pair, bool exchanged) const {
    const auto& [source, target] = pair;
    const ValueFacts a = Facts(source_, source);
    const ValueFacts b = Facts(target_, target);
    const Mention& ours = source_.here().mentions()[source.mention];
    const Mention& theirs = target_.here().mentions()[target.mention];
    const bool unit_only = CompareValues(ours.key, theirs.key) == Agreement::kAmount;
    const bool converted = !unit_only && MayBeConverted(ours.key, theirs.key);
    const float alike = DigitSimilarity(a, b);
    // The one day of two months speaks for a slip as much as two days do.
    const float near = a.spells_month && b.spells_month ? 0.0F : alike;
    const int own = IsTelling(source_, source) + IsTelling(target_, target);
    const float others = CountLoose(own + (exchanged ? 2 : 0));
    // The same digits of another scale are no excuse for each other.
    const bool copied = IsCopied(a, b);
    const auto excused = [&](const LooseValue& v) {
      return copied || v.repeated || (v.spelled && alike < 1.0F);
    };
    Candidate candidate;
    candidate.category = ChangedCategory(a, b);
    candidate.model = &kChanged;
    candidate.features = {
        Flag(AreOfOneKind(a, b) || (!unit_only && LooksMisprinted(a, b))),
        Flag(IsScaleStep(a, b) && !copied),
        Flag(unit_only),
        Flag(converted),
        Flag(a.digits && b.digits),
        Flag(!a.digits || !b.digits),
        near,
        Flag(near == 1.0F),
        Flag(a.small || b.small),
        SurfaceOf(a, ours, b, theirs),
        (LostAround(source_, bead_, ours) + LostAround(target_, bead_, theirs)) / 2.0F,
        Flag(excused(source) || excused(target)),
        Flag(source.elsewhere || target.elsewhere),
        std::abs(Place(source_, source) - Place(target_, target)),
        CountPaired(),
        others,
        Flag(exchanged),
        Flag(others == 0.0F && near != 1.0F && !converted)};
    candidate.bead = index_;
    candidate.source = ours.span;
    candidate.target = theirs.span;
    candidate.message = QuotedSource(pair) + " has become " + Quoted(TextOf(target_, target)) +
                        " in the translation.";
    return candidate;
  }

  Candidate Loose(const View& view, const LooseValue& value) const {
    const Mention& mention = view.here().mentions()[value.mention];
    const bool lost = view.from_source();
    LooseValueEvidence evidence =
        EvidenceOf(view, bead_, value, CountPaired(), CountLoose(IsTelling(view, value)));
    Candidate candidate;
    candidate.model = evidence.model;
    candidate.features = std::move(evidence.features);
    candidate.bead = index_;
    const ByteSpan there = view.there().SpanOf(view.There(bead_));
    (lost ? candidate.source : candidate.target) = mention.span;
    (lost ? candidate.target : candidate.source) = there;
    Describe(view, value, &candidate);
    return candidate;
  }

  // Says what kind of departure a loose value is: a wrong conversion, or lost, or added.
  static void Describe(const View& view, const LooseValue& value, Candidate* candidate) {
    const SideView& side = view.here();
    const std::string_view text = side.document().text;
    const Mention& mention = side.mentions()[value.mention];
    const bool time = mention.kind == MentionKind::kTime;
    const bool date = time || mention.kind == MentionKind::kDate;
    const std::string quoted = Quoted(side.Text(mention.span));
    if (StandsAsConversion(text, side.mentions(), value.mention) &&
        !IsConversion(text, side.mentions(), value.mention)) {
      const Mention& converted = side.mentions()[value.mention - 1];
      candidate->category = time ? "time-changed" : "number-changed";
      candidate->message = Quoted(side.Text(converted.span)) + " does not come to " + quoted + ".";
    } else if (view.from_source()) {
      candidate->category = date ? "date-missing" : "number-missing";
      candidate->message = quoted + " has no counterpart in the translation.";
    } else {
      candidate->category = date ? "date-extra" : "number-extra";
      candidate->message = quoted + " is in the translation only.";
    }
  }

  View source_;
  View target_;
  const BeadValues& values_;
  std::uint32_t index_;
  const Bead& bead_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  std::vector<Candidate> found;
  const std::vector<BeadValues> balances = BalanceValues(input);
  for (std::uint32_t i = 0; i < balances.size(); ++i) {
    for (Candidate& candidate : ValueCheck(input, balances[i], i).Run()) {
      found.push_back(std::move(candidate));
    }
    for (Candidate& candidate : FindSwappedValues(input.scene, balances[i], i)) {
      found.push_back(std::move(candidate));
    }
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kChanged,           &kValueMissing,    &kValueExtra,
                                            &kNumberWordMissing, &kNumberWordExtra, &kValueSwapped};

}  // namespace

extern const Check kValuesCheck{"values", &Run, kModels};

}  // namespace calque::internal
