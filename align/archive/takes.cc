#include "align/archive/takes.h"

#include <algorithm>
#include <tuple>

#include "align/base/log_math.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kAlone = 0xFFFFFFFF;

// A document left alone, and one of the other side that has a partner.
struct Question {
  DocumentPair pair;  // its score is the answer
  std::uint32_t partner = 0;
  bool source_is_alone = false;
};

// What the document that is alone adds to its partner.
double Gain(const Question& question, MergedStrength* merged) {
  const DocumentPair& pair = question.pair;
  if (question.source_is_alone) {
    return merged->OfSources(question.partner, pair.source, pair.target) -
           merged->OfOne(question.partner, pair.target);
  }
  return merged->OfTargets(pair.source, question.partner, pair.target) -
         merged->OfOne(pair.source, question.partner);
}

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
    MergedStrength merged(context);
    for (std::size_t i = begin; i < end; ++i) {
      const double gain = Gain(questions[i], &merged);
      questions[i].pair.score = static_cast<float>(Logistic(gain - kLeastGain));
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
