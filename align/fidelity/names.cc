// Names that differ, are lost or are added.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "align/fidelity/builtin_checks.h"
#include "align/fidelity/form.h"
#include "align/fidelity/message.h"
#include "align/fidelity/name_list.h"
#include "align/fidelity/runs.h"

namespace calque::internal {
namespace {

constexpr std::string_view kLooseFeatures[] = {
    "mention",  // the entity stage found it; else a run of capitals
    "person",      "place", "organisation",
    "word-linked",  // an entity link through the words around it only
    "form",         // see NameEvidence, of this name
    "lexical",     "link",  "known",
    "words",       // log of its words
    "acronym",     // all capitals
    "opens",       // it opens the sentence
    "repeated",    // another of the bead's names of this side has its words and a partner
    "elsewhere",   // the other document has it somewhere
    "near",        // a bead near by has it on the other side
    "names",       // log(1 + names of this side of the bead)
    "weak-there",  // log(1 + names there that lack a partner as well)
    "rest",        // mean log-odds that the content words of this side are lost
};
constexpr std::string_view kChangedFeatures[] = {
    "mentions",   // how many of the two the entity stage found
    "same-kind",  // both are persons, both are places, …
    "alike",      // FormSimilarity of the two
    "form",       // the better of the two evidences
    "lexical",   "link", "known",
    "linked",     // the word aligner links the two
    "distance",   // between the two places, as shares of their sides
    "opens",      // either opens the sentence
    "acronym",    // exactly one is all capitals: it may stand for the other
    "elsewhere",  // either is in the other document
    "rest",       // mean log-odds that the content words of both sides are lost
};
const EvidenceModel kChanged{"name-changed", kChangedFeatures};
const EvidenceModel kMissing{"name-missing", kLooseFeatures};
const EvidenceModel kExtra{"name-extra", kLooseFeatures};

constexpr float kFound = 0.75F;     // form of a word that is its counterpart
constexpr std::uint32_t kNear = 2;  // beads to either side

struct WeakName {
  NameInText name;
  NameEvidence evidence;
};

float Flag(bool value) { return value ? 1.0F : 0.0F; }

class SideNames {
 public:
  SideNames(const CheckInput& input, View::From from, std::uint32_t bead)
      : input_(input),
        view_(input.scene, from),
        bead_(bead),
        tokens_(view_.Here(input.scene.bitext().beads[bead])),
        all_(FindNames(view_.here(), tokens_)) {
    for (const NameInText& name : all_) {
      const NameEvidence evidence = EvidenceOf(view_, name);
      if (evidence.linked == 0.0F && evidence.form < kFound) weak_.push_back({name, evidence});
    }
  }

  [[nodiscard]] const View& view() const { return view_; }
  [[nodiscard]] std::vector<WeakName>& weak() { return weak_; }
  [[nodiscard]] const std::vector<NameInText>& all() const { return all_; }

  [[nodiscard]] const Mention* MentionOf(const WeakName& name) const {
    return name.name.mention == kNoMention ? nullptr : &view_.here().mentions()[name.name.mention];
  }
  [[nodiscard]] std::string_view Text(const WeakName& name) const {
    return view_.here().Text(view_.here().SpanOf(name.name.tokens));
  }
  [[nodiscard]] bool Acronym(const WeakName& name) const {
    return name.name.tokens.size() == 1 && Text(name).size() > 1 &&
           std::all_of(Text(name).begin(), Text(name).end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
  }
  [[nodiscard]] bool Opens(const WeakName& name) const {
    return view_.here().words()[name.name.tokens.begin].opens;
  }
  [[nodiscard]] float Place(const WeakName& name) const {
    return static_cast<float>(name.name.tokens.begin - tokens_.begin) /
           static_cast<float>(tokens_.size());
  }
  // Mean log-odds that the content words outside names are lost.
  [[nodiscard]] float Rest() const {
    float sum = 0.0F;
    float count = 0.0F;
    for (std::uint32_t i = tokens_.begin; i < tokens_.end; ++i) {
      const Word& word = view_.here().words()[i];
      if (word.kind != WordClass::kContent || word.capital) continue;
      sum += view_.lost()[i];
      count += 1.0F;
    }
    return count == 0.0F ? 0.0F : sum / count;
  }

  // Whether another name of this side has a word of it and a partner: a shorter or longer form.
  [[nodiscard]] bool Repeated(const WeakName& name) const {
    return std::any_of(all_.begin(), all_.end(), [&](const NameInText& other) {
      return other.tokens != name.name.tokens && SharesWord(name.name.tokens, other.tokens) &&
             EvidenceOf(view_, other).form >= kFound;
    });
  }
  [[nodiscard]] bool Elsewhere(const WeakName& name) const {
    if (input_.scope == FidelityScope::kLines) return false;
    return Stands(name, 0, static_cast<std::uint32_t>(view_.there().words().size()));
  }
  [[nodiscard]] bool Near(const WeakName& name) const {
    if (input_.scope == FidelityScope::kLines) return false;
    const std::vector<Bead>& beads = input_.scene.bitext().beads;
    const std::uint32_t first = bead_ < kNear ? 0 : bead_ - kNear;
    const auto last = std::min<std::size_t>(bead_ + kNear + 1, beads.size());
    for (std::size_t i = first; i < last; ++i) {
      const IndexRange<Token> there = view_.There(beads[i]);
      if (i != bead_ && Stands(name, there.begin, there.end)) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool SharesWord(IndexRange<Token> a, IndexRange<Token> b) const {
    for (std::uint32_t i = a.begin; i < a.end; ++i) {
      for (std::uint32_t j = b.begin; j < b.end; ++j) {
        const Word& word = view_.here().words()[i];
        if (word.kind == WordClass::kContent && word.folded == view_.here().words()[j].folded) {
          return true;
        }
      }
    }
    return false;
  }
  // Whether the last word of the name, the family name of a person, stands on the other side.
  [[nodiscard]] bool Stands(const WeakName& name, std::uint32_t first, std::uint32_t last) const {
    const std::string& wanted = view_.here().words()[name.name.tokens.end - 1].folded;
    for (std::uint32_t i = first; i < last; ++i) {
      const Word& word = view_.there().words()[i];
      if (word.capital && FormSimilarity(wanted, word.folded) >= kFound) return true;
    }
    return false;
  }

  const CheckInput& input_;
  View view_;
  std::uint32_t bead_;
  IndexRange<Token> tokens_;
  std::vector<NameInText> all_;
  std::vector<WeakName> weak_;
};

class BeadCheck {
 public:
  BeadCheck(const CheckInput& input, std::uint32_t bead)
      : index_(bead),
        source_(input, View::From::kSource, bead),
        target_(input, View::From::kTarget, bead),
        bead_(input.scene.bitext().beads[bead]) {}

  std::vector<Candidate> Run() {
    std::vector<Candidate> found;
    if (source_.view().Here(bead_).empty() || target_.view().Here(bead_).empty()) return found;
    const std::size_t weak_source = source_.weak().size();
    const std::size_t weak_target = target_.weak().size();
    while (const auto best = BestPair()) {
      found.push_back(Changed(source_.weak()[best->first], target_.weak()[best->second]));
      source_.weak().erase(source_.weak().begin() + static_cast<std::ptrdiff_t>(best->first));
      target_.weak().erase(target_.weak().begin() + static_cast<std::ptrdiff_t>(best->second));
    }
    for (const WeakName& name : source_.weak()) found.push_back(Loose(source_, name, weak_target));
    for (const WeakName& name : target_.weak()) found.push_back(Loose(target_, name, weak_source));
    return found;
  }

 private:
  [[nodiscard]] float LinkBetween(const WeakName& a, const WeakName& b) const {
    float best = 0.0F;
    for (std::uint32_t i = a.name.tokens.begin; i < a.name.tokens.end; ++i) {
      for (const HalfLink& link : source_.view().LinksOf(i)) {
        const bool inside = link.other >= b.name.tokens.begin && link.other < b.name.tokens.end;
        if (inside) best = std::max(best, link.probability);
      }
    }
    return best;
  }
  [[nodiscard]] float Distance(const WeakName& a, const WeakName& b) const {
    return std::abs(source_.Place(a) - target_.Place(b));
  }

  // The two weak names that most likely stand for each other.
  std::optional<std::pair<std::size_t, std::size_t>> BestPair() {
    std::optional<std::pair<std::size_t, std::size_t>> best;
    float best_cost = 0.0F;
    for (std::size_t i = 0; i < source_.weak().size(); ++i) {
      for (std::size_t j = 0; j < target_.weak().size(); ++j) {
        const WeakName& a = source_.weak()[i];
        const WeakName& b = target_.weak()[j];
        const float cost = Distance(a, b) - LinkBetween(a, b);
        if (best && cost >= best_cost) continue;
        best = {i, j};
        best_cost = cost;
      }
    }
    return best;
  }

  Candidate Changed(const WeakName& a, const WeakName& b) const {
    const Mention* ours = source_.MentionOf(a);
    const Mention* theirs = target_.MentionOf(b);
    const bool both = ours != nullptr && theirs != nullptr;
    Candidate candidate;
    candidate.category = "name-changed";
    candidate.model = &kChanged;
    candidate.features = {Flag(ours != nullptr) + Flag(theirs != nullptr),
                          Flag(both && ours->kind == theirs->kind),
                          FormSimilarity(FoldToken(source_.Text(a)), FoldToken(target_.Text(b))),
                          std::max(a.evidence.form, b.evidence.form),
                          std::max(a.evidence.lexical, b.evidence.lexical),
                          std::max(a.evidence.link, b.evidence.link),
                          std::min(a.evidence.known, b.evidence.known),
                          LinkBetween(a, b),
                          Distance(a, b),
                          Flag(source_.Opens(a) || target_.Opens(b)),
                          Flag(source_.Acronym(a) != target_.Acronym(b)),
                          Flag(source_.Elsewhere(a) || target_.Elsewhere(b)),
                          (source_.Rest() + target_.Rest()) / 2.0F};
    candidate.bead = index_;
    candidate.source = source_.view().here().SpanOf(a.name.tokens);
    candidate.target = target_.view().here().SpanOf(b.name.tokens);
    candidate.message =
        Quoted(source_.Text(a)) + " has become " + Quoted(target_.Text(b)) + " in the translation.";
    return candidate;
  }

  Candidate Loose(const SideNames& side, const WeakName& name, std::size_t weak_there) const {
    const bool lost = side.view().from_source();
    const Mention* mention = side.MentionOf(name);
    const auto kind = [&](MentionKind wanted) {
      return Flag(mention != nullptr && mention->kind == wanted);
    };
    Candidate candidate;
    candidate.category = lost ? "name-missing" : "name-extra";
    candidate.model = lost ? &kMissing : &kExtra;
    candidate.features = {
        Flag(mention != nullptr),
        kind(MentionKind::kPerson),
        kind(MentionKind::kPlace),
        kind(MentionKind::kOrganisation),
        Flag(mention != nullptr && side.view().PartnerOf(name.name.mention).exists()),
        name.evidence.form,
        name.evidence.lexical,
        name.evidence.link,
        name.evidence.known,
        std::log(static_cast<float>(name.name.tokens.size())),
        Flag(side.Acronym(name)),
        Flag(side.Opens(name)),
        Flag(side.Repeated(name)),
        Flag(side.Elsewhere(name)),
        Flag(side.Near(name)),
        std::log1p(static_cast<float>(side.all().size())),
        std::log1p(static_cast<float>(weak_there)),
        side.Rest()};
    candidate.bead = index_;
    const ByteSpan here = side.view().here().SpanOf(name.name.tokens);
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
  std::vector<Candidate> found;
  for (std::uint32_t i = 0; i < input.scene.bitext().beads.size(); ++i) {
    for (Candidate& candidate : BeadCheck(input, i).Run()) found.push_back(std::move(candidate));
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kChanged, &kMissing, &kExtra};

}  // namespace

const Check kNamesCheck{"names", &Run, kModels};

}  // namespace calque::internal
