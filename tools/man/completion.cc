#include "tools/man/completion.h"

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>

#include "align/export/exporter.h"
#include "align/read/bitext_reader.h"
#include "align/read/readers.h"
#include "tools/calque/verb.h"

namespace calque::tools {
namespace {

std::string Words(std::string_view alternatives) {
  std::string words(alternatives);
  std::replace(words.begin(), words.end(), '|', ' ');
  return words;
}

template <typename Formats>
std::string Names(const Formats& formats) {
  std::string names;
  for (const auto& format : formats) names += std::string(format.name) + " ";
  return names;
}

// Whether the value of an option names a file or folder.
bool TakesPath(const Option& option) { return option.value == "FILE" || option.value == "DIR"; }

// What the value of an option is one of, separated by blanks; empty: a file, or anything.
std::string Choices(const Option& option) {
  if (option.value.find('|') != std::string::npos) return Words(option.value);
  std::string also(option.also);
  switch (option.names) {
    case NamesOf::kNothing:
      return also;
    case NamesOf::kExportFormats:
      return Names(internal::ExportFormats()) + also;
    case NamesOf::kBitextFormats:
      return Names(internal::BitextFormats()) + also;
    case NamesOf::kInputFormats:
      return Names(internal::InputFormats()) + also;
    case NamesOf::kInputAndBitextFormats:
      return Names(internal::InputFormats()) + Names(internal::BitextFormats()) + also;
  }
  return {};
}

void WriteBashVerb(const Verb& verb) {
  ForEachOption(verb, [&](const Option& option) {
    const std::string choices = Choices(option);
    if (option.value.empty() || TakesPath(option)) return;
    std::cout << "    \"" << verb.name << " --" << option.name << "\"";
    if (option.letter != '\0') std::cout << "|\"" << verb.name << " -" << option.letter << "\"";
    std::cout << ") _calque_words \"" << choices << "\"; return ;;\n";
  });
  if (!verb.first_operand.empty()) {
    std::cout << "    \"" << verb.name << " " << verb.name << "\") _calque_words \""
              << Words(verb.first_operand) << "\"; return ;;\n";
  }
  std::cout << "    \"" << verb.name << " \"*) options=\"";
  ForEachOption(verb, [](const Option& option) { std::cout << "--" << option.name << ' '; });
  std::cout << "\" ;;\n";
}

}  // namespace

void WriteBash() {
  // A line a candidate: names of files may hold blanks.
  std::cout << "# bash completion for calque\n"
               "_calque_words() { mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$word\"); }\n"
               "_calque() {\n"
               "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
               "  local options=\"\"\n"
               // `--format=tmx` is three words.
               "  if [ \"$before\" = = ]; then before=\"${COMP_WORDS[COMP_CWORD-2]}\"; fi\n"
               "  if [ \"$word\" = = ]; then word=\"\"; fi\n"
               "  if [ \"$COMP_CWORD\" = 1 ]; then\n"
               "    _calque_words \"";
  for (const Verb& verb : Verbs()) std::cout << verb.name << ' ';
  std::cout << "--help --version\"\n    return\n  fi\n"
               "  case \"${COMP_WORDS[1]} $before\" in\n";
  for (const Verb& verb : Verbs()) WriteBashVerb(verb);
  std::cout << "  esac\n  case \"$word\" in\n"
               "    -*) _calque_words \"$options\" ;;\n"
               "    *) compopt -o filenames 2> /dev/null\n"
               "       mapfile -t COMPREPLY < <(compgen -f -- \"$word\") ;;\n  esac\n}\n"
               "complete -F _calque calque\n";
}

namespace {

std::string QuoteZsh(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c;
  }
  return out;
}

void WriteZshOption(const Option& option) {
  const std::string choices = Choices(option);
  std::string rest = "[" + QuoteZsh(option.help) + "]";
  if (!choices.empty()) {
    rest += ":name:(" + choices + ")";
  } else if (!option.value.empty()) {
    rest += TakesPath(option) ? ":file:_files" : ":value: ";
  }
  const std::string star = option.repeatable ? "*" : "";
  std::cout << "      '" << star << "--" << option.name << rest << "' \\\n";
  if (option.letter != '\0') {
    std::cout << "      '" << star << "-" << option.letter << rest << "' \\\n";
  }
}

}  // namespace

void WriteZsh() {
  std::cout << "#compdef calque\n_calque() {\n  local -a verbs\n  verbs=(\n";
  for (const Verb& verb : Verbs()) {
    std::cout << "    '" << verb.name << ":" << QuoteZsh(verb.summary) << "'\n";
  }
  std::cout << "  )\n  if (( CURRENT == 2 )); then _describe verb verbs; return; fi\n"
               "  case $words[2] in\n";
  for (const Verb& verb : Verbs()) {
    std::cout << "    " << verb.name << ") shift words; (( CURRENT-- )); _arguments \\\n";
    ForEachOption(verb, WriteZshOption);
    if (!verb.first_operand.empty()) {
      std::cout << "      '1:what:(" << Words(verb.first_operand) << ")' \\\n";
    }
    std::cout << "      '*:file:_files' ;;\n";
  }
  std::cout << "  esac\n}\n_calque \"$@\"\n";
}

}  // namespace calque::tools
