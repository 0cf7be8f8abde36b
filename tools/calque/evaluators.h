// The measures `calque evaluate` knows: one line each in a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace calque::tools {

struct EvaluationFile {
  std::string text;  // valid UTF-8
  std::string name;  // for messages
};

struct EvaluationPair {
  EvaluationFile gold;
  EvaluationFile test;
};

struct Evaluator {
  std::string_view name;
  // One JSON object over all pairs (counts are added up). Throws Error{kBadInput} where a file is
  // not of the measure's form.
  std::string (*run)(const std::vector<EvaluationPair>& pairs);
};

[[nodiscard]] const Evaluator* FindEvaluator(std::string_view name);
// `alignment, segmentation, …` for messages.
[[nodiscard]] std::string EvaluatorNames();

}  // namespace calque::tools
