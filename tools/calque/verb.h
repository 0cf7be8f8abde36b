// A verb of the command: one file a verb, one line in the table of verbs.cc. The same tables feed
// parsing, --help, the man pages and shell completion.
#pragma once

#include <span>
#include <string_view>

namespace calque::tools {

class Arguments;

struct Option {
  std::string_view name;   // long name without dashes
  char letter = '\0';      // short name, or none
  std::string_view value;  // `FILE`, `N`, or `a|b|c`; empty: a switch
  std::string_view help;   // one sentence, no period; wrapped when shown
  std::string_view default_value = {};
  bool repeatable = false;
};

struct Verb {
  std::string_view name;
  std::string_view operands;  // `SOURCE TARGET`
  std::string_view summary;   // one line for `calque --help`
  std::string_view description;
  std::span<const Option> options;  // beside the common ones
  std::span<const std::string_view> examples;
  int (*run)(const Arguments& arguments);  // exit code; throws calque::Error
};

// Sorted by name.
[[nodiscard]] std::span<const Verb> Verbs();
[[nodiscard]] const Verb* FindVerb(std::string_view name);
// Options that every verb takes.
[[nodiscard]] std::span<const Option> CommonOptions();

}  // namespace calque::tools
