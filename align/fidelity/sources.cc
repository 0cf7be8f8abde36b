// What somebody said, given to another source: `police said`, `selon un témoin`.
#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "align/fidelity/bead_sides.h"
#include "align/fidelity/check.h"
#include "align/fidelity/coverage.h"
#include "align/fidelity/message.h"
#include "align/fidelity/quotation_marks.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

// The weights are set by hand: no fault of open text teaches them.
constexpr std::string_view kFeatures[] = {
    "linked",           // probability of the best link between the two sources
    "source-rendered",  // lexical evidence that a word no other is surer of renders the source
    "target-rendered",  // the same of the one of the target
    "distance",         // words between the two and the verbs of saying
    "alone",            // neither text names another source
};
const EvidenceModel kModel{"source-changed", kFeatures};

constexpr std::uint32_t kBefore = 8;        // words between a source and the verb behind it
constexpr std::uint32_t kBehind = 6;        // words between a verb and the source behind it
constexpr std::string_view kNone = "none";  // a member of those that are none: `African Union`

// One phrase that may name who says something, and all that it may be.
struct Source {
  IndexRange<Token> tokens;
  std::vector<std::string_view> members;
  std::uint32_t distance = 0;  // words to the verb of saying
  bool says = false;           // a verb of saying is near
};

// The sources that one side of a bead names.
std::vector<Source> SourcesOf(const SideView& side, IndexRange<Token> tokens) {
  std::vector<Source> sources;
  const std::vector<std::string_view> folded = side.Folded(tokens);
  const std::vector<std::string> written = side.Written(tokens);
  for (std::uint32_t i = 0; i < folded.size();) {
    Source source;
    std::uint32_t longest = 1;
    const auto meanings = side.rules().sources.MeaningsAt(std::span(folded).subspan(i),
                                                          std::span(written).subspan(i));
    for (const WordMeaning& meaning : meanings) longest = std::max(longest, meaning.words);
    for (const WordMeaning& meaning : meanings) {
      if (meaning.words == longest) source.members.push_back(meaning.member);
    }
    source.tokens = {tokens.begin + i, tokens.begin + i + longest};
    const bool none = std::ranges::find(source.members, kNone) != source.members.end();
    if (!source.members.empty() && !none) sources.push_back(std::move(source));
    i += longest;
  }
  return sources;
}

// Who says something is told by the narrower of two that stand together: `hospital officials`,
// `responsables syndicaux`. The broad ones, which may be of any of many, go.
void LeaveOutBroad(const SideView& side, std::vector<Source>* sources) {
  constexpr std::size_t kBroad = 5;  // members
  const auto joined = [&](const Source& one, const Source& next) {
    if (one.tokens.end == next.tokens.begin) return true;
    return one.tokens.end + 1 == next.tokens.begin &&
           side.words()[one.tokens.end].kind == WordClass::kFunction;
  };
  std::vector<Source> kept;
  for (std::size_t i = 0; i < sources->size(); ++i) {
    const Source& source = (*sources)[i];
    const Source* last = i == 0 ? nullptr : &(*sources)[i - 1];
    const Source* next = i + 1 == sources->size() ? nullptr : &(*sources)[i + 1];
    const bool broad = source.members.size() >= kBroad;
    const bool behind = last != nullptr && last->members.size() < kBroad && joined(*last, source);
    const bool before = next != nullptr && next->members.size() < kBroad && joined(source, *next);
    if (!broad || (!behind && !before)) kept.push_back(source);
  }
  *sources = std::move(kept);
}

bool Parts(const SideView& side, std::uint32_t token) {
  const std::string_view text = side.document().TextOf(side.document().tokens[token]);
  return text == "," || text == ";" || text == ":" || text == "." || IsQuotationMark(text);
}

// Whether a person is named among the tokens and some beside them.
bool NamesPerson(const SideView& side, IndexRange<Token> all, IndexRange<Token> tokens) {
  constexpr std::uint32_t kBeside = 5;  // words: `la présidente du directoire, Ana Lim`
  const IndexRange<Token> near{std::max(all.begin + kBeside, tokens.begin) - kBeside,
                               std::min(all.end, tokens.end + kBeside)};
  const IndexRange<Mention> mentions = side.MentionsIn(side.SpanOf(near));
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    if (side.mentions()[m].kind == MentionKind::kPerson) return true;
  }
  return false;
}

// Finds the verbs of saying beside the sources. Where a person is named there, it is that person
// who says it, and the source tells what the person is, or where, or to whom: `Lim, a doctor, told
// reporters outside the court`.
void FindVerbs(const SideView& side, IndexRange<Token> tokens, std::vector<Source>* sources) {
  const std::vector<std::string_view> folded = side.Folded(tokens);
  for (std::uint32_t i = 0; i < folded.size(); ++i) {
    const auto length =
        static_cast<std::uint32_t>(side.rules().attributing.LengthAt(std::span(folded).subspan(i)));
    if (length == 0) continue;
    const IndexRange<Token> verb{tokens.begin + i, tokens.begin + i + length};
    for (Source& source : *sources) {
      const bool before = source.tokens.end <= verb.begin;
      if (!before && source.tokens.begin < verb.end) continue;
      const IndexRange<Token> between = before ? IndexRange<Token>{source.tokens.end, verb.begin}
                                               : IndexRange<Token>{verb.end, source.tokens.begin};
      if (between.size() > (before ? kBefore : kBehind)) continue;
      bool parted = false;
      for (std::uint32_t k = between.begin; k < between.end; ++k) parted |= Parts(side, k);
      const IndexRange<Token> both{std::min(source.tokens.begin, verb.begin),
                                   std::max(source.tokens.end, verb.end)};
      if (parted || NamesPerson(side, tokens, both)) continue;
      if (source.says && source.distance <= between.size()) continue;
      source.says = true;
      source.distance = between.size();
    }
  }
}

bool Share(const Source& one, const Source& other) {
  return std::ranges::any_of(one.members, [&](std::string_view member) {
    return std::ranges::find(other.members, member) != other.members.end();
  });
}

class SourceCheck {
 public:
  SourceCheck(const CheckInput& input, std::uint32_t index) : sides_(input.scene, index) {}

  [[nodiscard]] std::vector<Candidate> Run() const {
    const std::vector<Source> ours = SourcesIn(sides_.source.here(), sides_.here);
    const std::vector<Source> theirs = SourcesIn(sides_.target.here(), sides_.there);
    const Source* one = Unanswered(sides_.source, ours, theirs);
    const Source* other = Unanswered(sides_.target, theirs, ours);
    if (one == nullptr || other == nullptr) return {};
    return {Describe(*one, *other, ours.size() == 1 && theirs.size() == 1)};
  }

 private:
  static std::vector<Source> SourcesIn(const SideView& side, IndexRange<Token> tokens) {
    std::vector<Source> sources = SourcesOf(side, tokens);
    LeaveOutBroad(side, &sources);
    FindVerbs(side, tokens, &sources);
    return sources;
  }

  // Of those that say something, the nearest to its verb that the other side does not name, or
  // only where it renders another: `the army …, a military source said`.
  static const Source* Unanswered(const View& view, const std::vector<Source>& ours,
                                  const std::vector<Source>& theirs) {
    const Source* best = nullptr;
    for (const Source& source : ours) {
      if (!source.says || (best != nullptr && best->distance <= source.distance)) continue;
      const bool answered = std::ranges::any_of(theirs, [&](const Source& other) {
        return Share(source, other) && (other.says || !RendersAnother(view, ours, source, other));
      });
      if (!answered) best = &source;
    }
    return best;
  }

  static bool RendersAnother(const View& view, const std::vector<Source>& ours,
                             const Source& source, const Source& theirs) {
    return std::ranges::any_of(ours, [&](const Source& another) {
      return &another != &source && Share(another, theirs) &&
             BestLink(view, another.tokens, theirs.tokens) >= kSureLink;
    });
  }

  [[nodiscard]] Candidate Describe(const Source& one, const Source& other, bool alone) const {
    Candidate candidate;
    candidate.category = "speaker-changed";
    candidate.model = &kModel;
    candidate.features = {
        BestLink(sides_.source, one.tokens, other.tokens), BestRendered(sides_.source, one.tokens),
        BestRendered(sides_.target, other.tokens),
        std::log1p(static_cast<float>(one.distance + other.distance)), Flag(alone)};
    candidate.bead = sides_.bead;
    candidate.source = sides_.source.here().SpanOf(one.tokens);
    candidate.target = sides_.target.here().SpanOf(other.tokens);
    candidate.message =
        Quoted(sides_.source.here().Text(candidate.source)) + " says it in the source, " +
        Quoted(sides_.target.here().Text(candidate.target)) + " in the translation.";
    return candidate;
  }

  BeadSides sides_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  if (input.scene.source().rules().sources.empty()) return {};
  if (input.scene.target().rules().sources.empty()) return {};
  return FromPairedBeads(input.scene,
                         [&](std::uint32_t bead) { return SourceCheck(input, bead).Run(); });
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

extern const Check kSourcesCheck{"sources", &Run, kModels};

}  // namespace calque::internal
