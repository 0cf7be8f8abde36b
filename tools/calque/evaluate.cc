// calque evaluate: the field's measures of a result against gold, one JSON line.
#include <iostream>

#include "align/io/charset.h"
#include "align/io/file.h"
#include "calque/error.h"
#include "tools/calque/arguments.h"
#include "tools/calque/evaluators.h"

namespace calque::tools {
namespace {

constexpr std::size_t kFileLimit = std::size_t{1} << 30;

constexpr std::string_view kExamples[] = {
    "calque evaluate segmentation gold.lines test.lines",
    "calque evaluate alignment gold.beads test.beads",
    "calque evaluate entities gold.conll tagged.conll",
};

EvaluationFile Read(const std::string& path) {
  return {internal::DecodeText(internal::ReadFile(path, kFileLimit), path).text, path};
}

int RunEvaluate(const Arguments& arguments) {
  const std::vector<std::string>& operands = arguments.operands();
  const Evaluator* evaluator = operands.empty() ? nullptr : FindEvaluator(operands[0]);
  if (evaluator == nullptr) {
    throw Error(ErrorCode::kUsage,
                "evaluate takes one of: " + EvaluatorNames() + "; see `calque evaluate --help`");
  }
  if (operands.size() < 3 || operands.size() % 2 == 0) {
    throw Error(
        ErrorCode::kUsage,
        "evaluate takes a gold and a test file, or several such pairs; see `calque evaluate "
        "--help`");
  }
  std::vector<EvaluationPair> pairs;
  for (std::size_t i = 1; i < operands.size(); i += 2) {
    pairs.push_back({Read(operands[i]), Read(operands[i + 1])});
  }
  std::cout << evaluator->run(pairs) << '\n';
  return 0;
}

}  // namespace

extern const Verb kEvaluateVerb;
const Verb kEvaluateVerb = {
    "evaluate",
    "WHAT (GOLD TEST)...",
    "score a result against gold: one JSON line",
    "WHAT is one of:\n"
    "  segmentation  files of a sentence a line, a blank line between paragraphs:\n"
    "                F1 of the boundaries inside paragraphs, counted in characters\n"
    "                that are not white space, and of exact sentences\n"
    "  alignment     bead lines `0,1:2`: strict and lax precision, recall and F1 as\n"
    "                Thompson & Koehn (2019) define them, and counts by shape of bead\n"
    "  words         lines of links, `i-j` sure and `i?j` possible, positions from 0:\n"
    "                alignment error rate, precision and recall (Och & Ney 2003)\n"
    "  entities      files of a token and a BIO tag a line, the same tokens in both:\n"
    "                precision, recall and F1 of names as conlleval counts them, with\n"
    "                and without types, and by type\n"
    "  pairs         lines `source<TAB>target`, or `n<TAB>source<TAB>target` of line\n"
    "                pair n: precision, recall and F1 of pairs of names\n"
    "Several pairs of files are added up. Rates are between 0 and 1.",
    {},
    kExamples,
    RunEvaluate,
    "alignment|entities|pairs|segmentation|words",
};

}  // namespace calque::tools
