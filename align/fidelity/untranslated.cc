// Text of the target that is still in the language of the source.
#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "align/fidelity/bead_sides.h"
#include "align/fidelity/message.h"
#include "align/fidelity/runs.h"
#include "align/words/bead_size.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "sum",        // words that speak for the source's language less those that speak against it
    "words",      // log of the number of words of the run
    "share",      // words of the run / of the bead
    "functions",  // log(1 + function words of the source's language only)
    "copied",     // share of the run's words that stand in the source
    "foreign",    // log(1 + function words of the target's language only)
};
const EvidenceModel kModel{"untranslated", kFeatures};

constexpr std::string_view kCopiedFeatures[] = {
    "sum",        // of Says of its words
    "least",      // of the word that says least
    "functions",  // log(1 + function words of the source's language only)
    "words",      // log of their number
    "quoted",     // a quotation mark or a bracket stands beside them
    "named",      // a word with a capital that stands in the source, too, does
};
const EvidenceModel kCopiedModel{"words-untranslated", kCopiedFeatures};

constexpr std::uint32_t kFewestWords = 3;
constexpr std::uint32_t kFewestCopied = 2;
constexpr std::uint32_t kManyCopied = 8;  // so many are judged as any foreign text
constexpr float kMostSaid = 3.0F;         // by one word

// How much one word says that its text is in the language of the source.
constexpr float kSourceFunction = 1.0F;
constexpr float kTargetFunction = -1.0F;
constexpr float kCopied = 0.7F;
constexpr float kCopiedKnown = 0.25F;  // a word of both languages
constexpr float kSourceOnly = 0.4F;    // not copied, but a word of the source's language alone
constexpr float kOther = -0.7F;

class UntranslatedCheck {
 public:
  UntranslatedCheck(const Scene& scene, std::uint32_t bead)
      : sides_(scene, bead),
        bearable_(!IsTooLong(scene.bitext(), scene.bitext().beads[bead])),
        source_(scene.source()),
        target_(scene.target()) {
    for (std::uint32_t i = sides_.here.begin; i < sides_.here.end; ++i) {
      if (!source_.words()[i].IsPunctuation()) copied_.insert(source_.words()[i].folded);
    }
  }

  // `scores`: room for one of each word of the target.
  std::vector<Candidate> Run(std::vector<float>* scores) const {
    if (CountWords(target_, sides_.there) < kFewestWords) return {};
    for (std::uint32_t i = sides_.there.begin; i < sides_.there.end; ++i) {
      (*scores)[i] = Score(target_.words()[i]);
    }
    const UnrenderedRun run = HeaviestRun(target_, *scores, sides_.there);
    const std::uint32_t words = CountWords(target_, run.tokens);
    if (words < kManyCopied && bearable_) {
      const Copy copy = LikeliestCopy();
      if (copy.sum > 0.0F) return {Describe(copy)};
    }
    if (words < kFewestWords) return {};
    return {Describe(run)};
  }

 private:
  [[nodiscard]] bool SourceFunction(const Word& word) const {
    return source_.rules().function_words.Contains(word.folded);
  }
  [[nodiscard]] bool TargetFunction(const Word& word) const {
    return target_.rules().function_words.Contains(word.folded);
  }

  [[nodiscard]] float Score(const Word& word) const {
    if (word.IsPunctuation() || word.kind == WordClass::kNumber) return 0.0F;
    if (word.capital && !word.opens) return 0.0F;
    const bool source = SourceFunction(word);
    const bool target = TargetFunction(word);
    if (source && target) return 0.0F;
    if (source) return kSourceFunction;
    if (target) return kTargetFunction;
    const bool known = target_.lexicon() != nullptr && word.type != kUnknownType;
    if (copied_.contains(word.folded)) return known ? kCopiedKnown : kCopied;
    const bool source_only = !known && source_.lexicon() != nullptr &&
                             source_.lexicon()->Find(word.folded) != kUnknownType;
    return source_only ? kSourceOnly : kOther;
  }

  // Neighbours that stand in the source as they stand here, one behind the other.
  struct Copy {
    IndexRange<Token> source;
    IndexRange<Token> target;
    float sum = 0.0F;
  };

  // log10 of how much likelier the word is in the language of the source, no more than kMostSaid
  // either way; 0 without lexica.
  [[nodiscard]] float Says(const Word& word) const {
    if (source_.lexicon() == nullptr || target_.lexicon() == nullptr) return 0.0F;
    const float there = source_.lexicon()->Unigram(source_.lexicon()->Find(word.folded));
    const float here = target_.lexicon()->Unigram(word.type);
    return std::clamp(std::log10(there / here), -kMostSaid, kMostSaid);
  }

  static bool IsPlain(const Word& word) {
    return (!word.capital || word.opens) && !word.IsPunctuation() &&
           word.kind != WordClass::kNumber;
  }

  // The longest common run that ends with each pair of words, by those of the source: one row of
  // the table of the longest common substring at a time.
  [[nodiscard]] Copy LikeliestCopy() const {
    struct Cell {
      std::uint32_t length = 0;
      float sum = 0.0F;
    };
    std::vector<Cell> before(sides_.here.size() + 1);
    std::vector<Cell> row(before.size());
    Copy best;
    for (std::uint32_t i = sides_.there.begin; i < sides_.there.end; ++i) {
      const Word& word = target_.words()[i];
      std::ranges::fill(row, Cell{});
      if (IsPlain(word) && copied_.contains(word.folded)) {
        const float says = Says(word);
        for (std::uint32_t j = 0; j < sides_.here.size(); ++j) {
          if (source_.words()[sides_.here.begin + j].folded != word.folded) continue;
          row[j + 1] = {before[j].length + 1, before[j].sum + says};
          const auto [length, sum] = row[j + 1];
          if (length < kFewestCopied || sum <= best.sum) continue;
          const std::uint32_t end = sides_.here.begin + j + 1;
          best = {{end - length, end}, {i + 1 - length, i + 1}, sum};
        }
      }
      before.swap(row);
    }
    return best;
  }

  [[nodiscard]] bool IsQuote(std::uint32_t token) const {
    return sides_.there.begin <= token && token < sides_.there.end &&
           target_.words()[token].IsPunctuation() &&
           target_.words()[token].folded.find_first_of(",.;:") == std::string::npos;
  }

  // `Book` and `Dead` of `Book of the Dead`.
  [[nodiscard]] bool IsCopiedName(std::uint32_t token) const {
    return sides_.there.begin <= token && token < sides_.there.end &&
           target_.words()[token].capital && copied_.contains(target_.words()[token].folded);
  }

  [[nodiscard]] Candidate Describe(const Copy& copy) const {
    float least = kMostSaid;
    float functions = 0.0F;
    for (std::uint32_t i = copy.target.begin; i < copy.target.end; ++i) {
      const Word& word = target_.words()[i];
      least = std::min(least, Says(word));
      functions += SourceFunction(word) && !TargetFunction(word) ? 1.0F : 0.0F;
    }
    Candidate candidate;
    candidate.model = &kCopiedModel;
    candidate.features = {
        copy.sum,
        least,
        std::log1p(functions),
        std::log(static_cast<float>(copy.target.size())),
        Flag(IsQuote(copy.target.begin - 1) || IsQuote(copy.target.end)),
        Flag(IsCopiedName(copy.target.begin - 1) || IsCopiedName(copy.target.end))};
    return Told(copy.source, copy.target, std::move(candidate));
  }

  [[nodiscard]] Candidate Told(IndexRange<Token> ours, IndexRange<Token> theirs,
                               Candidate candidate) const {
    candidate.category = "untranslated";
    candidate.bead = sides_.bead;
    candidate.source = source_.SpanOf(ours);
    candidate.target = target_.SpanOf(theirs);
    candidate.message =
        Quoted(target_.Text(candidate.target)) + " is left in the language of the source.";
    return candidate;
  }

  [[nodiscard]] Candidate Describe(const UnrenderedRun& run) const {
    float functions = 0.0F;
    float foreign = 0.0F;
    float copied = 0.0F;
    for (std::uint32_t i = run.tokens.begin; i < run.tokens.end; ++i) {
      const Word& word = target_.words()[i];
      if (word.IsPunctuation()) continue;
      const bool source = SourceFunction(word);
      const bool target = TargetFunction(word);
      functions += source && !target ? 1.0F : 0.0F;
      foreign += target && !source ? 1.0F : 0.0F;
      copied += copied_.contains(word.folded) ? 1.0F : 0.0F;
    }
    const auto words = static_cast<float>(CountWords(target_, run.tokens));
    Candidate candidate;
    candidate.model = &kModel;
    candidate.features = {run.sum,
                          std::log(words),
                          words / static_cast<float>(CountWords(target_, sides_.there)),
                          std::log1p(functions),
                          copied / words,
                          std::log1p(foreign)};
    return Told(sides_.here, run.tokens, std::move(candidate));
  }

  BeadSides sides_;
  bool bearable_;  // each word may be compared with each
  const SideView& source_;
  const SideView& target_;
  std::set<std::string_view> copied_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  std::vector<Candidate> found;
  const auto& rules = input.scene.source().rules();
  if (rules.function_words.empty() || input.scene.target().rules().function_words.empty())
    return found;
  std::vector<float> scores(input.scene.target().words().size());
  for (std::uint32_t i = 0; i < input.scene.bitext().beads.size(); ++i) {
    for (Candidate& candidate : UntranslatedCheck(input.scene, i).Run(&scores)) {
      found.push_back(std::move(candidate));
    }
  }
  return found;
}

constexpr const EvidenceModel* kModels[] = {&kModel, &kCopiedModel};

}  // namespace

extern const Check kUntranslatedCheck{"untranslated", &Run, kModels};

}  // namespace calque::internal
