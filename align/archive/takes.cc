#include "align/archive/takes.h"

#include <algorithm>
#include <tuple>

#include "align/base/log_math.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kAlone = 0xFFFFFFFF;
// Log-odds that a second document has to add: any text explains a few words more.
constexpr double kLeastGain = 1.5;

// A document left alone, and one of the other side that has a partner.
struct Question {
  DocumentPair pair;  // its score is the answer
  std::uint32_t partner = 0;
  bool source_is_alone = false;
};

class TakeFinder {
 public:
  explicit TakeFinder(const TakeContext& context)
      : context_(context),
        scorer_(context.source, context.target, context.lexicon, context.ratio) {}

  [[nodiscard]] float Probability(const Question& question) {
    const DocumentSketch source = Source(question.pair.source);
    const DocumentSketch target = Target(question.pair.target);
    if (question.source_is_alone) {
      const DocumentSketch partner = Source(question.partner);
      return Answer(Strength(Merged(partner, source), target) - Strength(partner, target));
    }
    const DocumentSketch partner = Target(question.partner);
    return Answer(Strength(source, Merged(partner, target)) - Strength(source, partner));
  }

 private:
  static float Answer(double gain) { return static_cast<float>(Logistic(gain - kLeastGain)); }
  [[nodiscard]] DocumentSketch Source(std::uint32_t i) const {
    return context_.sketches.Read(context_.source.documents[i].sketch);
  }
  [[nodiscard]] DocumentSketch Target(std::uint32_t i) const {
    return context_.sketches.Read(context_.target.documents[i].sketch);
  }
  double Strength(const DocumentSketch& source, const DocumentSketch& target) {
    scorer_.SetSource(source);
    return context_.weights.Strength(scorer_.Compare(target));
  }

  const TakeContext& context_;
  PairScorer scorer_;
};

std::vector<Question> QuestionsOf(const std::vector<ScoredCandidate>& candidates,
                                  const TakeContext& context,
                                  const std::vector<DocumentPair>& pairs) {
  std::vector<std::uint32_t> of_source(context.source.documents.size(), kAlone);
  std::vector<std::uint32_t> of_target(context.target.documents.size(), kAlone);
  for (const DocumentPair& pair : pairs) {
    of_source[pair.source] = pair.target;
    of_target[pair.target] = pair.source;
  }
  std::vector<Question> questions;
  for (const ScoredCandidate& candidate : candidates) {
    const std::uint32_t target_of = of_source[candidate.source];
    const std::uint32_t source_of = of_target[candidate.target];
    if ((target_of == kAlone) == (source_of == kAlone)) continue;
    const bool source_is_alone = target_of == kAlone;
    const auto& documents = source_is_alone ? context.source.documents : context.target.documents;
    const std::uint32_t alone = source_is_alone ? candidate.source : candidate.target;
    const std::uint32_t partner = source_is_alone ? source_of : target_of;
    if (documents[alone].cluster == documents[partner].cluster) continue;
    questions.push_back(
        {{candidate.source, candidate.target, 0.0F, /*is_take=*/true}, partner, source_is_alone});
  }
  return questions;
}

std::uint32_t AloneOf(const Question& question) {
  return question.source_is_alone ? question.pair.source : question.pair.target;
}

}  // namespace

void AddTakes(const std::vector<ScoredCandidate>& candidates, const TakeContext& context,
              double least_probability, Workers* workers, std::vector<DocumentPair>* pairs) {
  constexpr std::size_t kGrain = 32;
  std::vector<Question> questions = QuestionsOf(candidates, context, *pairs);
  workers->ForEachRange(questions.size(), kGrain, [&](std::size_t begin, std::size_t end) {
    TakeFinder finder(context);
    for (std::size_t i = begin; i < end; ++i) {
      questions[i].pair.score = finder.Probability(questions[i]);
    }
  });
  // Each document is a take of one story: the likeliest.
  std::sort(questions.begin(), questions.end(), [](const Question& a, const Question& b) {
    return std::tuple(a.source_is_alone, AloneOf(a), -a.pair.score, a.pair.source, a.pair.target) <
           std::tuple(b.source_is_alone, AloneOf(b), -b.pair.score, b.pair.source, b.pair.target);
  });
  const Question* last = nullptr;
  for (const Question& question : questions) {
    const bool is_first = last == nullptr || last->source_is_alone != question.source_is_alone ||
                          AloneOf(*last) != AloneOf(question);
    last = &question;
    if (is_first && question.pair.score >= least_probability) pairs->push_back(question.pair);
  }
  std::sort(pairs->begin(), pairs->end(), [](const DocumentPair& a, const DocumentPair& b) {
    return std::tie(a.source, a.target) < std::tie(b.source, b.target);
  });
}

}  // namespace calque::internal
