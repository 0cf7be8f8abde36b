// calque align: the main job, a source and a target document to beads, words and names.
#include "align/io/file.h"
#include "calque/engine.h"
#include "tools/calque/arguments.h"
#include "tools/calque/common.h"
#include "tools/calque/line_pairs.h"
#include "tools/calque/outputs.h"

namespace calque::tools {
namespace {

constexpr Option kOptions[] = {
    kOutput,
    kFormat,
    {"input", 'i', "auto|lines|tsv",
     "What the operands are: two dispatches in any format; two files of a sentence a line; one "
     "file "
     "of source<TAB>target lines taken as given 1-1 beads",
     "auto"},
    kSourceLanguage,
    kTargetLanguage,
    kModel,
    kNoModel,
    kAdapt,
    kCrossing,
};

constexpr std::string_view kExamples[] = {
    "calque align en.txt fr.txt --output pair.tmx --output pair.tsv",
    "calque align --input lines en.lines fr.lines --format beads",
    "calque align --input tsv pairs.tsv --format links",
};

Bitext ReadAndAlign(const Engine& engine, const Arguments& arguments) {
  if (arguments.Get("input") == "tsv") {
    const std::string& path = arguments.Operands(1)[0];
    LinePairs pairs = ReadLinePairs(internal::ReadFile(path), path);
    Document source = engine.ReadLines(std::move(pairs.source), path, Side::kSource);
    Document target = engine.ReadLines(std::move(pairs.target), path, Side::kTarget);
    return engine.AlignWithBeads(std::move(source), std::move(target), OneToOne(pairs.count));
  }
  const std::vector<std::string>& paths = arguments.Operands(2);
  if (paths[0] == "-" && paths[1] == "-") {
    throw Error(ErrorCode::kUsage, "only one of the two files can be standard input");
  }
  if (arguments.Get("input") == "lines") {
    Document source = engine.ReadLines(internal::ReadFile(paths[0]), paths[0], Side::kSource);
    Document target = engine.ReadLines(internal::ReadFile(paths[1]), paths[1], Side::kTarget);
    return engine.Align(std::move(source), std::move(target));
  }
  Document source = engine.ReadFile(paths[0], Side::kSource);
  Document target = engine.ReadFile(paths[1], Side::kTarget);
  return engine.Align(std::move(source), std::move(target));
}

int RunAlign(const Arguments& arguments) {
  if (PrintedFormats(arguments)) return 0;
  const Messages messages(arguments);
  Outputs outputs(arguments);
  const Engine engine(EngineOptionsFrom(arguments));
  const Bitext bitext = ReadAndAlign(engine, arguments);
  messages.Say(bitext.source.diagnostics);
  messages.Say(bitext.target.diagnostics);
  for (const std::string& remark : engine.RemarksOn(bitext)) messages.Say(remark);
  outputs.Write(bitext);
  for (const std::string& loss : outputs.Finish()) messages.Say(loss);
  return 0;
}

}  // namespace

extern const Verb kAlignVerb;
const Verb kAlignVerb = {
    "align",
    "SOURCE TARGET",
    "pair the sentences, words and names of a document and its translation",
    "Reads a dispatch and its translation, finds headline, dateline, credits and sentences, pairs "
    "sentences, words and named entities, and writes every format that --output or --format names. "
    "Without either, tab-separated lines go to standard output.",
    kOptions,
    kExamples,
    RunAlign,
};

}  // namespace calque::tools
