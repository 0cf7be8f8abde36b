#include "align/fidelity/loose_value_evidence.h"

#include <cmath>
#include <string_view>

#include "align/fidelity/check.h"
#include "align/fidelity/gap.h"
#include "align/fidelity/slot.h"
#include "align/fidelity/value_facts.h"
#include "align/fidelity/value_surroundings.h"

namespace calque::internal {
namespace {

constexpr std::string_view kValueFeatures[] = {
    "digits",  // written in digits
    "long",    // log of how many digits
    "small",   // at most three
    "ordinal",      "duration",   "date",         "weekday",   "relative",
    "time",         "percentage", "money",
    "code",     // telephone number, address: what is often left out; no score
    "fuzzy",    // about so many, a fraction, a multiple
    "surface",  // probability of the mention
    "around",   // log-odds that the words around it are lost
    "repeated",     "partial",    "partial-date", "elsewhere", "spelled",  // see LooseValue
    "paired",        // log(1 + values of the bead that agree)
    "loose",         // log(1 + further values of the bead that do not)
    "gap",           // a word is gone from the other side, see gap.h
    "weekday-rest",  // of a weekday: share of the other words of the bead that are likely lost
    "month",         // without its day or year, which desks hardly leave out
    "plain-date",    // a date, named and whole, of which nothing stands there
    "amid",          // more than three, and the words around it are lost, too
};
constexpr std::string_view kNumberWordFeatures[] = {
    "one",  // at most one: often an article, `un an`
    "two",  // often said otherwise: `neither`, `twin`, `bi-`
    "ordinal",  "duration", "percentage", "money",
    "fuzzy",     // about so many, a fraction, a multiple
    "surface",   // probability of the mention: `both` hardly counts
    "compound",  // `two-party`, `three-month`
    "named",     // it has a capital, or stands there as it is: `Three Mile Island`
    "around",    // log-odds that the words around it are lost
    "repeated", "partial",  "elsewhere",  // see LooseValue
    "paired",                             // log(1 + values of the bead that agree)
    "loose",                              // log(1 + further values of the bead that do not)
    "gap",                                // a word is gone from the other side, see gap.h
    "tight",                              // the words right before and behind it are rendered there
    "closed",                             // and nothing stands between them
    "hole",                               // a word is gone there where it should stand
    "room",  // log(1 + words there that render nothing and may stand for it)
    "open",  // nothing there says it, and not all words around it are rendered for certain
};

constexpr float kLostAround = 0.25F;      // log-odds of words that are likely lost
constexpr float kRenderedAround = -6.0F;  // of words that are rendered for certain

// A hyphen joins the number to the word behind it, its unit or another.
bool IsCompound(std::string_view text, ByteSpan span, bool has_unit) {
  if (has_unit) return span.In(text).find('-') != std::string_view::npos;
  return OpensCompound(text, span);
}

std::vector<float> ValueFeatures(const View& view, const Bead& bead, const LooseValue& value,
                                 const ValueFacts& facts, float paired, float loose) {
  const Mention& mention = view.here().mentions()[value.mention];
  const auto kind = [&](MentionKind wanted) { return Flag(mention.kind == wanted); };
  const bool date = mention.kind == MentionKind::kDate || mention.kind == MentionKind::kTime;
  const bool plain = mention.kind == MentionKind::kDate && facts.kind != "relative" &&
                     !value.repeated && !value.spelled && !value.partial;
  const float around = LostAround(view, bead, mention);
  return {Flag(facts.digits),
          std::log1p(static_cast<float>(facts.digit_count)),
          Flag(facts.small),
          kind(MentionKind::kOrdinal),
          kind(MentionKind::kDuration),
          kind(MentionKind::kDate),
          Flag(facts.kind == "weekday"),
          Flag(facts.kind == "relative"),
          kind(MentionKind::kTime),
          kind(MentionKind::kPercentage),
          kind(MentionKind::kMoney),
          Flag(mention.kind == MentionKind::kCode && facts.kind != "score"),
          Flag(facts.fuzzy),
          mention.probability,
          around,
          Flag(value.repeated),
          Flag(value.partial),
          Flag(value.partial && date),
          Flag(value.elsewhere),
          Flag(value.spelled),
          paired,
          loose,
          Flag(HasGap(view.there(), view.There(bead))),
          facts.kind == "weekday" ? LostElsewhere(view, bead, mention) : 0.0F,
          Flag(facts.month),
          Flag(plain),
          Flag(!facts.small && around >= kLostAround)};
}

std::vector<float> NumberWordFeatures(const View& view, const Bead& bead, const LooseValue& value,
                                      const ValueFacts& facts, float paired, float loose) {
  const Mention& mention = view.here().mentions()[value.mention];
  const std::string_view text = view.here().document().text;
  const double amount = facts.amount.value_or(0.0);
  const auto kind = [&](MentionKind wanted) { return Flag(mention.kind == wanted); };
  const IndexRange<Token> there = view.There(bead);
  const IndexRange<Token> own = view.here().TokensIn(mention.span);  // none of `so-called-seven`
  const Slot slot = SlotOf(view, view.Here(bead), own);
  const float around = LostAround(view, bead, mention);
  const Word* first = own.empty() ? nullptr : &view.here().words()[own.begin];
  return {Flag(amount <= 1.0),
          Flag(amount > 1.0 && amount <= 2.0),
          kind(MentionKind::kOrdinal),
          kind(MentionKind::kDuration),
          kind(MentionKind::kPercentage),
          kind(MentionKind::kMoney),
          Flag(facts.fuzzy),
          mention.probability,
          Flag(IsCompound(text, mention.span, !facts.unit.empty())),
          Flag(value.spelled || (first != nullptr && first->capital && !first->opens)),
          around,
          Flag(value.repeated),
          Flag(value.partial),
          Flag(value.elsewhere),
          paired,
          loose,
          Flag(HasGap(view.there(), there)),
          Flag(slot.tight),
          Flag(IsClosed(slot)),
          Flag(IsHole(view, slot, there)),
          std::log1p(RoomIn(view, slot, there)),
          Flag(!value.repeated && around > kRenderedAround)};
}

}  // namespace

const EvidenceModel kValueMissing{"value-missing", kValueFeatures};
const EvidenceModel kValueExtra{"value-extra", kValueFeatures};
const EvidenceModel kNumberWordMissing{"number-word-missing", kNumberWordFeatures};
const EvidenceModel kNumberWordExtra{"number-word-extra", kNumberWordFeatures};

LooseValueEvidence EvidenceOf(const View& view, const Bead& bead, const LooseValue& value,
                              float paired, float loose) {
  const Mention& mention = view.here().mentions()[value.mention];
  const ValueFacts facts = FactsOf(mention, view.here().document().text);
  const bool lost = view.from_source();
  if (!facts.digits && facts.amount) {
    return {lost ? &kNumberWordMissing : &kNumberWordExtra,
            NumberWordFeatures(view, bead, value, facts, paired, loose)};
  }
  return {lost ? &kValueMissing : &kValueExtra,
          ValueFeatures(view, bead, value, facts, paired, loose)};
}

}  // namespace calque::internal
