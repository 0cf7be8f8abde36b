// calque pair: which document of one archive translates which of another.
#include <iostream>
#include <optional>
#include <string>

#include "align/archive/document_pairing.h"
#include "calque/error.h"
#include "tools/calque/archive_options.h"
#include "tools/calque/arguments.h"
#include "tools/calque/common.h"
#include "tools/calque/pair_lines.h"
#include "tools/calque/progress.h"

namespace calque::tools {
namespace {

constexpr Option kOptions[] = {
    {"format", 'f', "tsv|jsonl",
     "source<TAB>target<TAB>probability, or one JSON object a pair with its versions", "tsv"},
    {"explain", '\0', "", "Say what each pair has in common: numbers, names, words"},
    kThreshold,
    kTakes,
    kWindow,
    kSourceLanguage,
    kTargetLanguage,
    kModel,
    kNoModel,
    kNames,
    kJobs,
    kMemory,
};

constexpr std::string_view kExamples[] = {
    "calque pair archive/en archive/fr > pairs.tsv",
    "calque pair --explain --format jsonl en fr | less",
    "calque pair --no-model --window 3 --takes en fr",
};

int RunPair(const Arguments& arguments) {
  const auto& operands = arguments.Operands(2);
  const Messages messages(arguments);
  internal::PairingOptions options = PairingOptionsFrom(arguments);
  options.explain = arguments.Has("explain");
  std::optional<Progress> progress(std::in_place, arguments, "pairing");
  const internal::ArchivePairing pairing = internal::PairArchives(
      internal::ListArchive(operands[0]), internal::ListArchive(operands[1]), options,
      [&](const std::string& what, double share) { progress->Show(what, share); });
  progress.reset();
  messages.Say(pairing.failures);
  const PairWriter writer(pairing);
  for (std::size_t i = 0; i < pairing.pairs.size(); ++i) {
    std::cout << (arguments.Get("format") == "jsonl" ? writer.JsonLine(i) : writer.TsvLine(i));
  }
  messages.Say(PairingSummary(pairing));
  const auto is_empty = [](const internal::PairingSide& side, const auto& skipped) {
    return side.documents.empty() && skipped.empty();
  };
  const bool no_source = is_empty(pairing.source, pairing.source_skipped);
  if (no_source || is_empty(pairing.target, pairing.target_skipped)) {
    throw Error(ErrorCode::kBadInput, {operands[no_source ? 0 : 1]}, "holds no document");
  }
  return pairing.failures.empty() ? 0 : 1;
}

}  // namespace

extern const Verb kPairVerb;
const Verb kPairVerb = {
    "pair",
    "SOURCES TARGETS",
    "find which document of an archive translates which of another",
    "Reads two archives (folders with all below them, or files of many documents) and says which "
    "document of the one is rendered by which of the other: `source<TAB>target<TAB>probability`. "
    "Numbers, names, words that stand the same in both and translations the model knows decide; "
    "dates narrow the search where the documents have them. A document without a partner is left "
    "out, and so is one in another language than most of its side.",
    kOptions,
    kExamples,
    RunPair,
};

}  // namespace calque::tools
