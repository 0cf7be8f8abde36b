// A quotation that the translation gives to another speaker of the text.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "align/base/utf8.h"
#include "align/fidelity/check.h"
#include "align/fidelity/form.h"
#include "align/fidelity/message.h"
#include "align/fidelity/quotation_marks.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "swapped",   // each of the two speakers has a counterpart on the other side, but not in this
                 // role
    "linked",    // probability of the link between the two verbs of saying
    "distance",  // log(1 + words from the verbs to the speakers)
    "quoted",    // both sides have quotation marks
};
const EvidenceModel kModel{"speaker-changed", kFeatures};

constexpr std::uint32_t kReach = 4;  // words between a verb of saying and who says it
constexpr std::uint32_t kFar = kReach + 1;
constexpr float kSame = 0.75F;  // FormSimilarity of two ways to write one name

struct Speaker {
  std::uint32_t mention = kNoMention;
  std::uint32_t verb = 0;  // token
  std::uint32_t distance = 0;
};

class SideSpeakers {
 public:
  SideSpeakers(const SideView& side, IndexRange<Token> tokens) : side_(side), tokens_(tokens) {}

  // The person who stands nearest to a verb of saying, outside the quotation.
  [[nodiscard]] std::optional<Speaker> Find() const {
    std::optional<Speaker> best;
    const IndexRange<Mention> mentions = side_.MentionsIn(side_.SpanOf(tokens_));
    for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
      if (side_.mentions()[m].kind != MentionKind::kPerson) continue;
      const IndexRange<Token> name = side_.TokensIn(side_.mentions()[m].span);
      const std::uint32_t first = std::max(tokens_.begin, name.begin - std::min(name.begin, kFar));
      const std::uint32_t last = std::min(tokens_.end, name.end + kFar);
      for (std::uint32_t verb = first; verb < last; ++verb) {
        if (!side_.rules().says.Contains(side_.words()[verb].folded)) continue;
        const std::optional<std::uint32_t> distance = Distance(name, verb);
        if (!distance || (best && best->distance <= *distance)) continue;
        best = Speaker{m, verb, *distance};
      }
    }
    return best;
  }

 private:
  // Words between a name and a verb; nothing where they are too far apart or a quotation or another
  // clause stands between them.
  [[nodiscard]] std::optional<std::uint32_t> Distance(IndexRange<Token> name,
                                                      std::uint32_t verb) const {
    if (verb >= name.begin && verb < name.end) return std::nullopt;
    const IndexRange<Token> between = verb < name.begin ? IndexRange<Token>{verb + 1, name.begin}
                                                        : IndexRange<Token>{name.end, verb};
    if (between.size() > kReach) return std::nullopt;
    for (std::uint32_t i = between.begin; i < between.end; ++i) {
      const std::string_view text = side_.document().TextOf(side_.document().tokens[i]);
      if (IsQuotationMark(text) || text == "," || text == ";") return std::nullopt;
    }
    return between.size();
  }

  const SideView& side_;
  IndexRange<Token> tokens_;
};

bool HasMarks(const SideView& side, IndexRange<Token> tokens) {
  return !QuotationMarksIn(side, tokens).empty();
}

// Whether the mention's partner stands in the same bead.
bool AnsweredIn(const View& view, std::uint32_t mention, IndexRange<Token> there) {
  const Partner partner = view.PartnerOf(mention);
  return partner.exists() && partner.by_itself &&
         view.there().SpanOf(there).Contains(view.there().mentions()[partner.mention].span);
}

bool SameName(std::string_view a, std::string_view b) {
  const std::string one = Fold(a);
  const std::string other = Fold(b);
  const auto last = [](const std::string& name) { return name.substr(name.rfind(' ') + 1); };
  return FormSimilarity(last(one), last(other)) >= kSame;
}

float LinkBetween(const View& view, std::uint32_t here, std::uint32_t there) {
  for (const HalfLink& link : view.LinksOf(here)) {
    if (link.other == there) return link.probability;
  }
  return 0.0F;
}

std::optional<Candidate> CheckBead(const View& view, std::uint32_t index) {
  const Bead& bead = view.scene().bitext().beads[index];
  const IndexRange<Token> here = view.Here(bead);
  const IndexRange<Token> there = view.There(bead);
  const bool quoted = HasMarks(view.here(), here);
  const bool quoted_there = HasMarks(view.there(), there);
  if (!quoted && !quoted_there) return std::nullopt;
  const auto ours = SideSpeakers(view.here(), here).Find();
  const auto theirs = SideSpeakers(view.there(), there).Find();
  if (!ours || !theirs || view.PartnerOf(ours->mention).mention == theirs->mention) {
    return std::nullopt;
  }
  const ByteSpan source = view.here().mentions()[ours->mention].span;
  const ByteSpan target = view.there().mentions()[theirs->mention].span;
  if (SameName(view.here().Text(source), view.there().Text(target))) return std::nullopt;
  const View back(view.scene(), View::From::kTarget);
  const bool swapped =
      AnsweredIn(view, ours->mention, there) && AnsweredIn(back, theirs->mention, here);
  Candidate candidate;
  candidate.category = "speaker-changed";
  candidate.model = &kModel;
  candidate.features = {swapped ? 1.0F : 0.0F, LinkBetween(view, ours->verb, theirs->verb),
                        std::log1p(static_cast<float>(ours->distance + theirs->distance)),
                        quoted && quoted_there ? 1.0F : 0.0F};
  candidate.bead = index;
  candidate.source = source;
  candidate.target = target;
  candidate.message = Quoted(view.here().Text(source)) + " says it in the source, " +
                      Quoted(view.there().Text(target)) + " in the translation.";
  return candidate;
}

std::vector<Candidate> Run(const CheckInput& input) {
  std::vector<Candidate> found;
  const View view(input.scene, View::From::kSource);
  for (std::uint32_t i = 0; i < input.scene.bitext().beads.size(); ++i) {
    if (auto candidate = CheckBead(view, i)) found.push_back(*std::move(candidate));
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

extern const Check kSpeakerCheck{"speaker", &Run, kModels};

}  // namespace calque::internal
