// Where a bead, or a line of a file, holds several sentences: one that the other side does not
// render.
#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <vector>

#include "align/base/marks.h"
#include "align/base/utf8.h"
#include "align/fidelity/check.h"
#include "align/fidelity/message.h"
#include "align/fidelity/two_sides.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "lost",            // share of its content words that nothing renders
    "lost-words",      // the same times log(1 + its content words)
    "mean",            // mean log-odds that its content words are lost
    "answered",        // log(1 + its names and values that have a partner of their own)
    "rest",            // mean log-odds that the content words of the other sentences are lost
    "other-lost",      // log(1 + content words of the other side that nothing renders)
    "length",          // View::Excess
    "length-without",  // the same, the sentence taken off
};
const EvidenceModel kLost{"omission-inner", kFeatures};
const EvidenceModel kAdded{"addition-inner", kFeatures};

constexpr std::uint32_t kFewestContent = 2;

struct Sum {
  float lost = 0.0F;      // log-odds
  float unlinked = 0.0F;  // content words more likely lost than not
  float content = 0.0F;

  [[nodiscard]] float Mean() const { return content == 0.0F ? 0.0F : lost / content; }
  [[nodiscard]] float Share() const { return content == 0.0F ? 0.0F : unlinked / content; }
};

// Verbs of saying do not count: languages put and choose them each in its way.
Sum SumOf(const SideView& side, std::span<const float> lost, IndexRange<Token> tokens) {
  Sum sum;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const Word& word = side.words()[i];
    if (!word.HasContent() || side.rules().says.Contains(word.folded)) continue;
    sum.lost += lost[i];
    sum.unlinked += lost[i] > 0.0F ? 1.0F : 0.0F;
    sum.content += 1.0F;
  }
  return sum;
}

// Whether a token closes what the one before it ends: `."`, `. »`.
bool IsCloserBehind(const SideView& side, std::uint32_t token) {
  const Document& document = side.document();
  const char32_t mark = DecodeAt(document.TextOf(document.tokens[token]), 0).value;
  const bool joined = document.tokens[token - 1].span.end == document.tokens[token].span.begin;
  return ClosesAfterSpace(mark) || (joined && IsCloser(mark));
}

// Where no word of the text has a capital, a mark is enough.
bool ClosesSentence(const SideView& side, IndexRange<Token> sentence, bool capitals) {
  const Word& next = side.words()[sentence.end];
  std::uint32_t last = sentence.end - 1;
  if (!side.words()[last].IsPunctuation() || IsCloserBehind(side, sentence.end)) return false;
  if (capitals && !next.capital && !next.opens) return false;
  while (last > sentence.begin && IsCloserBehind(side, last)) --last;
  return IsTerminator(side.document().TextOf(side.document().tokens[last]));
}

// The sentences of a bead, by marks: a line of a file may hold several that are not cut apart.
std::vector<IndexRange<Token>> SentencesIn(const SideView& side, IndexRange<Token> tokens) {
  const auto words = side.words().subspan(tokens.begin, tokens.size());
  const bool capitals =
      std::any_of(words.begin(), words.end(), [](const Word& word) { return word.capital; });
  std::vector<IndexRange<Token>> sentences;
  std::uint32_t begin = tokens.begin;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (i + 1 < tokens.end && !ClosesSentence(side, {begin, i + 1}, capitals)) continue;
    sentences.push_back({begin, i + 1});
    begin = i + 1;
  }
  return sentences;
}

float CountAnswered(const View& view, IndexRange<Token> tokens) {
  const IndexRange<Mention> mentions = view.here().MentionsIn(view.here().SpanOf(tokens));
  float count = 0.0F;
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    count += view.PartnerOf(m).answers() ? 1.0F : 0.0F;
  }
  return count;
}

Candidate Describe(const View& view, std::uint32_t bead, IndexRange<Token> sentence) {
  const Bead& whole = view.scene().bitext().beads[bead];
  const IndexRange<Token> here = view.Here(whole);
  const IndexRange<Token> there = view.There(whole);
  const Sum ours = SumOf(view.here(), view.lost(), sentence);
  Sum rest = SumOf(view.here(), view.lost(), here);
  rest.lost -= ours.lost;
  rest.content -= ours.content;
  Candidate candidate;
  candidate.category = view.from_source() ? "omission" : "addition";
  candidate.model = view.from_source() ? &kLost : &kAdded;
  candidate.features = {ours.Share(),
                        ours.Share() * std::log1p(ours.content),
                        ours.Mean(),
                        std::log1p(CountAnswered(view, sentence)),
                        rest.Mean(),
                        std::log1p(SumOf(view.there(), view.lost_there(), there).unlinked),
                        view.Excess(here, there),
                        view.Excess(here, there, sentence)};
  candidate.bead = bead;
  const ByteSpan span = view.here().SpanOf(sentence);
  SetSpans(view, span, view.there().SpanOf(there), &candidate);
  const std::string quoted = Quoted(view.here().Text(span));
  candidate.message = view.from_source() ? quoted + " is not in the translation."
                                         : quoted + " is in the translation only.";
  return candidate;
}

// The sentence of a bead that looks most lost; empty where it holds one only.
IndexRange<Token> MostLost(const View& view, const Bead& bead) {
  const auto sentences = SentencesIn(view.here(), view.Here(bead));
  IndexRange<Token> most;
  float mean = 0.0F;
  if (sentences.size() < 2) return most;
  for (const IndexRange<Token>& sentence : sentences) {
    const Sum sum = SumOf(view.here(), view.lost(), sentence);
    if (sum.content < kFewestContent || (!most.empty() && sum.Mean() <= mean)) continue;
    most = sentence;
    mean = sum.Mean();
  }
  return most;
}

// Whether two sentences look lost on either side of a bead because they are put freely and in
// another place: one has a name or a value that answers one of the other.
bool AreEachOther(const View& view, IndexRange<Token> here, IndexRange<Token> there) {
  constexpr float kFew = 0.5F;  // share of its content words
  if (SumOf(view.there(), view.lost_there(), there).Share() < kFew) return false;
  const IndexRange<Mention> mentions = view.here().MentionsIn(view.here().SpanOf(here));
  const ByteSpan span = view.there().SpanOf(there);
  for (std::uint32_t m = mentions.begin; m < mentions.end; ++m) {
    const Partner partner = view.PartnerOf(m);
    if (partner.answers() && span.Contains(view.there().mentions()[partner.mention].span)) {
      return true;
    }
  }
  return false;
}

std::vector<Candidate> RunSide(const View& view) {
  std::vector<Candidate> found;
  const std::vector<Bead>& beads = view.scene().bitext().beads;
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    if (view.There(beads[i]).empty()) continue;
    const IndexRange<Token> most = MostLost(view, beads[i]);
    if (most.empty()) continue;
    const IndexRange<Token> other = MostLost(view.Back(), beads[i]);
    if (!other.empty() && AreEachOther(view, most, other)) continue;
    found.push_back(Describe(view, i, most));
  }
  return found;
}

std::vector<Candidate> Run(const CheckInput& input) {
  if (input.scene.source().lexicon() == nullptr) return {};
  return FromBothSides(input.scene, RunSide);
}

constexpr const EvidenceModel* kModels[] = {&kLost, &kAdded};

}  // namespace

extern const Check kSentencesCheck{"sentences", &Run, kModels};

}  // namespace calque::internal
