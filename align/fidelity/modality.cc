// What may, will or must happen stated otherwise: `may cut` as `a réduit`, `must pay` as `pourrait
// verser`, `has sold` as `vendra`.
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/entities/value_key.h"
#include "align/fidelity/bead_sides.h"
#include "align/fidelity/check.h"
#include "align/fidelity/message.h"
#include "align/fidelity/two_sides.h"
#include "align/fidelity/verb_status.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "linked",    // probability of the link between the two verbs
    "rendered",  // lexical evidence that a word over there renders the words before the verb
    "hinted",    // either side leaves open what it says: `perhaps`, a conditional
    "future",    // one will be, the other may be
    "able",      // one can be
    "tense",     // one is done, the other will be, is expected or planned
};
const EvidenceModel kModel{"modality-changed", kFeatures};

constexpr std::string_view kLoneFeatures[] = {
    "verb",    // probability of the best link of the verb
    "length",  // log(1 + tokens of the other side)
};
// What may happen, stated as plain on the other side.
const EvidenceModel kLone{"modality-lost", kLoneFeatures};

constexpr float kLinked = 0.3F;  // a link that says what renders a verb
constexpr int kHistory = 2000;   // years before it are past, in whatever tense

using Status = VerbStatus;

bool IsOneOf(Status status, std::initializer_list<Status> all) {
  return std::ranges::find(all, status) != all.end();
}

bool IsToCome(Status status) {
  return IsOneOf(status,
                 {Status::kFuture, Status::kNecessary, Status::kExpected, Status::kPlanned});
}

// Whether no translation renders the one by the other.
bool Exclude(Status a, Status b) {
  if (a == Status::kDone) return IsToCome(b) || IsOneOf(b, {Status::kPossible, Status::kAble});
  if (IsToCome(a) && b == Status::kDone) return true;
  if (a == Status::kPossible) {
    return IsOneOf(b, {Status::kDone, Status::kNecessary, Status::kDecided, Status::kFuture});
  }
  if (a == Status::kAble) return IsOneOf(b, {Status::kDone, Status::kNecessary, Status::kDecided});
  if (a == Status::kFuture) return b == Status::kPossible;
  if (a == Status::kNecessary) {
    return IsOneOf(b, {Status::kPossible, Status::kAble});
  }
  return a == Status::kDecided && IsOneOf(b, {Status::kPossible, Status::kAble});
}

std::string_view Told(Status status) {
  switch (status) {
    case Status::kDone:
      return "it happened";
    case Status::kFuture:
      return "it will happen";
    case Status::kPossible:
      return "it may happen";
    case Status::kAble:
      return "it can happen";
    case Status::kNecessary:
      return "it must happen";
    case Status::kExpected:
      return "it is expected";
    case Status::kPlanned:
      return "it is planned";
    case Status::kDecided:
      return "it is decided";
    case Status::kOpen:
      break;
  }
  return "it would happen";
}

class StatusCheck {
 public:
  StatusCheck(const CheckInput& input, std::uint32_t index)
      : sides_(input.scene, index),
        ours_(FindStatedVerbs(sides_.source.here(), sides_.here)),
        theirs_(FindStatedVerbs(sides_.source.there(), sides_.there)) {}

  std::vector<Candidate> Run() const {
    std::vector<Candidate> found;
    for (const StatedVerb& ours : ours_) {
      for (const HalfLink& link : sides_.source.LinksOf(ours.verb)) {
        if (link.probability < kLinked) continue;
        for (const StatedVerb& theirs : theirs_) {
          if (theirs.verb != link.other || !Exclude(ours.status, theirs.status)) continue;
          if (IsDenied(ours, theirs) || IsOfHistory(ours, theirs)) continue;
          if (IsAnswered(ours, ours_, theirs_) || IsAnswered(theirs, theirs_, ours_)) continue;
          found.push_back(Describe(ours, theirs, link.probability));
        }
      }
    }
    if (found.empty()) {
      AddLone(sides_.source, ours_, sides_.there, theirs_, &found);
      AddLone(sides_.target, theirs_, sides_.here, ours_, &found);
    }
    return found;
  }

 private:
  // The first verb here that may happen, where more such verbs stand here than words there that
  // could render one.
  void AddLone(const View& view, const std::vector<StatedVerb>& ours, IndexRange<Token> there,
               const std::vector<StatedVerb>& theirs, std::vector<Candidate>* found) const {
    const auto may = [](const StatedVerb& verb) { return verb.status == Status::kPossible; };
    const auto renders = [](const StatedVerb& verb) {
      return !IsOneOf(verb.status, {Status::kDone, Status::kDecided});
    };
    if (HasHint(view.there(), there) || HasOpenCue(view.there(), there)) return;
    if (std::ranges::any_of(theirs, renders)) return;
    const auto verb = std::ranges::find_if(ours, may);
    if (verb == ours.end()) return;
    float linked = 0.0F;
    for (const HalfLink& link : view.LinksOf(verb->verb)) {
      if (view.there().words()[link.other].kind == WordClass::kContent) {
        linked = std::max(linked, link.probability);
      }
    }
    Candidate candidate;
    candidate.category = "modality-changed";
    candidate.model = &kLone;
    candidate.features = {linked, std::log1p(static_cast<float>(there.size()))};
    candidate.bead = sides_.bead;
    const ByteSpan span = view.here().SpanOf(verb->tokens);
    SetSpans(view, span, view.there().SpanOf(there), &candidate);
    candidate.message = Quoted(view.here().Text(span)) +
                        (view.from_source() ? " (it may happen) is stated as a fact."
                                            : " (it may happen) is a fact in the source.");
    found->push_back(std::move(candidate));
  }

  // French tells the past in the future, too: `il mourra en 1924`.
  [[nodiscard]] bool IsOfHistory(const StatedVerb& a, const StatedVerb& b) const {
    if (a.status != Status::kFuture && b.status != Status::kFuture) return false;
    const SideView& side = sides_.source.here();
    const IndexRange<Mention> mentions = side.MentionsIn(side.SpanOf(sides_.here));
    for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
      const std::optional<ValueKey> key = SplitKey(side.mentions()[m].key);
      const std::optional<PartialDate> date = key ? DateOf(*key) : std::nullopt;
      if (date && date->year > 0 && date->year < kHistory) return true;
    }
    return false;
  }

  // `must not` is `ne peut pas`.
  static bool IsDenied(const StatedVerb& a, const StatedVerb& b) {
    return (a.negated || b.negated) && a.status != Status::kDone && b.status != Status::kDone;
  }

  // Whether as many verbs there are stated like it as here: links to verbs go astray.
  static bool IsAnswered(const StatedVerb& verb, const std::vector<StatedVerb>& here,
                         const std::vector<StatedVerb>& there) {
    if (verb.status == Status::kDone) return false;
    const auto agrees = [&](const StatedVerb& other) { return other.status == verb.status; };
    const auto answers = [&](const StatedVerb& other) {
      return other.status != Status::kOpen && other.status != Status::kDone &&
             !Exclude(verb.status, other.status);
    };
    return std::ranges::count_if(there, answers) >= std::ranges::count_if(here, agrees);
  }

  // The best lexical evidence that a word no other is surer of renders a cue.
  static float Rendered(const View& view, const StatedVerb& verb) {
    float best = 0.0F;
    for (std::uint32_t i = verb.tokens.begin; i < verb.verb; ++i) {
      if (verb.status != Status::kDone) best = std::max(best, view.coverage().evidence[i].free);
    }
    return best;
  }

  static bool IsOpen(const SideView& side, IndexRange<Token> tokens,
                     const std::vector<StatedVerb>& verbs) {
    return HasHint(side, tokens) || std::ranges::any_of(verbs, [](const StatedVerb& verb) {
             return verb.status == Status::kOpen;
           });
  }

  [[nodiscard]] Candidate Describe(const StatedVerb& ours, const StatedVerb& theirs,
                                   float linked) const {
    const auto either = [&](Status status) {
      return ours.status == status || theirs.status == status;
    };
    Candidate candidate;
    candidate.category = "modality-changed";
    candidate.model = &kModel;
    candidate.features = {
        linked,
        std::max(Rendered(sides_.source, ours), Rendered(sides_.target, theirs)),
        Flag(IsOpen(sides_.source.here(), sides_.here, ours_) ||
             IsOpen(sides_.target.here(), sides_.there, theirs_)),
        Flag(either(Status::kPossible) && either(Status::kFuture)),
        Flag(either(Status::kAble)),
        Flag(either(Status::kDone) &&
             (either(Status::kFuture) || either(Status::kExpected) || either(Status::kPlanned)))};
    candidate.bead = sides_.bead;
    candidate.source = sides_.source.here().SpanOf(ours.tokens);
    candidate.target = sides_.target.here().SpanOf(theirs.tokens);
    candidate.message = Quoted(sides_.source.here().Text(candidate.source)) + " (" +
                        std::string(Told(ours.status)) + ") has become " +
                        Quoted(sides_.target.here().Text(candidate.target)) + " (" +
                        std::string(Told(theirs.status)) + ") in the translation.";
    return candidate;
  }

  BeadSides sides_;
  std::vector<StatedVerb> ours_;
  std::vector<StatedVerb> theirs_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  return FromPairedBeads(input.scene,
                         [&](std::uint32_t bead) { return StatusCheck(input, bead).Run(); });
}

constexpr const EvidenceModel* kModels[] = {&kModel, &kLone};

}  // namespace

extern const Check kModalityCheck{"modality", &Run, kModels};

}  // namespace calque::internal
