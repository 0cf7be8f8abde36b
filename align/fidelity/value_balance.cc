#include "align/fidelity/value_balance.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "align/base/utf8.h"
#include "align/entities/value_pairs.h"
#include "align/entities/values.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kNear = 2;  // beads to either side where a value may have moved

// The digits of a text, nothing else; empty for a number in words.
std::string DigitsOf(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// The mentions of one side of one bead, and which of them PairValues left over.
struct Side {
  IndexRange<Mention> range;
  std::vector<Mention> mentions;
  std::vector<std::uint32_t> loose;  // of the bitext
};

class Balance {
 public:
  explicit Balance(const CheckInput& input)
      : input_(input),
        source_(View(input.scene, View::From::kSource)),
        target_(View(input.scene, View::From::kTarget)),
        beads_(input.scene.bitext().beads),
        date_(input.scene.bitext().source.date) {}

  std::vector<BeadValues> Run() {
    values_.resize(beads_.size());
    for (std::size_t i = 0; i < beads_.size(); ++i) Pair(i);
    std::vector<BeadValues> balances(beads_.size());
    for (std::size_t i = 0; i < beads_.size(); ++i) {
      balances[i].paired = values_[i].paired;
      for (const std::uint32_t m : values_[i].source.loose)
        Judge(source_, i, m, &balances[i].source);
      for (const std::uint32_t m : values_[i].target.loose)
        Judge(target_, i, m, &balances[i].target);
    }
    return balances;
  }

 private:
  struct Values {
    Side source;
    Side target;
    std::uint32_t paired = 0;
  };

  static Side SideOf(const View& view, const Bead& bead) {
    const SideView& side = view.here();
    Side values{side.MentionsIn(side.SpanOf(view.Here(bead))), {}, {}};
    const auto all = side.mentions().subspan(values.range.begin, values.range.size());
    values.mentions.assign(all.begin(), all.end());
    return values;
  }

  void Pair(std::size_t bead) {
    Values& values = values_[bead];
    values.source = SideOf(source_, beads_[bead]);
    values.target = SideOf(target_, beads_[bead]);
    const ValuePairs pairs = PairValues(values.source.mentions, values.target.mentions, date_);
    values.paired = static_cast<std::uint32_t>(pairs.pairs.size());
    Keep(pairs.unpaired_source, source_, &values.source);
    Keep(pairs.unpaired_target, target_, &values.target);
  }

  static void Keep(const std::vector<std::uint32_t>& unpaired, const View& view, Side* side) {
    const std::string& text = view.here().document().text;
    for (const std::uint32_t i : unpaired) {
      if (!IsValueKey(side->mentions[i].key)) continue;
      if (!IsConversion(text, side->mentions, i)) side->loose.push_back(side->range.begin + i);
    }
  }

  [[nodiscard]] Side& There(const View& view, std::size_t bead) {
    return view.from_source() ? values_[bead].target : values_[bead].source;
  }
  [[nodiscard]] bool Agrees(const Mention& a, const Mention& b) const {
    return ValuesAgree(a.key, b.key, date_);
  }

  void Judge(const View& view, std::size_t bead, std::uint32_t index,
             std::vector<LooseValue>* out) {
    const Mention& mention = view.here().mentions()[index];
    LooseValue loose{index};
    const Side& there = There(view, bead);
    loose.repeated = std::any_of(there.mentions.begin(), there.mentions.end(),
                                 [&](const Mention& other) { return Agrees(mention, other); });
    loose.spelled = Spelled(view, bead, mention);
    if (input_.scope == FidelityScope::kDocument) {
      loose.moved = Moved(view, bead, mention);
      const auto all = view.there().mentions();
      loose.elsewhere = std::any_of(all.begin(), all.end(), [&](const Mention& other) {
        return IsValueKey(other.key) && Agrees(mention, other);
      });
    }
    out->push_back(loose);
  }

  // Whether a bead near by has the value to spare on the other side.
  [[nodiscard]] bool Moved(const View& view, std::size_t bead, const Mention& mention) {
    const std::size_t first = bead < kNear ? 0 : bead - kNear;
    const std::size_t last = std::min(bead + kNear + 1, beads_.size());
    for (std::size_t i = first; i < last; ++i) {
      const Side& there = There(view, i);
      const bool spare = std::any_of(there.loose.begin(), there.loose.end(), [&](std::uint32_t m) {
        return Agrees(mention, view.there().mentions()[m]);
      });
      if (i != bead && spare) return true;
    }
    return false;
  }

  [[nodiscard]] bool Spelled(const View& view, std::size_t bead, const Mention& mention) const {
    constexpr std::size_t kTelling = 2;  // a single digit may stand in anything
    const std::string digits = DigitsOf(mention.span.In(view.here().document().text));
    if (digits.size() < kTelling) return false;
    const IndexRange<Token> tokens = view.There(beads_[bead]);
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (DigitsOf(view.there().words()[i].folded) == digits) return true;
    }
    return false;
  }

  const CheckInput& input_;
  View source_;
  View target_;
  const std::vector<Bead>& beads_;
  std::optional<Date> date_;
  std::vector<Values> values_;
};

}  // namespace

std::vector<BeadValues> BalanceValues(const CheckInput& input) { return Balance(input).Run(); }

}  // namespace calque::internal
