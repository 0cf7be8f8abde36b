// Writes what is made from the option tables: man pages (scdoc source) and shell completion.
//
//   calque_reference man          calque.1
//   calque_reference man VERB     calque-VERB.1
//   calque_reference formats      the tables of formats, the end of calque-formats.5
//   calque_reference verbs        the names of the verbs, a line each
//   calque_reference bash|zsh     completion
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>

#include "align/export/exporter.h"
#include "align/fidelity/categories.h"
#include "align/read/bitext_reader.h"
#include "align/read/readers.h"
#include "tools/calque/verb.h"
#include "tools/man/completion.h"

namespace {

using calque::tools::CommonOptions;
using calque::tools::FindVerb;
using calque::tools::Option;
using calque::tools::Verb;
using calque::tools::Verbs;
using calque::tools::WriteBash;
using calque::tools::WriteZsh;

// scdoc reads these as mark-up.
std::string Escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\_*<#.`[]").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

void WriteOption(const Option& option) {
  std::cout << "*";
  if (option.letter != '\0') std::cout << "-" << option.letter << "*, *";
  std::cout << "--" << option.name << "*";
  if (!option.value.empty()) std::cout << " _" << Escape(option.value) << "_";
  std::cout << "\n\t" << Escape(option.help) << ".";
  if (option.repeatable) std::cout << " May be given more than once.";
  if (!option.default_value.empty())
    std::cout << " Default: " << Escape(option.default_value) << ".";
  std::cout << "\n\n";
}

void WriteExitCodes() {
  std::cout
      << "# EXIT STATUS\n\n"
         "0 done; 1 done, but *check* found something at or above *--fail-on*, or some\n"
         "documents failed; 2 usage; 65 bad input; 66 input missing; 70 internal error;\n"
         "73 cannot write; 75 try again; 130 interrupted. Where the reader of standard output\n"
         "goes away (*| head*), SIGPIPE ends the command in silence.\n\n";
}

// Lines that begin with a blank are a table, kept as it is.
void WriteDescription(std::string_view text) {
  bool literal = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with(' ') != literal) {
      literal = !literal;
      std::cout << "\n```\n";
    }
    std::cout << (literal ? std::string(line) : Escape(line)) << "\n";
  }
  if (literal) std::cout << "```\n";
}

// What the findings of `check` are about.
void WriteCategories() {
  std::cout
      << "# FINDINGS\n\nBy category, each with its severity where it is more likely right than\n"
         "wrong.\n\n";
  for (const calque::internal::Category& category : calque::internal::FidelityCategories()) {
    std::cout << "*" << category.name << "* (" << ToString(category.severity) << ")\n\t"
              << Escape(category.summary) << "\n\n";
  }
}

void WriteVerbPage(const Verb& verb) {
  std::cout << "calque-" << verb.name << "(1)\n\n# NAME\n\ncalque-" << verb.name << " - "
            << Escape(verb.summary) << "\n\n# SYNOPSIS\n\n*calque " << verb.name << "* [options] "
            << Escape(verb.operands) << "\n\n# DESCRIPTION\n\n";
  WriteDescription(verb.description);
  std::cout << "\n# OPTIONS\n\n";
  ForEachOption(verb, WriteOption);
  if (verb.name == "check") WriteCategories();
  if (!verb.examples.empty()) std::cout << "# EXAMPLES\n\n";
  for (const std::string_view example : verb.examples) {
    std::cout << "\t" << Escape(example) << "\n\n";
  }
  WriteExitCodes();
  std::cout << "# SEE ALSO\n\n*calque*(1), *calque-formats*(5)\n";
}

void WriteCommandPage() {
  std::cout
      << "calque(1)\n\n# NAME\n\ncalque - align a translated news dispatch with its source\n\n"
         "# SYNOPSIS\n\n*calque* _VERB_ [options] _FILE_...\n\n# DESCRIPTION\n\n"
         "Pairs sentences, words and names of a document and its translation, says where\n"
         "the translation departs from its source, and writes parallel-corpus files that\n"
         "keep the credits of reporters, translators and editors.\n\n# VERBS\n\n";
  for (const Verb& verb : Verbs()) {
    std::cout << "*calque-" << verb.name << "*(1)\n\t" << Escape(verb.summary) << "\n\n";
  }
  std::cout
      << "# ENVIRONMENT\n\n*CALQUE_DATA*\n\tThe folder of the data that ship: _languages_, "
         "_models_\n"
         "\tand _names_. Else they are looked for in _../share/calque_ beside the command, then\n"
         "\twhere calque was installed.\n\n"
         "*CALQUE*\n\tThe command that *calque-submit* and its jobs run; else the one beside it,\n"
         "\tor in *PATH*.\n\n"
         "*CALQUE_DEPENDENCY*\n\tWhat its merge waits for: _afterany_, or _afterok_.\n\n"
         "*CALQUE_MEMORY*\n\tMemory of each of its jobs, as *--memory* takes it, else 1G.\n\n";
  WriteExitCodes();
  std::cout << "# SEE ALSO\n\n*calque-formats*(5)\n";
}

template <typename Formats>
void WriteBitextFormats(std::string_view head, std::string_view text, const Formats& formats) {
  std::cout << "# " << head << "\n\n" << text << "\n\n";
  for (const auto& format : formats) {
    std::cout << "*" << format.name << "*";
    if (!format.suffixes.empty()) std::cout << " (" << Escape(format.suffixes) << ")";
    std::cout << "\n\t" << Escape(format.summary) << ".\n\n";
  }
}

void WriteFormats() {
  WriteBitextFormats("BITEXTS THAT ARE WRITTEN",
                     "By the suffix of *--output* _FILE_, or by *--format* _NAME_.",
                     calque::internal::ExportFormats());
  WriteBitextFormats("BITEXTS THAT ARE READ",
                     "By *calque convert*, *calque learn* and *calque check*: told by suffix or\n"
                     "content, or named.",
                     calque::internal::BitextFormats());
  std::cout
      << "# DOCUMENTS THAT ARE READ\n\n"
         "One or many a file; in folders, in zip, tar and 7z archives, in web archives (WARC),\n"
         "in an archive inside one of these; compressed with gzip, bzip2, XZ or Zstandard. The\n"
         "format is told by the content, or by *--input* _NAME_. Where one document is wanted,\n"
         "_FILE!ID_ names one by its id, or by the member of the archive it is in, and\n"
         "_FILE!ID#2_ the second of those that are called so; what cannot be read beside it is\n"
         "left out with a remark. A file of bitexts is refused as a document. XML or JSON of no\n"
         "known format is read as plain text, and a remark says so.\n\n";
  for (const auto& format : calque::internal::InputFormats()) {
    std::cout << "*" << format.name << "*\n\t" << Escape(format.summary) << ".\n\n";
  }
  std::cout << "# SEE ALSO\n\n*calque*(1), *calque-align*(1), *calque-convert*(1)\n";
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  const Verb* verb = argc > 2 ? FindVerb(argv[2]) : nullptr;
  if (what == "man" && argc == 2) {
    WriteCommandPage();
  } else if (what == "man" && verb != nullptr) {
    WriteVerbPage(*verb);
  } else if (what == "formats") {
    WriteFormats();
  } else if (what == "verbs") {
    for (const Verb& each : Verbs()) std::cout << each.name << '\n';
  } else if (what == "bash") {
    WriteBash();
  } else if (what == "zsh") {
    WriteZsh();
  } else {
    std::cerr << "usage: calque_reference man [VERB]|formats|verbs|bash|zsh\n";
    return 2;
  }
  return 0;
}
