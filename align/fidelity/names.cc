// Names that differ, are lost or are added.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "align/base/utf8.h"
#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/contradiction.h"
#include "align/fidelity/form.h"
#include "align/fidelity/message.h"
#include "align/fidelity/name_pairs.h"
#include "align/fidelity/side_names.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

constexpr std::string_view kLooseFeatures[] = {
    "mention",  // the entity stage found it; else a run of capitals
    "person",      "place",     "organisation",          // what it found
    "proper",                                            // none of its words is generic
    "proper-name",                                       // the same, of what the entity stage found
    "generic",     "listed",    "known",        "rare",  // see LooseName
    "lexical",     "name-link", "common-link",  "given", "family", "opens", "acronym", "lower",
    "member",       // in a list of names, next to one that has a counterpart
    "words",        // log of its words
    "expected",     // it should look alike there, and does not
    "opens-known",  // an everyday word that opens the sentence
    "elsewhere",    // SideNames::Elsewhere
    "names",        // log(1 + loose names of this side of the bead)
    "weak-there",   // log(1 + loose names of the other side)
    "slack",        // log(1 + words of the other side that render nothing here, names aside)
    "rest",         // mean log-odds that the content words of this side are lost
    "gap",          // a word is gone from the other side, see gap.h
    "tight",        // the words right before and behind it are rendered there
    "closed",       // and nothing stands between them
    "hole",         // a word is gone there where it should stand
    "left-out",     // log odds that a name is gone there where it should stand
    "room",         // log(1 + words there that render nothing and may stand for it)
    "pronoun",      // a pronoun there may stand for it
};
constexpr std::string_view kChangedFeatures[] = {
    "mentions",       // how many of the two the entity stage found
    "same-kind",      // both are persons, both are places, …
    "person",         // how many of the two are persons
    "proper",         // no word of the one is generic
    "proper-both",    // no word of either is
    "proper-kind",    // the same, both persons or both places
    "proper-linked",  // the same, and the word aligner links the two
    "generic",        // the larger of the two shares of generic words
    "listed",         // the smaller of the two shares of words that lists of names have
    "alike",          // Alikeness of the two; 0 for ListedApart
    "known",          // the larger of the two shares of known words
    "known-both",     // the smaller of the two
    "rare",           // the smaller of the two
    "expected",       // the larger of the two: it should look alike there; 1 for ListedApart
    "expected-both",  // the smaller of the two
    "lexical",        // the larger of the two
    "common-link",    // the larger of the two
    "linked",         // the word aligner links the two
    "distance",       // between the two places, as shares of their sides
    "beside",         // of the places that the neighbours of each give it, share next to the other
    "opens",          // how many of the two are OpensOnly
    "contradicts",    // UnlikeNames
    "unlike",         // UnlikeWords, as far as their neighbours put them in one place
    "listed-apart",   // ListedApart
    "lower",          // how many are adjectives without a capital
    "given",          // how many of the two stand before a part of their name that is answered
    "family",         // how many stand behind one
    "acronym",        // exactly one is all capitals: it may stand for the other; see ListedApart
    "acronyms",       // both are
    "elsewhere",      // of either
    "names",          // log of the loose names of both sides
    "rest",           // mean log-odds that the content words of both sides are lost
};
const EvidenceModel kChanged{"name-changed", kChangedFeatures};
// Where a part of each name is answered, all else counts for other than between whole names.
const EvidenceModel kGivenChanged{"given-name-changed", kChangedFeatures};
const EvidenceModel kMissing{"name-missing", kLooseFeatures};
const EvidenceModel kExtra{"name-extra", kLooseFeatures};

// Loose names of a side: a table cell that has more is running text, where none can be told apart.
constexpr std::size_t kMostNames = 500;

constexpr float kAlike = 0.5F;  // Alikeness of what may be one name in two spellings

// Whether its capital may be that of the sentence: the entity stage found no name there, or one
// made of words of the language.
bool OpensOnly(const LooseName& name) {
  return name.opens && (name.mention == nullptr || !IsProper(name));
}

void EraseMarked(const std::vector<bool>& marked, std::vector<LooseName>* names) {
  std::size_t at = 0;
  std::erase_if(*names, [&](const LooseName&) { return marked[at++]; });
}

class BeadCheck {
 public:
  BeadCheck(const CheckInput& input, std::uint32_t bead)
      : index_(bead),
        source_(input, View::From::kSource, bead),
        target_(input, View::From::kTarget, bead),
        bead_(input.scene.bitext().beads[bead]) {}

  std::vector<Candidate> Run() {
    std::vector<Candidate> found;
    if (std::max(source_.count(), target_.count()) > kMostNames) return found;
    std::vector<bool> paired_source(source_.count(), false);
    std::vector<bool> paired_target(target_.count(), false);
    std::vector<bool> told_source = paired_source;  // no account but that of the pair will do
    std::vector<bool> told_target = paired_target;
    for (const LooseNamePair& pair : NamePairsByCost(source_, target_)) {
      if (paired_source[pair.source] || paired_target[pair.target]) continue;
      paired_source[pair.source] = paired_target[pair.target] = true;
      const LooseName& ours = source_.loose()[pair.source];
      const LooseName& theirs = target_.loose()[pair.target];
      const bool differ = pair.turn == Turn::kOther && MayDiffer(ours, theirs);
      if (differ) found.push_back(Changed(ours, theirs));
      told_source[pair.source] = told_target[pair.target] = !differ || !MayBeLost(ours, theirs);
    }
    EraseMarked(told_source, &source_.loose());
    EraseMarked(told_target, &target_.loose());
    AddLost(source_, target_, &found);
    AddLost(target_, source_, &found);
    return found;
  }

 private:
  // Without a lexicon of the pair nobody knows whether `Raid` is `Übergriff`: only what lists of
  // names have, and persons of several names, are told apart.
  [[nodiscard]] bool MayDiffer(const LooseName& a, const LooseName& b) const {
    if (source_.view().here().lexicon() != nullptr) return true;
    const auto is_person = [](const LooseName& name) {
      return IsKind(name, MentionKind::kPerson) && IsProper(name) && name.tokens.size() > 1;
    };
    return (is_person(a) && is_person(b)) ||
           ListedApart(source_.view().here(), a, target_.view().here(), b);
  }

  // Whether of two names across from each other either may be lost or added by itself, too; the
  // likelier account stands: `Lauréate du prix, elle …` says nothing of a name that is gone.
  [[nodiscard]] bool MayBeLost(const LooseName& ours, const LooseName& theirs) const {
    const auto listed = [](const SideView& side, const LooseName& name) {
      return !side.ListedAt(side.SpanOf(name.tokens)).keys.empty();
    };
    return AlikenessOf(ours, theirs) < kAlike && PlaceOf(ours, theirs) < 1.0F &&
           source_.view().here().lexicon() != nullptr &&
           !(listed(source_.view().here(), ours) && listed(target_.view().here(), theirs));
  }

  // How far the two stand in one place, see Beside.
  [[nodiscard]] float PlaceOf(const LooseName& a, const LooseName& b) const {
    return (Beside(source_.SlotOf(a), b.tokens) + Beside(target_.SlotOf(b), a.tokens)) / 2.0F;
  }
  [[nodiscard]] float AlikenessOf(const LooseName& a, const LooseName& b) const {
    return Alikeness(source_.view().here(), a, target_.view().here(), b);
  }

  [[nodiscard]] Candidate Changed(const LooseName& a, const LooseName& b) const {
    const bool proper = IsProper(a) && IsProper(b);
    const bool places = IsKind(a, MentionKind::kPlace) && IsKind(b, MentionKind::kPlace);
    const bool persons = IsKind(a, MentionKind::kPerson) && IsKind(b, MentionKind::kPerson);
    const float linked = LinkBetween(source_.view(), a, b);
    const float alike = AlikenessOf(a, b);
    const float beside = PlaceOf(a, b);
    // What lists know stands there as they have it: no other form or acronym of it can be meant.
    const bool apart = ListedApart(source_.view().here(), a, target_.view().here(), b);
    Candidate candidate;
    candidate.category = "name-changed";
    candidate.model = a.given || b.given ? &kGivenChanged : &kChanged;
    candidate.features = {
        Flag(a.mention != nullptr) + Flag(b.mention != nullptr),
        Flag(SameKind(a, b)),
        Flag(IsKind(a, MentionKind::kPerson)) + Flag(IsKind(b, MentionKind::kPerson)),
        Flag(IsProper(a) || IsProper(b)),
        Flag(proper),
        Flag(proper && (places || persons)),
        Flag(proper) * linked,
        std::max(a.generic, b.generic),
        std::min(a.listed, b.listed),
        apart ? 0.0F : alike,
        std::max(a.known, b.known),
        std::min(a.known, b.known),
        std::min(a.rare, b.rare),
        apart ? 1.0F : std::max(a.expected, b.expected),
        apart ? 1.0F : std::min(a.expected, b.expected),
        std::max(a.lexical, b.lexical),
        std::max(a.common_link, b.common_link),
        linked,
        DistanceBetween(source_, a, target_, b),
        beside,
        Flag(OpensOnly(a)) + Flag(OpensOnly(b)),
        Flag(UnlikeNames(a, b, alike)),
        Flag(UnlikeWords(a, b, alike)) * beside,
        Flag(apart),
        Flag(a.lower) + Flag(b.lower),
        Flag(a.given) + Flag(b.given),
        Flag(a.family) + Flag(b.family),
        Flag(a.acronym != b.acronym && !apart),
        Flag(a.acronym && b.acronym && !apart),
        Flag(source_.Elsewhere(a) || target_.Elsewhere(b)),
        std::log(static_cast<float>(source_.count() + target_.count())),
        (source_.Rest() + target_.Rest()) / 2.0F};
    candidate.bead = index_;
    candidate.source = source_.view().here().SpanOf(a.tokens);
    candidate.target = target_.view().here().SpanOf(b.tokens);
    candidate.message =
        Quoted(source_.Text(a)) + " has become " + Quoted(target_.Text(b)) + " in the translation.";
    return candidate;
  }

  void AddLost(SideNames& side, const SideNames& other, std::vector<Candidate>* found) const {
    for (const LooseName& name : side.loose()) {
      // `Susan Burke` is `Burke` as each desk likes.
      const bool short_form = name.given && IsKind(name, MentionKind::kPerson);
      if (!short_form && !side.IsGloss(name)) found->push_back(Lost(side, other, name));
    }
  }

  [[nodiscard]] Candidate Lost(const SideNames& side, const SideNames& other,
                               const LooseName& name) const {
    const bool lost = side.view().from_source();
    const Slot slot = side.SlotOf(name);
    const IndexRange<Token> there_tokens = side.view().There(bead_);
    Candidate candidate;
    candidate.category = lost ? "name-missing" : "name-extra";
    candidate.model = lost ? &kMissing : &kExtra;
    candidate.features = {Flag(name.mention != nullptr),
                          Flag(IsKind(name, MentionKind::kPerson)),
                          Flag(IsKind(name, MentionKind::kPlace)),
                          Flag(IsKind(name, MentionKind::kOrganisation)),
                          Flag(IsProper(name)),
                          Flag(IsProper(name) && name.mention != nullptr),
                          name.generic,
                          name.listed,
                          name.known,
                          name.rare,
                          name.lexical,
                          name.name_link,
                          name.common_link,
                          Flag(name.given),
                          Flag(name.family),
                          Flag(name.opens),
                          Flag(name.acronym),
                          Flag(name.lower),
                          Flag(name.member),
                          std::log(static_cast<float>(name.tokens.size())),
                          name.expected,
                          Flag(name.opens) * name.known,
                          Flag(side.Elsewhere(name)),
                          std::log1p(static_cast<float>(side.count())),
                          std::log1p(static_cast<float>(other.count())),
                          other.Slack(),
                          side.Rest(),
                          Flag(other.HasGap()),
                          Flag(slot.tight),
                          Flag(IsClosed(slot)),
                          Flag(IsHole(side.view(), slot, there_tokens)),
                          NameGapIn(side.view(), slot, there_tokens),
                          std::log1p(RoomIn(side.view(), slot, there_tokens)),
                          Flag(other.Pronouns() > 0.0F)};
    candidate.bead = index_;
    const ByteSpan here = side.view().here().SpanOf(name.tokens);
    const ByteSpan there = side.view().there().SpanOf(side.view().There(bead_));
    candidate.source = lost ? here : there;
    candidate.target = lost ? there : here;
    const std::string quoted = Quoted(side.Text(name));
    candidate.message = lost ? quoted + " is not named in the translation."
                             : quoted + " is named in the translation only.";
    return candidate;
  }

  std::uint32_t index_;
  SideNames source_;
  SideNames target_;
  const Bead& bead_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  return FromPairedBeads(input.scene,
                         [&](std::uint32_t bead) { return BeadCheck(input, bead).Run(); });
}

constexpr const EvidenceModel* kModels[] = {&kChanged, &kGivenChanged, &kMissing, &kExtra};

}  // namespace

const Check kNamesCheck{"names", &Run, kModels};

}  // namespace calque::internal
