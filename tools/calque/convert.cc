// calque convert: any bitext format to any other.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "align/io/input_guard.h"
#include "align/read/bitext_reader.h"
#include "calque/error.h"
#include "tools/calque/arguments.h"
#include "tools/calque/bitext_languages.h"
#include "tools/calque/common.h"
#include "tools/calque/corpus_output.h"
#include "tools/calque/outputs.h"
#include "tools/calque/reviews.h"
#include "tools/calque/selection_arguments.h"

namespace calque::tools {
namespace {

constexpr auto kOptions = [] {
  constexpr std::array kOwn = {
      kOutput,
      kFormat,
      Option{.name = "input",
             .letter = 'i',
             .value = "NAME",
             .help = "Read every file in this format; else told by suffix or content; `help` lists "
                     "them",
             .names = NamesOf::kBitextFormats,
             .also = "help"},
      Option{
          "review", '\0', "FILE", "Apply a review that was saved from the report page", {}, true},
      kSourceLanguage,
      kTargetLanguage,
      kLedger,
      kCard,
      kChecksums,
  };
  std::array<Option, kOwn.size() + kSelectionOptions.size()> all{};
  std::copy(kSelectionOptions.begin(), kSelectionOptions.end(),
            std::copy(kOwn.begin(), kOwn.end(), all.begin()));
  return all;
}();

constexpr std::string_view kExamples[] = {
    "calque convert corpus.tmx --output corpus.moses",
    "calque convert pair.jsonl --output pair.xlf --output pair.html",
    "calque convert day*.jsonl.zst --ledger credits.tsv -f tmx | xz > all.tmx.xz",
    "calque convert *.jsonl --clean --dev .01 --test .01 --shuffle 1 -o news.hf",
    "calque convert archive.jsonl --output archive.html",
    "calque convert pair.jsonl --review pair.review.json --output reviewed.jsonl",
};

int RunConvert(const Arguments& arguments) {
  if (PrintedFormats(arguments) || PrintedReadableFormats(arguments)) return 0;
  if (arguments.operands().empty()) {
    throw Error(ErrorCode::kUsage,
                "convert takes one or more bitext files; see `calque convert --help`");
  }
  const Messages messages(arguments);
  internal::FoundLanguages found;
  const internal::BitextReadOptions options{LanguageFrom(arguments, "source-language"),
                                            LanguageFrom(arguments, "target-language"), &found};
  BitextLanguages languages(options.source_language, options.target_language);
  Reviews reviews(arguments.All("review"));
  CorpusOutput output(arguments, internal::InputGuard(arguments.Inputs()));
  for (const std::string& path : arguments.operands()) {
    const auto reader = internal::OpenBitextFile(path, arguments.Get("input"), options);
    bool is_empty = true;
    while (std::optional<Bitext> bitext = reader->Next()) {
      is_empty = false;
      languages.Take(*bitext);
      reviews.Apply(&*bitext);
      output.Add(*bitext);
    }
    const std::vector<Diagnostic> left_out = reader->Diagnostics();
    messages.Say(left_out);
    languages.Say(path, messages);
    // An empty corpus is one; a file of which nothing could be read is another's.
    if (is_empty && !left_out.empty()) {
      throw Error(ErrorCode::kBadInput, {path}, "holds no bitext that could be read");
    }
    if (is_empty) messages.Say(path + ": holds no bitext");
  }
  reviews.Finish(messages);
  output.Finish(messages);
  return 0;
}

}  // namespace

extern const Verb kConvertVerb;
const Verb kConvertVerb = {
    "convert",
    "FILE...",
    "turn bitexts of any format into any other; choose training data",
    "Reads bitexts and writes them in the formats that --output and --format name. What a format "
    "cannot hold is said on standard error; JSONL (`calque/bitext/1`) holds everything. Files in "
    "gzip, bzip2, XZ and Zstandard are read as they are; an output named *.gz, *.bz2, *.xz or "
    "*.zst is compressed. Several bitexts as HTML give an index page with charts, and a folder "
    "with a page each. --review (repeatable) applies what a reviewer saved from such a page: "
    "corrected and "
    "accepted beads; findings marked wrong or fixed leave, those marked right are certain. Reviews "
    "of one bitext by several people are put together; where they disagree, that is refused.\n\n"
    "With any of the options from --clean on, convert chooses beads to train a translation system "
    "on: null beads are left out, and what the options say; the documents keep no more text than "
    "the beads that stay. Standard error and the card say how many were read, written, and left "
    "out for which reason. The first of two duplicates stays. A document is in one part only, the "
    "same one in every run; parts are written to files of their own, corpus.dev.tmx for "
    "corpus.tmx; a dataset folder *.hf keeps no part of an earlier run.",
    kOptions,
    kExamples,
    RunConvert,
};

}  // namespace calque::tools
