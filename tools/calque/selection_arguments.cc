#include "tools/calque/selection_arguments.h"

#include <utility>

#include "align/io/compression.h"
#include "align/io/line_reader.h"
#include "align/io/number_text.h"
#include "calque/error.h"

namespace calque::tools {
namespace {

// What --clean stands for; an option that is given wins.
constexpr std::pair<std::string_view, std::string_view> kClean[] = {
    {"least-score", "0.5"},  {"least-pair-score", "0.5"},
    {"least-words", "1"},    {"most-words", "200"},
    {"most-ratio", "3"},     {"leave-out-copies", ""},
    {"check-languages", ""}, {"leave-out-findings", "critical"},
    {"duplicates", "near"},
};

bool IsByClean(const Arguments& arguments, std::string_view option) {
  if (!arguments.Has("clean") || arguments.Has(option)) return false;
  for (const auto& [name, value] : kClean) {
    if (name == option) return true;
  }
  return false;
}

std::string_view CleanValue(std::string_view option) {
  for (const auto& [name, value] : kClean) {
    if (name == option) return value;
  }
  return {};
}

bool IsOn(const Arguments& arguments, std::string_view option) {
  return arguments.Has(option) || IsByClean(arguments, option);
}

double NumberOf(const Arguments& arguments, std::string_view option, double low, double high) {
  if (arguments.Has(option)) return arguments.Number(option, low, high);
  if (!IsByClean(arguments, option)) return 0.0;
  return internal::ParseNumber<double>(CleanValue(option)).value_or(0.0);
}

std::uint32_t CountOf(const Arguments& arguments, std::string_view option) {
  if (arguments.Has(option)) return static_cast<std::uint32_t>(arguments.Count(option, 0));
  return static_cast<std::uint32_t>(NumberOf(arguments, option, 0.0, 1e9));
}

std::string TextOf(const Arguments& arguments, std::string_view option) {
  if (arguments.Has(option)) return arguments.Get(option);
  return IsByClean(arguments, option) ? std::string(CleanValue(option)) : std::string();
}

internal::DuplicatePolicy PolicyNamed(const std::string& name) {
  if (name == "near") return internal::DuplicatePolicy::kLeaveOutNear;
  if (name == "exact") return internal::DuplicatePolicy::kLeaveOutExact;
  return internal::DuplicatePolicy::kKeep;
}

std::set<std::string, std::less<>> ReadIds(const std::string& path) {
  std::set<std::string, std::less<>> ids;
  if (path.empty()) return ids;
  const auto source = internal::Decompress(internal::OpenPlainFile(path));
  internal::LineReader lines(*source);
  while (const auto line = lines.Next()) {
    if (!line->empty()) ids.emplace(*line);
  }
  return ids;
}

}  // namespace

bool AsksForSelection(const Arguments& arguments) {
  for (const Option& option : kSelectionOptions) {
    if (arguments.Has(option.name)) return true;
  }
  return false;
}

internal::SelectionOptions SelectionOptionsFrom(const Arguments& arguments) {
  internal::SelectionOptions options;
  options.taken_down = ReadIds(arguments.Get("leave-out-ids"));
  options.least_score = static_cast<float>(NumberOf(arguments, "least-score", 0.0, 1.0));
  options.least_pair_score = static_cast<float>(NumberOf(arguments, "least-pair-score", 0.0, 1.0));
  options.least_linked = static_cast<float>(NumberOf(arguments, "least-linked", 0.0, 1.0));
  options.least_words = CountOf(arguments, "least-words");
  options.most_words = CountOf(arguments, "most-words");
  options.most_ratio = NumberOf(arguments, "most-ratio", 1.0, 1e9);
  options.leave_out_copies = IsOn(arguments, "leave-out-copies");
  options.check_languages = IsOn(arguments, "check-languages");
  options.leave_out_findings = SeverityFromString(TextOf(arguments, "leave-out-findings"));
  options.duplicates = PolicyNamed(TextOf(arguments, "duplicates"));
  options.dev_share = NumberOf(arguments, "dev", 0.0, 1.0);
  options.test_share = NumberOf(arguments, "test", 0.0, 1.0);
  if (options.dev_share + options.test_share > 1.0) {
    throw Error(ErrorCode::kUsage, "--dev and --test together are more than the whole");
  }
  return options;
}

std::vector<std::string> DescribeSelection(const Arguments& arguments) {
  std::vector<std::string> lines;
  for (const Option& option : kSelectionOptions) {
    if (option.name == "clean" || !IsOn(arguments, option.name)) continue;
    const std::string value = option.value.empty() ? std::string() : TextOf(arguments, option.name);
    lines.push_back("--" + std::string(option.name) + (value.empty() ? "" : " ") + value);
  }
  return lines;
}

}  // namespace calque::tools
