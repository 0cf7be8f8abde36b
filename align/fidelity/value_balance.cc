#include "align/fidelity/value_balance.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "align/entities/value_key.h"
#include "align/entities/value_pairs.h"
#include "align/entities/values.h"
#include "align/fidelity/month_spans.h"
#include "align/fidelity/relative_times.h"
#include "align/fidelity/spare_values.h"
#include "align/fidelity/value_facts.h"
#include "align/fidelity/value_habits.h"
#include "align/fidelity/value_words.h"

namespace calque::internal {
namespace {

// The mentions of one side of one bead, and which of them PairValues left over.
struct Side {
  IndexRange<Mention> range;
  std::vector<Mention> mentions;
  std::vector<std::uint32_t> loose;    // of the bitext
  std::vector<std::uint32_t> partial;  // paired with less, of the bitext
};

class Balance {
 public:
  explicit Balance(const CheckInput& input)
      : input_(input),
        source_(View(input.scene, View::From::kSource)),
        target_(View(input.scene, View::From::kTarget)),
        beads_(input.scene.bitext().beads),
        date_(input.scene.bitext().source.date),
        spare_source_(source_.here(), date_),
        spare_target_(target_.here(), date_) {}

  std::vector<BeadValues> Run() {
    values_.resize(beads_.size());
    for (std::size_t i = 0; i < beads_.size(); ++i) {
      Pair(i);
      spare_source_.AddBead(values_[i].source.loose);
      spare_target_.AddBead(values_[i].target.loose);
    }
    std::vector<BeadValues> balances(beads_.size());
    for (std::size_t i = 0; i < beads_.size(); ++i) {
      balances[i].paired = values_[i].paired;
      for (const std::uint32_t m : values_[i].source.loose)
        Judge(source_, i, m, &balances[i].source);
      for (const std::uint32_t m : values_[i].target.loose)
        Judge(target_, i, m, &balances[i].target);
      for (const std::uint32_t m : values_[i].source.partial)
        JudgePartial(source_, i, m, &balances[i].source);
      for (const std::uint32_t m : values_[i].target.partial)
        JudgePartial(target_, i, m, &balances[i].target);
    }
    return balances;
  }

 private:
  struct Values {
    Side source;
    Side target;
    std::vector<ValuePair> paired;
  };

  static Side SideOf(const View& view, const Bead& bead) {
    const SideView& side = view.here();
    Side values{side.MentionsIn(side.SpanOf(view.Here(bead))), {}, {}, {}};
    const auto all = side.mentions().subspan(values.range.begin, values.range.size());
    values.mentions.assign(all.begin(), all.end());
    return values;
  }

  void Pair(std::size_t bead) {
    Values& values = values_[bead];
    values.source = SideOf(source_, beads_[bead]);
    values.target = SideOf(target_, beads_[bead]);
    ValuePairs pairs = PairWithMonthSpans(source_.here(), &values.source.mentions, target_.here(),
                                          &values.target.mentions, date_);
    DropMisprints(values, &pairs);
    if (IsTable(beads_[bead], pairs)) pairs = {std::move(pairs.pairs), {}, {}};
    ExcuseLoose(values, &pairs);
    for (const ValuePairs::Pair& pair : pairs.pairs) {
      values.paired.push_back(
          {values.source.range.begin + pair.source, values.target.range.begin + pair.target});
      NotePartial(pair, &values);
    }
    const auto by_source = KeysOf(pairs.unpaired_source, values.source);
    const auto by_target = KeysOf(pairs.unpaired_target, values.target);
    Keep(pairs.unpaired_source, source_, by_target, &values.source);
    Keep(pairs.unpaired_target, target_, by_source, &values.target);
  }

  // Whether so many values have no partner that the bead is no sentence, and nothing is lost of it.
  [[nodiscard]] bool IsTable(const Bead& bead, const ValuePairs& pairs) const {
    return std::max(pairs.unpaired_source.size() * target_.Here(bead).size(),
                    pairs.unpaired_target.size() * source_.Here(bead).size()) >
           kMostValueComparisons;
  }

  // Takes out values that differ by the habits of the languages only, and weekdays that need no
  // counterpart.
  void ExcuseLoose(const Values& values, ValuePairs* pairs) const {
    const SideView& source = source_.here();
    const SideView& target = target_.here();
    std::erase_if(pairs->unpaired_source, [&](std::uint32_t i) {
      const Mention& ours = values.source.mentions[i];
      const auto excuse = std::ranges::find_if(pairs->unpaired_target, [&](std::uint32_t j) {
        const Mention& theirs = values.target.mentions[j];
        return IsHabit(source, ours, target, theirs) || (!date_ && MayBeOneTime(ours, theirs));
      });
      if (excuse == pairs->unpaired_target.end()) return false;
      pairs->unpaired_target.erase(excuse);
      return true;
    });
    const auto has_weekday = [](const std::vector<std::uint32_t>& unpaired, const Side& side) {
      return std::ranges::any_of(
          unpaired, [&](std::uint32_t i) { return side.mentions[i].key.starts_with("weekday:"); });
    };
    const bool either = has_weekday(pairs->unpaired_source, values.source) &&
                        has_weekday(pairs->unpaired_target, values.target);
    if (either) return;  // one may have become the other
    EraseSpareWeekdays(source, values.source.mentions, &pairs->unpaired_source);
    EraseSpareWeekdays(target, values.target.mentions, &pairs->unpaired_target);
  }

  static void EraseSpareWeekdays(const SideView& side, const std::vector<Mention>& mentions,
                                 std::vector<std::uint32_t>* unpaired) {
    const std::vector<std::uint32_t> all = *unpaired;
    std::erase_if(*unpaired, [&](std::uint32_t i) {
      const std::optional<std::size_t> other = OtherDayOfNight(side, mentions, i);
      return StandsByItsDate(side, mentions, i) ||
             (other && !std::ranges::binary_search(all, *other));
    });
  }

  static void NotePartial(const ValuePairs::Pair& pair, Values* values) {
    const Mention& source = values->source.mentions[pair.source];
    const Mention& target = values->target.mentions[pair.target];
    if (SaysLess(source, target)) {
      values->source.partial.push_back(values->source.range.begin + pair.source);
    }
    if (SaysLess(target, source)) {
      values->target.partial.push_back(values->target.range.begin + pair.target);
    }
  }

  // `1,540` is no rounding of `1,500` where both are written out.
  void DropMisprints(const Values& values, ValuePairs* pairs) const {
    const auto facts = [](const View& view, const Side& side, std::uint32_t i) {
      return FactsOf(side.mentions[i], view.here().document().text);
    };
    std::erase_if(pairs->pairs, [&](const ValuePairs::Pair& pair) {
      if (pair.agreement != Agreement::kNear) return false;
      const ValueFacts ours = facts(source_, values.source, pair.source);
      if (!AreMisprints(ours, facts(target_, values.target, pair.target))) return false;
      pairs->unpaired_source.push_back(pair.source);
      pairs->unpaired_target.push_back(pair.target);
      return true;
    });
    std::sort(pairs->unpaired_source.begin(), pairs->unpaired_source.end());
    std::sort(pairs->unpaired_target.begin(), pairs->unpaired_target.end());
  }

  // A conversion that the desk adds in brackets, or leaves out, is no departure, nor is what it
  // converts; where both sides have values of one unit left over, or one figure of two units, the
  // two must agree.
  void Keep(const std::vector<std::uint32_t>& unpaired, const View& view,
            const std::vector<ValueKey>& keys_there, Side* side) const {
    for (const std::uint32_t i : unpaired) {
      if (!IsValueKey(side->mentions[i].key)) continue;
      if (IsSpareRound(side->mentions[i], keys_there)) continue;
      if (IsSpareDatelineDate(view, side->mentions[i].span)) continue;
      if (IsExcused(unpaired, view, keys_there, *side, i)) continue;
      side->loose.push_back(side->range.begin + i);
    }
  }
  // Whether the value is a conversion that the other side left out, or is said again by one, as `10
  // miles (16 km)`, that the other side has or that is to be compared in its place.
  static bool IsExcused(const std::vector<std::uint32_t>& unpaired, const View& view,
                        const std::vector<ValueKey>& keys_there, const Side& side,
                        std::uint32_t i) {
    const std::string_view text = view.here().document().text;
    const auto is_there = [&](std::uint32_t value) {
      const std::optional<ValueKey> key = SplitKey(side.mentions[value].key);
      return key && std::ranges::any_of(keys_there, [&](const ValueKey& other) {
               return other.kind == key->kind &&
                      (other.unit == key->unit || other.value == key->value);
             });
    };
    if (IsConversion(text, side.mentions, i) && !is_there(i)) return true;
    if (i + 1 == side.mentions.size() || !IsConversion(text, side.mentions, i + 1)) return false;
    return std::ranges::binary_search(unpaired, i + 1) ? is_there(i + 1) : !is_there(i);
  }
  static std::vector<ValueKey> KeysOf(const std::vector<std::uint32_t>& unpaired,
                                      const Side& side) {
    std::vector<ValueKey> keys;
    for (const std::uint32_t i : unpaired) {
      if (const auto key = SplitKey(side.mentions[i].key)) keys.push_back(*key);
    }
    return keys;
  }

  [[nodiscard]] Side& There(const View& view, std::size_t bead) {
    return view.from_source() ? values_[bead].target : values_[bead].source;
  }
  [[nodiscard]] const SpareValues& SpareThere(const View& view) const {
    return view.from_source() ? spare_target_ : spare_source_;
  }
  [[nodiscard]] bool Agrees(const Mention& a, const Mention& b) const {
    return ValuesAgree(a.key, b.key, date_);
  }

  void Judge(const View& view, std::size_t bead, std::uint32_t index,
             std::vector<LooseValue>* out) {
    const Mention& mention = view.here().mentions()[index];
    if (IsToldRelatively(view, mention, view.There(beads_[bead]))) return;
    LooseValue loose{index};
    const Side& there = There(view, bead);
    loose.repeated = std::any_of(there.mentions.begin(), there.mentions.end(),
                                 [&](const Mention& other) { return Agrees(mention, other); });
    loose.spelled = IsSpelled(view, mention, view.There(beads_[bead]));
    if (!input_.scene.reads_values() && (loose.spelled || MayBeWords(view, mention))) return;
    if (input_.scope == FidelityScope::kDocument) {
      const Side& here = view.from_source() ? values_[bead].source : values_[bead].target;
      const SpareValues& spare = SpareThere(view);
      if (spare.HasNear(bead, mention, here.loose.size())) return;
      loose.elsewhere = spare.HasElsewhere(bead, mention, SpareThere(view.Back()).size()) ||
                        LeftToTheText(view, mention);
    }
    out->push_back(loose);
  }

  void JudgePartial(const View& view, std::size_t bead, std::uint32_t index,
                    std::vector<LooseValue>* out) {
    LooseValue loose{index};
    loose.partial = true;
    loose.spelled = IsSpelled(view, view.here().mentions()[index], view.There(beads_[bead]));
    if (input_.scope == FidelityScope::kDocument) {
      loose.elsewhere = SpareThere(view).TextHasKey(view.here().mentions()[index].key);
    }
    out->push_back(loose);
  }

  // A headline may leave its figures to the text below it.
  [[nodiscard]] bool LeftToTheText(const View& view, const Mention& mention) const {
    const SideView& here = view.here();
    return here.InHeadline(mention.span) &&
           SpareThere(view).TextHas(mention, here.MentionsIn(here.document().headline).size());
  }

  const CheckInput& input_;
  View source_;
  View target_;
  const std::vector<Bead>& beads_;
  std::optional<Date> date_;
  std::vector<Values> values_;
  SpareValues spare_source_;
  SpareValues spare_target_;
};

}  // namespace

std::vector<BeadValues> BalanceValues(const CheckInput& input) { return Balance(input).Run(); }

}  // namespace calque::internal
