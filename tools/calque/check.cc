// calque check: where a translation departs from its source.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "align/base/printable.h"
#include "align/export/export_file.h"
#include "align/export/findings.h"
#include "align/fidelity/suppressions.h"
#include "align/io/compression.h"
#include "align/io/file.h"
#include "align/io/input_guard.h"
#include "align/io/suffix.h"
#include "align/read/bitext_reader.h"
#include "calque/engine.h"
#include "calque/error.h"
#include "tools/calque/arguments.h"
#include "tools/calque/bitext_languages.h"
#include "tools/calque/common.h"
#include "tools/calque/pair_input.h"
#include "tools/calque/reviews.h"

namespace calque::tools {
namespace {

using internal::CheckedPair;
using internal::FindingsFormat;

constexpr Option kOptions[] = {
    {"format", 'f', "text|jsonl|html|sarif|summary",
     "A line a finding; one JSON object a finding; the page to review (several bitexts: an index "
     "and a page each, with --output); SARIF 2.1.0; findings per thousand words by category",
     "text"},
    {.name = "input",
     .letter = 'i',
     .value = "NAME",
     .help = "What the operands are: auto, two dispatches in any format, or a file of bitexts; the "
             "name of that format (`man calque-formats`); lines, two files of a sentence a line; "
             "tsv, one file of source<TAB>target lines, each checked by itself",
     .default_value = "auto",
     .names = NamesOf::kInputAndBitextFormats,
     .also = "auto lines"},
    {"output", 'o', "FILE",
     "Write to FILE instead of standard output; without --format its suffix says in which: .html, "
     ".jsonl, .sarif, .tsv (summary), .txt",
     "-"},
    {"fail-on", '\0', "never|minor|major|critical",
     "Exit with 1 where there is a finding of this severity or worse, of the probability of "
     "--threshold or else 0.5, in whatever format",
     "never"},
    {"threshold", '\0', "P",
     "Leave out findings of lower probability; below 0.5 they are minor whatever they are about "
     "(default: 0.5, for jsonl 0.05)"},
    {"glossary", '\0', "FILE",
     "Check terms against FILE: source<TAB>target<TAB>status, or TBX (`man calque-formats`)"},
    {"suppress", '\0', "FILE",
     "Leave out the findings that FILE lists: lines of category, document (file or id, as findings "
     "name it), text and reason, separated by tabs; `*` for any"},
    {"review",
     '\0',
     "FILE",
     "Apply a review that was saved from the page: findings marked wrong or fixed are none",
     {},
     true},
    kSourceLanguage,
    kTargetLanguage,
    kModel,
    kNoModel,
    kAdapt,
    kMoved,
    kNames,
};

constexpr std::string_view kExamples[] = {
    "calque check en.txt fr.txt",
    "calque check en.txt fr.txt -o report.html",
    "calque check --input tsv pairs.tsv --format jsonl",
    "calque check corpus.tmx -o findings.sarif --fail-on critical",
};

// The format of the one operand, a file of bitexts: empty where its content tells it; nothing where
// the operands are something else.
std::optional<std::string> BitextFormatFrom(const Arguments& arguments) {
  const std::string input = arguments.Get("input");
  if (arguments.operands().size() != 1 || input == "tsv") return std::nullopt;
  if (input == "auto") return "";
  if (internal::FindBitextFormat(input) == nullptr) return std::nullopt;
  return input;
}

EngineOptions OptionsFrom(const Arguments& arguments, const FindingsFormat& format) {
  EngineOptions options = EngineOptionsFrom(arguments);
  if (BitextFormatFrom(arguments)) options.input.clear();  // that is one of documents
  options.glossary = arguments.Get("glossary");
  options.check_out_of_context = arguments.Get("input") == "tsv";
  options.least_probability = arguments.Has("threshold")
                                  ? static_cast<float>(arguments.Number("threshold", 0.0, 1.0))
                                  : format.least_probability;
  return options;
}

// What makes the command fail. Formats differ in what they leave out, but not in this.
struct Gate {
  explicit Gate(const Arguments& arguments)
      : severity(SeverityFromString(arguments.Get("fail-on"))) {
    if (arguments.Has("threshold")) {
      probability = static_cast<float>(arguments.Number("threshold", 0.0, 1.0));
    }
  }
  [[nodiscard]] bool Stops(const Finding& finding) const {
    return severity && finding.severity >= *severity && finding.probability >= probability;
  }

  std::optional<Severity> severity;  // nothing for `never`
  float probability = EngineOptions{}.least_probability;
};

// What messages call a document of bitext `number` of a file, from 1: many formats have no ids.
// The language tells sides apart whose ids are alike.
std::string NameOf(const Document& document, const Document& other, const std::string& path,
                   std::size_t number) {
  const std::string name = document.id.empty() ? path + "#" + std::to_string(number) : document.id;
  return internal::Printable(document.id == other.id ? name + " (" + document.language + ")"
                                                     : name);
}

// What is done with a bitext, of which CheckedPair holds all but itself.
struct PairPlaces {
  std::string source_name;
  std::string target_name;
  CheckedPair::Places places = CheckedPair::Places::kDocuments;
  bool source_is_plain = false;
  bool target_is_plain = false;
  std::string file = {};  // of bitexts
  std::vector<std::uint64_t> lines = {};
  std::string number = {};  // what messages call a bitext of that file

  // What --suppress may call the bitext and its documents, beside their ids.
  [[nodiscard]] std::vector<std::string> Names() const {
    return {source_name, target_name, file.empty() ? source_name : file,
            number.empty() ? target_name : number};
  }
};
using TakePair = std::function<void(Bitext bitext, const PairPlaces& places)>;

// Hands each bitext that the operands name to `take`.
void ForEachPair(const Engine& engine, const Arguments& arguments, const Messages& messages,
                 const TakePair& take) {
  const std::vector<std::string>& paths = arguments.operands();
  if (const std::optional<std::string> format = BitextFormatFrom(arguments)) {
    arguments.RefuseWithoutEffect({"adapt", "moved"},
                                  "with a file of bitexts: its beads are given");
    const std::string source_language = LanguageFrom(arguments, "source-language");
    const std::string target_language = LanguageFrom(arguments, "target-language");
    internal::FoundLanguages found;
    const auto reader =
        internal::OpenBitextFile(paths[0], *format, {source_language, target_language, &found});
    BitextLanguages languages(source_language, target_language);
    const std::string path = paths[0] == "-" ? "standard input" : paths[0];
    std::size_t number = 0;
    std::size_t beads = 0;
    std::size_t findings = 0;    // that the file holds
    std::set<std::string> said;  // of each pair of languages once that there is no model for it
    while (std::optional<Bitext> read = reader->Next()) {
      languages.Take(*read);
      beads += read->beads.size();
      findings += read->findings.size();
      Bitext bitext = engine.AlignWithBeads(std::move(read->source), std::move(read->target),
                                            std::move(read->beads));
      bitext.id = read->id;
      for (std::string& remark : engine.RemarksOn(bitext)) {
        if (said.insert(remark).second) messages.Say(remark);
      }
      ++number;
      const PairPlaces places = {.source_name = NameOf(bitext.source, bitext.target, path, number),
                                 .target_name = NameOf(bitext.target, bitext.source, path, number),
                                 .file = internal::Printable(path),
                                 .lines = reader->BeadLines(),
                                 .number = path + "#" + std::to_string(number)};
      take(std::move(bitext), places);
    }
    messages.Say(reader->Diagnostics());
    languages.Say(paths[0], messages);
    if (findings > 0) {
      messages.Say(path + ": findings that it holds are left aside, and found anew: " +
                   std::to_string(findings) +
                   "; --review FILE applies what a reviewer said of them");
    }
    if (beads == 0) {
      throw Error(ErrorCode::kBadInput, {path},
                  number == 0 ? "holds no bitext; nothing was checked"
                              : "holds no beads; nothing was checked");
    }
    return;
  }
  AlignedPair pair = ReadAndAlign(engine, arguments);
  const Bitext& bitext = pair.bitext;
  messages.Say(bitext.source.diagnostics);
  messages.Say(bitext.target.diagnostics);
  for (const std::string& remark : engine.RemarksOn(bitext)) messages.Say(remark);
  SayOtherLanguages(bitext, paths.front(), paths.back(), messages);
  if (bitext.source.sentences.empty() && bitext.target.sentences.empty()) {
    throw Error(ErrorCode::kBadInput, {paths.front()}, "nothing was checked: no side has a text");
  }
  const bool lines = arguments.Get("input") == "tsv";
  const auto name_of = [](const std::string& path) {
    return path == "-" ? "standard input" : internal::Printable(path);
  };
  const PairPlaces places = {name_of(paths.front()), name_of(paths.back()),
                             lines ? CheckedPair::Places::kLines : CheckedPair::Places::kDocuments,
                             pair.source_is_plain, pair.target_is_plain};
  take(std::move(pair.bitext), places);
}

// As --format says, else the suffix of the output; a name without a suffix is of text.
const FindingsFormat& FormatFrom(const Arguments& arguments) {
  const std::string output = arguments.Get("output");
  const std::string_view name = internal::WithoutCompression(internal::FileNameOf(output));
  if (!arguments.Has("format") && name.find('.', 1) != std::string_view::npos) {
    const FindingsFormat* format = internal::FindingsFormatOfFile(output);
    if (format != nullptr) return *format;
    throw Error(ErrorCode::kUsage, {output},
                "has no suffix of a format of findings (.html, .jsonl, .sarif, .tsv, .txt); name "
                "the format with --format");
  }
  return *internal::FindFindingsFormat(arguments.Get("format"));
}

int RunCheck(const Arguments& arguments) {
  const Messages messages(arguments);
  const FindingsFormat& format = FormatFrom(arguments);
  const Engine engine(OptionsFrom(arguments, format));
  const Gate gate(arguments);
  std::optional<internal::Suppressions> suppressions;
  if (const std::string path = arguments.Get("suppress"); !path.empty()) {
    suppressions = internal::Suppressions::Parse(internal::ReadFile(path), path);
  }
  internal::ExportFiles output(arguments.Get("output"), format.suffixes, {},
                               internal::InputGuard(arguments.Inputs()));
  const std::unique_ptr<internal::FindingsWriter> writer = format.make(output);
  Reviews reviews(arguments.All("review"));
  bool failed = false;
  std::size_t suppressed = 0;
  writer->Begin();
  const auto check = [&](Bitext bitext, const PairPlaces& places) {
    reviews.Apply(&bitext);
    if (suppressions) suppressed += suppressions->Apply(&bitext, places.Names());
    failed = failed || std::any_of(bitext.findings.begin(), bitext.findings.end(),
                                   [&](const Finding& finding) { return gate.Stops(finding); });
    writer->Write({bitext, places.source_name, places.target_name, places.places,
                   places.source_is_plain, places.target_is_plain, places.file, places.lines});
  };
  ForEachPair(engine, arguments, messages, check);
  reviews.Finish(messages);
  writer->End();
  output.Commit();
  if (suppressed > 0) messages.Say("findings suppressed: " + std::to_string(suppressed));
  if (suppressions) {
    for (const std::string& unused : suppressions->Unused()) messages.Say(unused);
  }
  return failed ? 1 : 0;
}

}  // namespace

extern const Verb kCheckVerb;
const Verb kCheckVerb = {
    "check",
    "SOURCE TARGET|BITEXTS",
    "say where a translation departs from its source",
    "Reads a dispatch and its translation, a file of line pairs, or a file of bitexts in any "
    "format, and writes what an editor should look at: omissions and additions, figures, dates and "
    "names that differ, lost negations and quotations, untranslated text, terms of a glossary. "
    "Each "
    "finding has a category, a severity and the probability that an editor would agree. It is "
    "located by its line in plain text, and else by its paragraph, as `calque segment` parts them, "
    "the first being 1 (0 in JSON); in a file of bitexts by the line of its unit too. Findings "
    "that a bitext holds are left aside and found anew: "
    "--review applies what a reviewer said of them. Input that holds nothing to check is an error "
    "(65), no pass.",
    kOptions,
    kExamples,
    RunCheck,
};

}  // namespace calque::tools
