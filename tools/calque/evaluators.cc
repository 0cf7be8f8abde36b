#include "tools/calque/evaluators.h"

#include "align/io/json.h"
#include "align/measure/alignment.h"
#include "align/measure/entities.h"
#include "align/measure/segmentation.h"
#include "align/measure/words.h"
#include "calque/error.h"

namespace calque::tools {
namespace {

using internal::Json;

Json ToJson(const internal::AlignmentScore::Rates& rates) {
  return {{"precision", rates.precision}, {"recall", rates.recall}, {"f1", rates.f1}};
}

Json ToJson(const internal::MatchCounts& counts) {
  return {{"precision", counts.Precision()},
          {"recall", counts.Recall()},
          {"f1", counts.F1()},
          {"gold", counts.gold},
          {"test", counts.test},
          {"correct", counts.correct}};
}

std::string EvaluateAlignment(const std::vector<EvaluationPair>& pairs) {
  internal::AlignmentScore score;
  for (const EvaluationPair& pair : pairs) {
    score.Add(internal::ParseBeadLines(pair.gold.text, pair.gold.name),
              internal::ParseBeadLines(pair.test.text, pair.test.name));
  }
  Json shapes = Json::object();
  for (const auto& [shape, counts] : score.shapes()) {
    shapes[std::to_string(shape.first) + "-" + std::to_string(shape.second)] = {
        {"gold", counts.gold}, {"test", counts.test}, {"found", counts.found}};
  }
  return internal::DumpJson(
      {{"strict", ToJson(score.Strict())}, {"lax", ToJson(score.Lax())}, {"shapes", shapes}});
}

void Add(internal::MatchCounts* sum, const internal::MatchCounts& counts) {
  sum->gold += counts.gold;
  sum->test += counts.test;
  sum->correct += counts.correct;
}

std::string EvaluateSegmentation(const std::vector<EvaluationPair>& pairs) {
  internal::SegmentationScore sum;
  for (const EvaluationPair& pair : pairs) {
    const internal::SegmentationScore score =
        internal::ScoreSegmentation(pair.gold.text, pair.test.text, pair.test.name);
    Add(&sum.boundaries, score.boundaries);
    Add(&sum.sentences, score.sentences);
  }
  return internal::DumpJson(
      {{"boundary", ToJson(sum.boundaries)}, {"sentence", ToJson(sum.sentences)}});
}

std::string EvaluateEntities(const std::vector<EvaluationPair>& pairs) {
  internal::EntityScore sum;
  for (const EvaluationPair& pair : pairs) {
    using internal::ReadTaggedText;
    using internal::TagColumn;
    const internal::EntityScore score = internal::ScoreEntities(
        ReadTaggedText(pair.gold.text, pair.gold.name, TagColumn::kLast),
        ReadTaggedText(pair.test.text, pair.test.name, TagColumn::kLast), pair.test.name);
    Add(&sum.typed, score.typed);
    Add(&sum.untyped, score.untyped);
    for (const auto& [type, counts] : score.types) Add(&sum.types[type], counts);
  }
  Json types = Json::object();
  for (const auto& [type, counts] : sum.types) types[type] = ToJson(counts);
  return internal::DumpJson(
      {{"typed", ToJson(sum.typed)}, {"untyped", ToJson(sum.untyped)}, {"types", types}});
}

std::string EvaluatePairs(const std::vector<EvaluationPair>& pairs) {
  internal::MatchCounts sum;
  for (const EvaluationPair& pair : pairs) {
    Add(&sum, internal::ScorePairs(internal::ParsePairLines(pair.gold.text, pair.gold.name),
                                   internal::ParsePairLines(pair.test.text, pair.test.name)));
  }
  return internal::DumpJson(ToJson(sum));
}

std::string EvaluateWords(const std::vector<EvaluationPair>& pairs) {
  internal::WordScore score;
  for (const EvaluationPair& pair : pairs) {
    const auto gold = internal::ParseLinkLines(pair.gold.text, pair.gold.name);
    const auto test = internal::ParseLinkLines(pair.test.text, pair.test.name);
    if (gold.size() != test.size()) {
      throw Error(ErrorCode::kBadInput, {pair.test.name},
                  "has " + std::to_string(test.size()) + " lines, the gold file has " +
                      std::to_string(gold.size()) + "; line i must be of the same pair in both");
    }
    for (std::size_t i = 0; i < gold.size(); ++i) score.Add(gold[i], test[i]);
  }
  return internal::DumpJson({{"aer", score.ErrorRate()},
                             {"precision", score.Precision()},
                             {"recall", score.Recall()},
                             {"links", score.links()},
                             {"sure", score.sure()}});
}

constexpr Evaluator kEvaluators[] = {
    {"alignment", EvaluateAlignment}, {"entities", EvaluateEntities},
    {"pairs", EvaluatePairs},         {"segmentation", EvaluateSegmentation},
    {"words", EvaluateWords},
};

}  // namespace

const Evaluator* FindEvaluator(std::string_view name) {
  for (const Evaluator& evaluator : kEvaluators) {
    if (evaluator.name == name) return &evaluator;
  }
  return nullptr;
}

std::string EvaluatorNames() {
  std::string names;
  for (const Evaluator& evaluator : kEvaluators) {
    if (!names.empty()) names += ", ";
    names += evaluator.name;
  }
  return names;
}

}  // namespace calque::tools
