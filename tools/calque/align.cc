// calque align: the main job, a source and a target document to beads, words and names.
#include "calque/engine.h"
#include "tools/calque/arguments.h"
#include "tools/calque/bitext_languages.h"
#include "tools/calque/common.h"
#include "tools/calque/outputs.h"
#include "tools/calque/pair_input.h"

namespace calque::tools {
namespace {

constexpr Option kOptions[] = {
    kOutput, kFormat,  kPairInput, kSourceLanguage, kTargetLanguage,
    kModel,  kNoModel, kAdapt,     kMoved,          kNames,
};

constexpr std::string_view kExamples[] = {
    "calque align en.txt fr.txt --output pair.tmx --output pair.tsv",
    "calque align --input lines en.lines fr.lines --format beads",
    "calque align --input tsv pairs.tsv --format links",
};

int RunAlign(const Arguments& arguments) {
  if (PrintedFormats(arguments)) return 0;
  const Messages messages(arguments);
  Outputs outputs(arguments);
  EngineOptions options = EngineOptionsFrom(arguments);
  options.stop_after_beads = outputs.HoldBeadsAlone();
  const Engine engine(options);
  const Bitext bitext = ReadAndAlign(engine, arguments).bitext;
  messages.Say(bitext.source.diagnostics);
  messages.Say(bitext.target.diagnostics);
  for (const std::string& remark : engine.RemarksOn(bitext)) messages.Say(remark);
  SayOtherLanguages(bitext, arguments.operands().front(), arguments.operands().back(), messages);
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
