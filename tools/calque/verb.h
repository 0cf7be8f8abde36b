// A verb of the command: one file a verb, one line in the table of verbs.cc. The same tables feed
// parsing, --help, the man pages and shell completion.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace calque::tools {

class Arguments;

// Which table names what an option takes, beside its own choices: for completion.
enum class NamesOf : std::uint8_t {
  kNothing,
  kExportFormats,
  kBitextFormats,
  kInputFormats,
  kInputAndBitextFormats
};

struct Option {
  std::string_view name;   // long name without dashes
  char letter = '\0';      // short name, or none
  std::string_view value;  // `FILE`, `N`, or `a|b|c`; empty: a switch
  std::string_view help;   // one sentence, no period; wrapped when shown
  std::string_view default_value = {};
  bool repeatable = false;
  NamesOf names = NamesOf::kNothing;
  std::string_view also = {};  // names beside those of the table, separated by blanks
};

struct Verb {
  std::string_view name;
  std::string_view operands;  // `SOURCE TARGET`
  std::string_view summary;   // one line for `calque --help`
  std::string_view description;
  std::span<const Option> options;  // beside the common ones
  std::span<const std::string_view> examples;
  int (*run)(const Arguments& arguments);  // exit code; throws calque::Error
  std::string_view first_operand = {};     // `a|b|c`: what it is one of; empty: a file
};

// Sorted by name.
[[nodiscard]] std::span<const Verb> Verbs();
[[nodiscard]] const Verb* FindVerb(std::string_view name);
// Options that every verb takes.
[[nodiscard]] std::span<const Option> CommonOptions();

// Its own options, then the common ones.
template <typename Visit>
void ForEachOption(const Verb& verb, Visit visit) {
  for (const Option& option : verb.options) visit(option);
  for (const Option& option : CommonOptions()) visit(option);
}

}  // namespace calque::tools
