// A translation that is far too short or too long, or that breaks off in mid-sentence.
#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "align/base/marks.h"
#include "align/base/utf8.h"
#include "align/fidelity/check.h"
#include "align/fidelity/message.h"

namespace calque::internal {
namespace {

constexpr std::string_view kLengthFeatures[] = {
    "short",   // log of the source's length / the target's, above what the pair has on average
    "long",    // the same the other way round
    "length",  // log of the characters of the longer side
};
constexpr std::string_view kTruncatedFeatures[] = {
    "hanging",       // the target ends in a word that never ends a sentence
    "unclosed",      // the source ends with a full stop or the like, the target with none
    "short",         // as above
    "tail-lost",     // mean log-odds that the last content words of the source are lost
    "source-hangs",  // the source ends in such a word too
    "full",          // the target hangs nowhere and is hardly shorter than others of its source
};
const EvidenceModel kLength{"length", kLengthFeatures};
const EvidenceModel kTruncated{"truncated", kTruncatedFeatures};

constexpr std::uint32_t kTailContent = 3;

struct Lengths {
  double source = 0;
  double target = 0;
};

Lengths LengthsOf(const Scene& scene, const Bead& bead) {
  const auto count = [](const SideView& side, IndexRange<Sentence> sentences) {
    return static_cast<double>(CodePointCount(side.Text(side.SpanOf(side.TokensOf(sentences)))));
  };
  return {count(scene.source(), bead.source), count(scene.target(), bead.target)};
}

// The last word, and whether a mark that closes a sentence follows it.
struct Ending {
  const Word* word = nullptr;
  bool closed = false;
};
Ending EndingOf(const SideView& side, IndexRange<Token> tokens) {
  Ending ending;
  for (std::uint32_t i = tokens.end; i > tokens.begin; --i) {
    const Word& word = side.words()[i - 1];
    if (!word.IsPunctuation()) {
      ending.word = &word;
      ending.closed = ending.closed || word.folded.ends_with('.');  // `etc.`
      return ending;
    }
    ending.closed = ending.closed ||
                    IsTerminator(side.document().TextOf(side.document().tokens[i - 1])) ||
                    word.folded == ":" || word.folded == ";";
  }
  return ending;
}

class PairCheck {
 public:
  explicit PairCheck(const Scene& scene) : scene_(scene) {}

  std::vector<Candidate> Run() const {
    std::vector<Candidate> found;
    for (std::uint32_t i = 0; i < scene_.bitext().beads.size(); ++i) {
      const Lengths lengths = LengthsOf(scene_, scene_.bitext().beads[i]);
      if (lengths.source == 0 || lengths.target == 0) continue;
      Length(i, lengths, &found);
      Truncated(i, lengths, &found);
    }
    return found;
  }

 private:
  [[nodiscard]] float Shortness(const Lengths& lengths) const {
    return static_cast<float>(std::log(lengths.source / lengths.target) + scene_.expected_length());
  }

  Candidate Start(std::uint32_t index) const {
    const Bead& bead = scene_.bitext().beads[index];
    Candidate candidate;
    candidate.bead = index;
    candidate.source = scene_.source().SpanOf(scene_.source().TokensOf(bead.source));
    candidate.target = scene_.target().SpanOf(scene_.target().TokensOf(bead.target));
    return candidate;
  }

  void Length(std::uint32_t index, const Lengths& lengths, std::vector<Candidate>* found) const {
    const float shortness = Shortness(lengths);
    Candidate candidate = Start(index);
    candidate.category = "length";
    candidate.model = &kLength;
    candidate.features = {std::max(0.0F, shortness), std::max(0.0F, -shortness),
                          static_cast<float>(std::log(std::max(lengths.source, lengths.target)))};
    candidate.message = shortness > 0 ? "The translation is far shorter than its source."
                                      : "The translation is far longer than its source.";
    found->push_back(std::move(candidate));
  }

  void Truncated(std::uint32_t index, const Lengths& lengths, std::vector<Candidate>* found) const {
    const Bead& bead = scene_.bitext().beads[index];
    const IndexRange<Token> source_tokens = scene_.source().TokensOf(bead.source);
    const Ending source = EndingOf(scene_.source(), source_tokens);
    const Ending target = EndingOf(scene_.target(), scene_.target().TokensOf(bead.target));
    if (source.word == nullptr || target.word == nullptr || target.closed) return;
    const auto hangs = [](const Ending& ending) {
      return !ending.closed && ending.word->kind == WordClass::kFunction;
    };
    constexpr float kHardlyShorter = 0.22F;
    const float shortness = Shortness(lengths);
    Candidate candidate = Start(index);
    candidate.category = "truncated";
    candidate.model = &kTruncated;
    candidate.features = {hangs(target) ? 1.0F : 0.0F,
                          source.closed ? 1.0F : 0.0F,
                          shortness,
                          TailLost(source_tokens),
                          hangs(source) ? 1.0F : 0.0F,
                          !hangs(target) && shortness < kHardlyShorter ? 1.0F : 0.0F};
    candidate.message =
        "The translation breaks off after " + Quoted(scene_.target().Text(candidate.target)) + ".";
    found->push_back(std::move(candidate));
  }

  [[nodiscard]] float TailLost(IndexRange<Token> tokens) const {
    float sum = 0.0F;
    std::uint32_t count = 0;
    for (std::uint32_t i = tokens.end; i > tokens.begin && count < kTailContent; --i) {
      if (scene_.source().words()[i - 1].kind != WordClass::kContent) continue;
      sum += scene_.source_coverage().lost[i - 1];
      ++count;
    }
    return count == 0 ? 0.0F : sum / static_cast<float>(count);
  }

  const Scene& scene_;
};

std::vector<Candidate> Run(const CheckInput& input) { return PairCheck(input.scene).Run(); }

constexpr const EvidenceModel* kModels[] = {&kLength, &kTruncated};

}  // namespace

extern const Check kLengthCheck{"length", &Run, kModels};

}  // namespace calque::internal
