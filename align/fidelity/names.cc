// Names that differ, are lost or are added.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "align/fidelity/check.h"
#include "align/fidelity/contradiction.h"
#include "align/fidelity/message.h"
#include "align/fidelity/name_change.h"
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
    "full",         // of several words: a person, or some are words of no language
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
const EvidenceModel kMissing{"name-missing", kLooseFeatures};
const EvidenceModel kExtra{"name-extra", kLooseFeatures};

// Loose names of a side: a table cell that has more is running text, where none can be told apart.
constexpr std::size_t kMostNames = 500;

constexpr float kAlike = 0.5F;  // Alikeness of what may be one name in two spellings

// `Marta Olin`, which is no gloss as `the United Nations` may be one.
bool IsFull(const LooseName& name) {
  const bool of_words = name.known == 1.0F && !IsKind(name, MentionKind::kPerson);
  return name.tokens.size() > 1 && !of_words;
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
      if (differ) found.push_back(ChangeOf(source_, ours, target_, theirs, index_));
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
    return AlikenessOf(ours, theirs) < kAlike && OnePlace(source_, ours, target_, theirs) < 1.0F &&
           source_.view().here().lexicon() != nullptr &&
           !(listed(source_.view().here(), ours) && listed(target_.view().here(), theirs));
  }

  [[nodiscard]] float AlikenessOf(const LooseName& a, const LooseName& b) const {
    return Alikeness(source_.view().here(), a, target_.view().here(), b);
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
                          Flag(IsFull(name)),
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

constexpr const EvidenceModel* kModels[] = {&kNameChanged, &kGivenNameChanged, &kMissing, &kExtra};

}  // namespace

extern const Check kNamesCheck{"names", &Run, kModels};

}  // namespace calque::internal
