#include "align/fidelity/name_change.h"

#include <algorithm>
#include <cmath>

#include "align/fidelity/contradiction.h"
#include "align/fidelity/message.h"
#include "align/fidelity/name_pairs.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

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
    "sure-link",      // it is sure of it, and they are neither UnlikeWords nor ListedApart
    "words",          // the lexicon has words of both, lists of names none of one; not ListedApart
    "distance",       // between the two places, as shares of their sides
    "beside",         // of the places that the neighbours of each give it, share next to the other
    "opens",          // how many of the two are OpensOnly
    "contradicts",    // UnlikeNames
    "unlike",         // UnlikeWords, as far as their neighbours put them in one place
    "listed-apart",   // ListedApart
    "strangers",      // AreStrangers
    "lower",          // how many are adjectives without a capital
    "given",          // how many of the two stand before a part of their name that is answered
    "family",         // how many stand behind one
    "acronym",        // exactly one is all capitals: it may stand for the other; see ListedApart
    "acronyms",       // both are
    "elsewhere",      // of either
    "names",          // log of the loose names of both sides
    "rest",           // mean log-odds that the content words of both sides are lost
};

constexpr float kKept = 0.5F;     // `expected` of what would look alike over there
constexpr float kSure = 0.95F;    // probability of a link that stands for a translation
constexpr float kStrange = 0.4F;  // Alikeness of what is hardly one name in two spellings

// Whether its capital may be that of the sentence: the entity stage found no name there, or one
// made of words of the language.
bool OpensOnly(const LooseName& name) {
  return name.opens && (name.mention == nullptr || !IsProper(name));
}

// Whether it would look alike over there: no unknown acronym, people or description made of words
// of the language (`Ministry`).
bool IsDistinct(const SideView& side, const LooseName& name) {
  const ListedName listed = side.ListedAt(side.SpanOf(name.tokens));
  const bool acronym = name.acronym && listed.keys.empty();
  const bool people = name.lower || listed.demonym;
  return name.expected > kKept && !acronym && !people && name.generic < 1.0F;
}

// Two names, one at least that of somebody or something, that would both look alike on the other
// side and do not look like each other.
bool AreStrangers(const SideView& here, const LooseName& a, const SideView& there,
                  const LooseName& b, float alike) {
  return IsDistinct(here, a) && IsDistinct(there, b) &&
         (a.mention != nullptr || b.mention != nullptr) && alike < kStrange;
}

}  // namespace

const EvidenceModel kNameChanged{"name-changed", kChangedFeatures};
const EvidenceModel kGivenNameChanged{"given-name-changed", kChangedFeatures};

float OnePlace(const SideNames& source, const LooseName& a, const SideNames& target,
               const LooseName& b) {
  return (Beside(source.SlotOf(a), b.tokens) + Beside(target.SlotOf(b), a.tokens)) / 2.0F;
}

Candidate ChangeOf(const SideNames& source, const LooseName& a, const SideNames& target,
                   const LooseName& b, std::uint32_t bead) {
  const SideView& here = source.view().here();
  const SideView& there = target.view().here();
  const bool proper = IsProper(a) && IsProper(b);
  const bool places = IsKind(a, MentionKind::kPlace) && IsKind(b, MentionKind::kPlace);
  const bool persons = IsKind(a, MentionKind::kPerson) && IsKind(b, MentionKind::kPerson);
  const float linked = LinkBetween(source.view(), a, b);
  const float alike = Alikeness(here, a, there, b);
  const float beside = OnePlace(source, a, target, b);
  const bool unlike = UnlikeWords(a, b, alike);
  // What lists know stands there as they have it: no other form or acronym of it can be meant.
  const bool apart = ListedApart(here, a, there, b);
  Candidate candidate;
  candidate.category = "name-changed";
  candidate.model = a.given || b.given ? &kGivenNameChanged : &kNameChanged;
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
      Flag(linked > kSure && !unlike && !apart),
      Flag(!apart && std::min(a.known, b.known) > 0.0F && std::min(a.listed, b.listed) == 0.0F),
      DistanceBetween(source, a, target, b),
      beside,
      Flag(OpensOnly(a)) + Flag(OpensOnly(b)),
      Flag(UnlikeNames(a, b, alike)),
      Flag(unlike) * beside,
      Flag(apart),
      Flag(AreStrangers(here, a, there, b, apart ? 0.0F : alike)),
      Flag(a.lower) + Flag(b.lower),
      Flag(a.given) + Flag(b.given),
      Flag(a.family) + Flag(b.family),
      Flag(a.acronym != b.acronym && !apart),
      Flag(a.acronym && b.acronym && !apart),
      Flag(source.Elsewhere(a) || target.Elsewhere(b)),
      std::log(static_cast<float>(source.count() + target.count())),
      (source.Rest() + target.Rest()) / 2.0F};
  candidate.bead = bead;
  candidate.source = here.SpanOf(a.tokens);
  candidate.target = there.SpanOf(b.tokens);
  candidate.message =
      Quoted(source.Text(a)) + " has become " + Quoted(target.Text(b)) + " in the translation.";
  return candidate;
}

}  // namespace calque::internal
