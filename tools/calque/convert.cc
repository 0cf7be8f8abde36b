// calque convert: any bitext format to any other.
#include <memory>
#include <optional>

#include "align/read/bitext_reader.h"
#include "tools/calque/arguments.h"
#include "tools/calque/common.h"
#include "tools/calque/outputs.h"

namespace calque::tools {
namespace {

constexpr Option kOptions[] = {
    kOutput,
    kFormat,
    {"input", 'i', "NAME", "Read every file in this format; else told by suffix or content"},
    kSourceLanguage,
    kTargetLanguage,
};

constexpr std::string_view kExamples[] = {
    "calque convert corpus.tmx --output corpus.moses",
    "calque convert pair.jsonl --output pair.xlf --output pair.html",
};

int RunConvert(const Arguments& arguments) {
  if (PrintedFormats(arguments)) return 0;
  if (arguments.operands().empty()) {
    throw Error(ErrorCode::kUsage,
                "convert takes one or more bitext files; see `calque convert --help`");
  }
  const Messages messages(arguments);
  const internal::BitextReadOptions options{arguments.Get("source-language"),
                                            arguments.Get("target-language")};
  Outputs outputs(arguments);
  for (const std::string& path : arguments.operands()) {
    const auto reader = internal::OpenBitextFile(path, arguments.Get("input"), options);
    while (const std::optional<Bitext> bitext = reader->Next()) outputs.Write(*bitext);
    messages.Say(reader->Diagnostics());
  }
  for (const std::string& loss : outputs.Finish()) messages.Say(loss);
  return 0;
}

}  // namespace

extern const Verb kConvertVerb;
const Verb kConvertVerb = {
    "convert",
    "FILE...",
    "turn bitexts of any format into any other",
    "Reads bitexts and writes them in the formats that --output and --format name. What a format "
    "cannot hold is said on standard error; JSONL (`calque/bitext/1`) holds everything.",
    kOptions,
    kExamples,
    RunConvert,
};

}  // namespace calque::tools
