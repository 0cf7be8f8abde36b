// How often the values of a sentence and of its untouched human translation disagree, on news.
// CALQUE_LIST=1 prints every disagreement.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "align/entities/value_pairs.h"
#include "align/entities/values.h"
#include "align/io/data_directory.h"
#include "align/io/json.h"

namespace calque::internal {
namespace {

constexpr float kSureEnough = 0.75F;  // values below are too often no values to raise an alarm

const std::filesystem::path kNews =
    std::filesystem::path(CALQUE_SOURCE_DIRECTORY) / "../shared/data/dev/news";

ValueGrammar GrammarOf(const std::string& language) {
  const Json file =
      LoadLanguageFile(std::filesystem::path(CALQUE_SOURCE_DIRECTORY) / "corpora", language);
  return ValueGrammar::FromJson(file.value("values", Json::object()), language);
}

std::vector<std::string> LinesOf(const std::filesystem::path& path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::vector<Mention> ValuesOf(const std::string& line, const ValueGrammar& grammar) {
  return FindValues(line, {0, static_cast<std::uint32_t>(line.size())}, grammar);
}

std::string Describe(const std::string& line, const std::vector<Mention>& mentions,
                     const std::vector<std::uint32_t>& unpaired) {
  std::string text;
  for (const std::uint32_t i : unpaired) {
    if (mentions[i].probability < kSureEnough) continue;
    text += " [" + std::string(mentions[i].span.In(line)) + " = " + mentions[i].key + "]";
  }
  return text;
}

// Pairs of 100 in which a sure value of one side has no partner at all on the other.
double DisagreementOf(const std::string& set, const std::string& source,
                      const std::string& target) {
  const ValueGrammar source_grammar = GrammarOf(source);
  const ValueGrammar target_grammar = GrammarOf(target);
  const std::vector<std::string> source_lines = LinesOf(kNews / (set + "." + source));
  const std::vector<std::string> target_lines = LinesOf(kNews / (set + "." + target));
  const bool list = std::getenv("CALQUE_LIST") != nullptr;
  std::size_t disagreeing = 0;
  for (std::size_t i = 0; i < source_lines.size() && i < target_lines.size(); ++i) {
    const std::vector<Mention> a = ValuesOf(source_lines[i], source_grammar);
    const std::vector<Mention> b = ValuesOf(target_lines[i], target_grammar);
    const ValuePairs pairs = PairValues(a, b);
    const std::string extra_a = Describe(source_lines[i], a, pairs.unpaired_source);
    const std::string extra_b = Describe(target_lines[i], b, pairs.unpaired_target);
    if (extra_a.empty() && extra_b.empty()) continue;
    ++disagreeing;
    if (list) {
      std::cout << "#" << i + 1 << "\n  " << source << ":" << extra_a << "\n  " << target << ":"
                << extra_b << "\n    " << source_lines[i] << "\n    " << target_lines[i] << "\n";
    }
  }
  const double rate =
      100.0 * static_cast<double>(disagreeing) / static_cast<double>(source_lines.size());
  std::cout << set << " " << source << "-" << target << ": " << rate
            << " of 100 clean pairs disagree about a value\n";
  return rate;
}

TEST(ValueAgreementTest, FewCleanPairsDisagree) {
  if (!std::filesystem::exists(kNews)) {
    GTEST_SKIP() << "shared data absent: ../shared/data/dev/news";
  }
  EXPECT_LE(DisagreementOf("newstest2012", "en", "fr"), 4.0);
}

}  // namespace
}  // namespace calque::internal
