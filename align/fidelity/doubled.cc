// A sentence, or a long stretch of one, that stands twice in the target and once in the source.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "align/base/hash.h"
#include "align/fidelity/check.h"
#include "align/fidelity/message.h"
#include "align/fidelity/runs.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "words",         // log of the number of words that are repeated
    "share",         // of the words from the first to the second occurrence
    "source-words",  // log(1 + words that the source repeats)
    "whole",         // the repeated words are whole sentences
};
const EvidenceModel kModel{"doubled", kFeatures};

constexpr std::size_t kStretch = 4;          // words that must agree before anything is compared
constexpr std::uint32_t kBeadsTogether = 2;  // a sentence is doubled in its own bead or the next

struct Repeat {
  IndexRange<Token> first;
  IndexRange<Token> second;
  std::uint32_t words = 0;
};

// The words of a range without its marks, so that a changed comma hides nothing.
std::vector<std::uint32_t> WordsIn(const SideView& side, IndexRange<Token> tokens) {
  std::vector<std::uint32_t> words;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (!side.words()[i].IsPunctuation()) words.push_back(i);
  }
  return words;
}

class RepeatFinder {
 public:
  RepeatFinder(const SideView& side, IndexRange<Token> tokens)
      : side_(side), words_(WordsIn(side, tokens)) {
    for (const std::uint32_t word : words_) {
      prefix_.push_back(prefix_.back() * kBase + Hash(side_.words()[word].folded));
      power_.push_back(power_.back() * kBase);
    }
  }

  // The longest stretch of words that comes again later without overlap.
  Repeat Longest() const {
    Repeat best;
    if (words_.size() < 2 * kStretch) return best;
    std::map<std::uint64_t, std::size_t> first;
    for (std::size_t i = 0; i + kStretch <= words_.size(); ++i) {
      const auto [entry, fresh] = first.emplace(HashOf(i, kStretch), i);
      if (fresh) continue;
      const std::size_t length = CommonLength(entry->second, i);
      if (length > best.words) best = Make(entry->second, i, length);
    }
    return best;
  }

 private:
  static constexpr std::uint64_t kBase = 0x9e3779b97f4a7c15ULL;

  // The rolling hash of Karp & Rabin (1987): of periodic text, where each word begins a repeat,
  // comparing the words themselves takes quadratic time.
  [[nodiscard]] std::uint64_t HashOf(std::size_t begin, std::size_t length) const {
    return prefix_[begin + length] - prefix_[begin] * power_[length];
  }
  [[nodiscard]] std::size_t CommonLength(std::size_t a, std::size_t b) const {
    std::size_t same = 0;
    std::size_t most = std::min(b - a, words_.size() - b);
    while (same < most) {
      const std::size_t middle = same + (most - same + 1) / 2;
      if (HashOf(a, middle) == HashOf(b, middle)) {
        same = middle;
      } else {
        most = middle - 1;
      }
    }
    return same < kStretch ? 0 : same;
  }
  [[nodiscard]] Repeat Make(std::size_t a, std::size_t b, std::size_t length) const {
    return {{words_[a], words_[a + length - 1] + 1},
            {words_[b], words_[b + length - 1] + 1},
            static_cast<std::uint32_t>(length)};
  }

  const SideView& side_;
  std::vector<std::uint32_t> words_;
  std::vector<std::uint64_t> prefix_{0};  // hash of the words before each
  std::vector<std::uint64_t> power_{1};   // of the base
};

bool IsWhole(const SideView& side, IndexRange<Token> all, const Repeat& repeat) {
  const auto bounded = [&](IndexRange<Token> range) {
    const bool before = range.begin == all.begin || side.words()[range.begin - 1].IsPunctuation() ||
                        side.words()[range.begin].opens;
    const bool behind = range.end == all.end || side.words()[range.end].IsPunctuation();
    return before && behind;
  };
  return bounded(repeat.first) && bounded(repeat.second);
}

// The last bead that is looked at with `first`: a moved sentence has no neighbours.
std::size_t LastTogether(const std::vector<Bead>& beads, std::size_t first, std::size_t together) {
  std::size_t last = first;
  while (last + 1 < std::min(first + together, beads.size()) && !beads[last].crossing &&
         !beads[last + 1].crossing) {
    ++last;
  }
  return last;
}

Candidate Describe(const Scene& scene, std::uint32_t bead, IndexRange<Token> source,
                   IndexRange<Token> target, std::vector<float> features) {
  Candidate candidate;
  candidate.category = "doubled";
  candidate.model = &kModel;
  candidate.features = std::move(features);
  candidate.bead = bead;
  candidate.source = scene.source().SpanOf(source);
  candidate.target = scene.target().SpanOf(target);
  candidate.message =
      Quoted(scene.target().Text(candidate.target)) + " stands twice in the translation.";
  return candidate;
}

// Sentences that render nothing, and stand word for word farther up or down in the target.
std::vector<Candidate> FarCopies(const Scene& scene) {
  const SideView& side = scene.target();
  std::map<std::vector<std::string>, int> count;
  const auto words_of = [&](IndexRange<Token> tokens) {
    std::vector<std::string> words;
    for (const std::uint32_t word : WordsIn(side, tokens))
      words.push_back(side.words()[word].folded);
    return words;
  };
  for (const Sentence& sentence : side.document().sentences) ++count[words_of(sentence.tokens)];
  std::vector<Candidate> found;
  const std::vector<Bead>& beads = scene.bitext().beads;
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    if (!scene.source().TokensOf(beads[i].source).empty()) continue;
    for (std::uint32_t s = beads[i].target.begin; s < beads[i].target.end; ++s) {
      const IndexRange<Token> tokens = side.document().sentences[s].tokens;
      const std::vector<std::string> words = words_of(tokens);
      if (words.size() < kStretch || count[words] < 2) continue;
      const auto length = std::log(static_cast<float>(words.size()));
      found.push_back(Describe(scene, i, {}, tokens, {length, 1.0F, 0.0F, 1.0F}));
    }
  }
  return found;
}

// A bead together with the next.
std::vector<Candidate> NearCopies(const CheckInput& input) {
  const Scene& scene = input.scene;
  const std::vector<Bead>& beads = scene.bitext().beads;
  const std::uint32_t together = input.scope == FidelityScope::kLines ? 1 : kBeadsTogether;
  std::vector<Candidate> found;
  std::uint32_t reported = 0;  // end of the last repeated text
  for (std::uint32_t i = 0; i < beads.size(); ++i) {
    const std::size_t last = LastTogether(beads, i, together);
    const IndexRange<Token> target = scene.target().TokensOf(
        {beads[i].target.begin, std::max(beads[i].target.end, beads[last].target.end)});
    const IndexRange<Token> source = scene.source().TokensOf(
        {beads[i].source.begin, std::max(beads[i].source.end, beads[last].source.end)});
    const Repeat repeat = RepeatFinder(scene.target(), target).Longest();
    if (repeat.words == 0) continue;
    if (!beads[i].crossing) {  // whose target is out of order, and in no other bead
      if (repeat.second.begin < reported) continue;
      reported = repeat.second.end;
    }
    const Repeat ours = RepeatFinder(scene.source(), source).Longest();
    const auto spread =
        static_cast<float>(CountWords(scene.target(), {repeat.first.begin, repeat.second.end}));
    // The finding belongs to the bead of the copy.
    const bool next = scene.target().TokensOf(beads[i].target).end <= repeat.second.begin;
    found.push_back(Describe(scene, static_cast<std::uint32_t>(next ? last : i), source,
                             repeat.second,
                             {std::log(static_cast<float>(repeat.words)),
                              2.0F * static_cast<float>(repeat.words) / spread,
                              std::log1p(static_cast<float>(ours.words)),
                              IsWhole(scene.target(), target, repeat) ? 1.0F : 0.0F}));
  }
  return found;
}

std::vector<Candidate> Run(const CheckInput& input) {
  std::vector<Candidate> found = NearCopies(input);
  if (input.scope == FidelityScope::kLines) return found;
  for (Candidate& copy : FarCopies(input.scene)) {
    const bool told = std::any_of(found.begin(), found.end(), [&](const Candidate& near) {
      return near.target.Overlaps(copy.target);
    });
    if (!told) found.push_back(std::move(copy));
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

extern const Check kDoubledCheck{"doubled", &Run, kModels};

}  // namespace calque::internal
