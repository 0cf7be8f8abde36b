#include "tools/calque/help.h"

#include <algorithm>
#include <string_view>

namespace calque::tools {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kOptionColumn = 30;

// Words of `text` in lines of at most kWidth columns, each but the first indented; the first is
// taken to start at column `at`. A line break in `text` stays one; a line that begins with a blank
// is part of a table and stays as it is.
std::string Wrap(std::string_view text, std::size_t at, std::size_t indent) {
  std::string out;
  std::size_t column = at;
  bool at_line_start = true;
  while (!text.empty()) {
    if (text.starts_with("\n ")) {
      const std::size_t end = std::min(text.find('\n', 1), text.size());
      out += text.substr(0, end);
      text.remove_prefix(end);
      continue;
    }
    if (text.front() == '\n') {
      out += '\n';
      text.remove_prefix(1);
      out += std::string(indent, ' ');
      column = indent;
      at_line_start = true;
      continue;
    }
    const std::size_t length = std::min(text.find_first_of(" \n"), text.size());
    if (!at_line_start && column + 1 + length > kWidth) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
      at_line_start = true;
    }
    if (!at_line_start) {
      out += ' ';
      ++column;
    }
    out += text.substr(0, length);
    column += length;
    at_line_start = false;
    text.remove_prefix(length);
    if (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  return out;
}

std::string OptionHelp(const Option& option) {
  std::string head = "  ";
  head += option.letter != '\0' ? std::string("-") + option.letter + ", " : "    ";
  head += "--" + std::string(option.name);
  // Long lists of choices go to the help text, so that columns stay aligned.
  std::string help(option.help);
  if (!option.value.empty() && option.value.find('|') == std::string_view::npos) {
    head += " " + std::string(option.value);
  } else if (!option.value.empty()) {
    std::string choices(option.value);
    for (std::size_t at = 0; (at = choices.find('|', at)) != std::string::npos; at += 2) {
      choices.replace(at, 1, ", ");
    }
    head += " NAME";
    help += ": " + choices;
  }
  if (option.repeatable) help += " (repeatable)";
  if (!option.default_value.empty()) help += " [" + std::string(option.default_value) + "]";
  if (head.size() + 2 > kOptionColumn) {
    head += "\n" + std::string(kOptionColumn, ' ');
  } else {
    head.resize(kOptionColumn, ' ');
  }
  return head + Wrap(help, kOptionColumn, kOptionColumn) + "\n";
}

}  // namespace

std::string CommandHelp() {
  std::string out =
      "calque aligns a translated news dispatch with its source: sentences, words and\n"
      "names; says where the translation departs; writes parallel-corpus files that\n"
      "keep the credits of reporters, translators and editors.\n\n"
      "Usage: calque VERB [options] FILE...\n\nVerbs:\n";
  for (const Verb& verb : Verbs()) {
    std::string head = "  " + std::string(verb.name);
    head.resize(12, ' ');
    out += head + Wrap(verb.summary, 12, 12) + "\n";
  }
  out +=
      "\n`calque VERB --help` explains a verb, `man calque-formats` the files;\n"
      "`calque --version` prints the version.\n"
      "`-` is standard input or output. Data goes to standard output, all else to\n"
      "standard error.\n\n"
      "Exit codes: 0 done; 1 done, but `check` found something or some documents\n"
      "failed; 2 usage; 65 bad input; 66 input missing; 70 internal error; 73 cannot\n"
      "write; 75 try again; 130 interrupted.\n\n"
      "Start here:\n"
      "  calque align source-en.txt target-fr.txt --output pair.tmx --output pair.html\n";
  return out;
}

std::string VerbHelp(const Verb& verb) {
  std::string out = "Usage: calque " + std::string(verb.name) + " [options] " +
                    std::string(verb.operands) + "\n\n" + Wrap(verb.description, 0, 0) + "\n";
  if (!verb.options.empty()) out += "\nOptions:\n";
  for (const Option& option : verb.options) out += OptionHelp(option);
  out += "\nCommon options:\n";
  for (const Option& option : CommonOptions()) out += OptionHelp(option);
  if (!verb.examples.empty()) out += "\nExamples:\n";
  for (const std::string_view example : verb.examples) out += "  " + std::string(example) + "\n";
  return out;
}

}  // namespace calque::tools
