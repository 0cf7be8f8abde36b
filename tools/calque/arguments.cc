#include "tools/calque/arguments.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <filesystem>

#include "align/base/edit_distance.h"
#include "align/base/language_tag.h"
#include "align/base/utf8.h"
#include "align/io/number_text.h"
#include "calque/error.h"

namespace calque::tools {
namespace {

namespace po = boost::program_options;

constexpr const char* kOperands = "operands";

std::vector<std::string> OptionNames(const Verb& verb) {
  std::vector<std::string> names;
  ForEachOption(verb,
                [&](const Option& option) { names.push_back("--" + std::string(option.name)); });
  return names;
}

po::options_description Describe(const Verb& verb) {
  po::options_description description;
  ForEachOption(verb, [&](const Option& option) {
    std::string name(option.name);
    if (option.letter != '\0') name += std::string(",") + option.letter;
    if (option.value.empty()) {
      description.add_options()(name.c_str(), "");
    } else {
      description.add_options()(name.c_str(), po::value<std::vector<std::string>>()->composing(),
                                "");
    }
  });
  description.add_options()(kOperands, po::value<std::vector<std::string>>());
  return description;
}

[[noreturn]] void Fail(const Verb& verb, const std::string& message) {
  const bool asks = message.ends_with('?');
  throw Error(ErrorCode::kUsage, message + (asks ? " See" : "; see") + " `calque " +
                                     std::string(verb.name) + " --help`");
}

}  // namespace

std::string Nearest(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t kShortest = 3;  // of a beginning
  const std::string* begun = nullptr;   // the only one that begins so
  for (const std::string& candidate : candidates) {
    if (internal::Lower(candidate) == internal::Lower(word)) return candidate;
    if (word.size() < kShortest || !candidate.starts_with(word)) continue;
    if (begun != nullptr) {
      begun = nullptr;
      break;
    }
    begun = &candidate;
  }
  if (begun != nullptr) return *begun;
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(word.size() / 3, 2) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = internal::EditDistance(word, candidate);
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = candidate;
  }
  return best;
}

namespace {

// What may have been meant by an option that there is not.
std::string HintFor(const std::string& word, const std::vector<std::string>& options) {
  std::error_code ignored;
  if (std::filesystem::exists(word, ignored)) {
    return "; put -- before a file whose name begins with a dash";
  }
  const std::string nearest = Nearest(word, options);
  return nearest.empty() ? "" : "; did you mean " + nearest + "?";
}

}  // namespace

Arguments::Arguments(const Verb& verb, std::vector<std::string> words) : verb_(verb) {
  po::positional_options_description positional;
  positional.add(kOperands, -1);
  // Guessing would read `--out` as `--output`: every option is spelt out.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    const po::options_description description = Describe(verb);
    const po::parsed_options parsed = po::command_line_parser(words)
                                          .options(description)
                                          .positional(positional)
                                          .style(style)
                                          .run();
    for (const po::option& option : parsed.options) {
      if (option.string_key == kOperands) {
        operands_.insert(operands_.end(), option.value.begin(), option.value.end());
      } else {
        std::vector<std::string>& values = values_[option.string_key];
        values.insert(values.end(), option.value.begin(), option.value.end());
      }
    }
  } catch (const po::unknown_option& error) {
    Fail(verb, "unknown option " + error.get_option_name() +
                   HintFor(error.get_option_name(), OptionNames(verb)));
  } catch (const po::error& error) {
    Fail(verb, error.what());
  }
  if (std::count(operands_.begin(), operands_.end(), "-") > 1) {
    Fail(verb, "standard input is read but once, and `-` is named twice");
  }
  CheckChoices();
}

void Arguments::CheckChoices() const {
  ForEachOption(verb_, [&](const Option& option) {
    const std::vector<std::string> given = All(option.name);
    if (!option.repeatable && given.size() > 1) {
      Fail(verb_, "--" + std::string(option.name) + " is given more than once");
    }
    for (const std::string& value : given) {
      if (option.value == "L" && !internal::IsLanguageTag(value)) {
        Fail(verb_, "--" + std::string(option.name) +
                        " takes the code of a language, such as fr, not `" + value + "`");
      }
    }
    if (option.value.find('|') == std::string_view::npos) return;
    for (const std::string& value : given) {
      const std::string choices = "|" + std::string(option.value) + "|";
      if (choices.find("|" + value + "|") == std::string::npos) {
        Fail(verb_, "--" + std::string(option.name) + " takes " + std::string(option.value) +
                        ", not `" + value + "`");
      }
    }
  });
}

const std::vector<std::string>& Arguments::Operands(std::size_t count) const {
  if (operands_.size() != count) {
    Fail(verb_, std::string(verb_.name) + " takes " + std::string(verb_.operands) + ", got " +
                    std::to_string(operands_.size()) + " operand(s)");
  }
  return operands_;
}

const Option& Arguments::Find(std::string_view name) const {
  const Option* found = nullptr;
  ForEachOption(verb_, [&](const Option& option) {
    if (option.name == name) found = &option;
  });
  if (found == nullptr) {
    throw Error(ErrorCode::kInternal,
                "verb asks for an option it does not declare: " + std::string(name));
  }
  return *found;
}

bool Arguments::Has(std::string_view option) const { return values_.contains(Find(option).name); }

std::vector<std::string> Arguments::All(std::string_view option) const {
  const auto found = values_.find(Find(option).name);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

std::string Arguments::Get(std::string_view option) const {
  const std::vector<std::string> given = All(option);
  return given.empty() ? std::string(Find(option).default_value) : given.back();
}

std::size_t Arguments::Count(std::string_view option, std::size_t low, std::size_t high) const {
  const std::string text = Get(option);
  const auto value = internal::ParseNumber<std::size_t>(text);
  if (!value || *value < low || *value > high) {
    Fail(verb_, "--" + std::string(option) + " takes a whole number between " +
                    std::to_string(low) + " and " + std::to_string(high) + ", not `" + text + "`");
  }
  return *value;
}

double Arguments::Number(std::string_view option, double low, double high) const {
  const std::string text = Get(option);
  const auto value = internal::ParseNumber<double>(text);
  if (!value || !(*value >= low && *value <= high)) {
    Fail(verb_, "--" + std::string(option) + " takes a number between " +
                    internal::FloatText(static_cast<float>(low)) + " and " +
                    internal::FloatText(static_cast<float>(high)) + ", not `" + text + "`");
  }
  return *value;
}

std::vector<std::string> Arguments::Inputs() const {
  constexpr std::string_view kOutputs[] = {"card",   "checksums", "failed",
                                           "ledger", "output",    "summary"};
  std::vector<std::string> inputs = operands_;
  for (const auto& [option, values] : values_) {
    if (std::ranges::find(kOutputs, option) != std::end(kOutputs)) continue;
    if (Find(option).value == "FILE") inputs.insert(inputs.end(), values.begin(), values.end());
  }
  return inputs;
}

void Arguments::RefuseWithoutEffect(std::initializer_list<std::string_view> options,
                                    std::string_view why) const {
  for (const std::string_view option : options) {
    if (!Has(option)) continue;
    Fail(verb_, "--" + std::string(option) + " does nothing " + std::string(why));
  }
}

}  // namespace calque::tools
