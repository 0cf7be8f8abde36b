// calque learn: a bilingual model from parallel text.

#include <algorithm>
#include <filesystem>
#include <optional>

#include "align/base/utf8.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/io/input_guard.h"
#include "align/io/language_id.h"
#include "align/model/learner.h"
#include "align/read/bitext_reader.h"
#include "calque/error.h"
#include "tools/calque/arguments.h"
#include "tools/calque/bitext_languages.h"
#include "tools/calque/common.h"
#include "tools/calque/learn_entities.h"
#include "tools/calque/learn_names.h"
#include "tools/calque/progress.h"

namespace calque::tools {
namespace {

using internal::Learner;

constexpr Option kOptions[] = {
    {"output", 'o', "FILE", "Model file to write"},
    kSourceLanguage,
    kTargetLanguage,
    {"entities", '\0', "", "Learn a tagger of names from text with a token and a BIO tag a line"},
    {"language", 'l', "L", "Language of the tagged text (with --entities)", "en"},
    {"names", '\0', "",
     "Learn a list of names from aligned bitexts, such as `batch merge` writes: what names of one "
     "language became in the other, beyond the lists that ship; for --names of other verbs"},
    {"sightings", '\0', "N", "Bitexts that a pair of names has to stand in (with --names)", "3"},
    {"compact", '\0', "",
     "Make the tagger small, at the price of a little accuracy (with --entities)"},
    {.name = "input",
     .letter = 'i',
     .value = "NAME",
     .help = "Format of the files, such as tsv or tmx; else told by their names",
     .names = NamesOf::kBitextFormats},
    {.name = "format",
     .letter = 'f',
     .value = "NAME",
     .help = "The same as --input",
     .names = NamesOf::kBitextFormats},
    {"notice", '\0', "FILE",
     "Text to keep in the model: origin and licences of what it learnt from"},
};

constexpr std::string_view kExamples[] = {
    "calque learn news.tsv -o fr.calque",
    "calque learn old.tmx new.tsv.xz -o fr.calque --target-language fr",
    "calque learn --entities train.conll -o en.tagger --language en",
    "calque learn --names archive.jsonl.zst -o names.tsv",
};

constexpr std::size_t kSample = 64 * 1024;  // bytes a side that languages are told from

// One side of the files that models are learnt from.
struct SideSample {
  std::string_view option;
  std::string stated;  // by the files: the language of a tag, `en` of `EN-US`
  std::string text;

  void Take(const Document& document) {
    if (stated.empty() && document.language != "und") {
      stated = internal::Lower(document.language.substr(0, document.language.find_first_of("-_")));
    }
    if (text.size() < kSample) (text += document.text) += '\n';
  }

  // As it is stated, else as it reads.
  [[nodiscard]] std::string Language(const Messages& messages) const {
    if (!stated.empty()) return stated;
    const internal::LanguageGuess guess = internal::GuessLanguage(text);
    if (!guess.reliable) {
      throw Error(ErrorCode::kUsage, "the text does not tell its language; learn needs --" +
                                         std::string(option) + " here");
    }
    messages.Say("--" + std::string(option) + " is " + guess.language + ", as the text reads");
    return guess.language;
  }
};

std::string FormatFrom(const Arguments& arguments) {
  return arguments.Get(arguments.Has("input") ? "input" : "format");
}

// Standard input, a pipe or a device: what was read is gone.
bool IsStream(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  return path == "-" || (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored) &&
                         !fs::is_directory(path, ignored));
}

// Fills in the languages that the arguments leave open from the first file.
void FindLanguages(const Arguments& arguments, const Messages& messages,
                   internal::LearnOptions* options) {
  options->source_language = LanguageFrom(arguments, "source-language");
  options->target_language = LanguageFrom(arguments, "target-language");
  if (!options->source_language.empty() && !options->target_language.empty()) return;
  if (IsStream(arguments.operands().front())) {
    throw Error(ErrorCode::kUsage,
                "a stream is read but once; learn needs --source-language and --target-language "
                "for it");
  }
  SideSample source{"source-language", {}, {}};
  SideSample target{"target-language", {}, {}};
  const auto reader = internal::OpenBitextFile(
      arguments.operands().front(), FormatFrom(arguments),
      {.source_language = options->source_language, .target_language = options->target_language});
  while (const auto bitext = reader->Next()) {
    source.Take(bitext->source);
    target.Take(bitext->target);
    if (std::min(source.text.size(), target.text.size()) >= kSample) break;
  }
  if (options->source_language.empty()) options->source_language = source.Language(messages);
  if (options->target_language.empty()) options->target_language = target.Language(messages);
  if (options->source_language == options->target_language) {
    throw Error(ErrorCode::kUsage, "both sides are in " + options->source_language +
                                       "; name them with --source-language and --target-language");
  }
}

void AddFile(const std::string& path, const Arguments& arguments,
             const internal::LearnOptions& languages, const Messages& messages, Learner* learner) {
  const auto reader = internal::OpenBitextFile(
      path, FormatFrom(arguments),
      {.source_language = languages.source_language, .target_language = languages.target_language});
  BitextLanguages texts(languages.source_language, languages.target_language);
  while (const auto bitext = reader->Next()) {
    texts.Take(*bitext);
    learner->Add(*bitext);
  }
  messages.Say(reader->Diagnostics());
  texts.Say(path, messages);
}

// None where the output is no file of its own: standard output, a pipe, a device.
std::optional<internal::Checkpoint> CheckpointFor(const std::string& output,
                                                  const Messages& messages) {
  if (output == "-") return std::nullopt;
  std::error_code ignored;
  if (std::filesystem::exists(output, ignored) &&
      !std::filesystem::is_regular_file(output, ignored)) {
    return std::nullopt;
  }
  const std::string path = output + ".partial";
  return internal::Checkpoint(path, [&messages, path](std::uint32_t steps) {
    if (steps == 0) {
      messages.Say(path + " is of another training (other text, languages or calque): begins anew");
    } else {
      messages.Say("goes on behind step " + std::to_string(steps) +
                   " of a training that was stopped: " + path);
    }
  });
}

void LearnModel(const Arguments& arguments) {
  const Messages messages(arguments);
  internal::LearnOptions options;
  if (arguments.Has("notice")) options.notice = internal::ReadFile(arguments.Get("notice"));
  FindLanguages(arguments, messages, &options);
  Learner learner = Learner::Of(internal::DefaultDataDirectory(), options);
  for (const std::string& path : arguments.operands()) {
    AddFile(path, arguments, options, messages, &learner);
  }
  constexpr std::size_t kUseful = 1000;  // pairs; below them lengths and cognates say more
  if (learner.size() > 0 && learner.size() < kUseful) {
    messages.Say("learns from " + std::to_string(learner.size()) +
                 " sentence pairs; some ten thousand make a useful model");
  }
  Progress progress(arguments, "training");
  const auto checkpoint = CheckpointFor(arguments.Get("output"), messages);
  const internal::ModelContents contents = learner.Finish(
      [&](double share) { progress.Show(share); }, checkpoint ? &*checkpoint : nullptr);
  internal::OutputFile file(arguments.Get("output"));
  file.Write(internal::SerializeModel(contents));
  file.Commit();
  if (checkpoint) checkpoint->Remove();
}

// What is learnt is one of three things, each with options of its own.
void RefuseOthersOptions(const Arguments& arguments) {
  const bool entities = arguments.Has("entities");
  const bool names = arguments.Has("names");
  if (entities) {
    arguments.RefuseWithoutEffect(
        {"names", "source-language", "target-language", "input", "format"}, "with --entities");
  } else {
    arguments.RefuseWithoutEffect({"language", "compact"}, "without --entities");
  }
  if (names) {
    arguments.RefuseWithoutEffect({"notice"}, "with --names");
  } else {
    arguments.RefuseWithoutEffect({"sightings"}, "without --names");
  }
}

int RunLearn(const Arguments& arguments) {
  RefuseOthersOptions(arguments);
  const std::string output = arguments.Get("output");
  if (output.empty()) {
    throw Error(ErrorCode::kUsage, "learn needs --output; see `calque learn --help`");
  }
  if (arguments.operands().empty()) {
    throw Error(ErrorCode::kUsage, "learn needs a file to learn from; see `calque learn --help`");
  }
  // What cannot be written shows before the work.
  internal::InputGuard(arguments.Inputs()).Check(output);
  internal::CheckWritable(output);
  if (arguments.Has("entities")) {
    LearnEntities(arguments);
  } else if (arguments.Has("names")) {
    LearnNames(arguments);
  } else {
    LearnModel(arguments);
  }
  return 0;
}
}  // namespace

extern const Verb kLearnVerb;
const Verb kLearnVerb = {
    "learn",
    "BITEXT...",
    "train a bilingual model",
    "Learns a model from files of sentence pairs, in any bitext format, and writes it to one file. "
    "Some ten thousand pairs make a useful model, some hundred thousand a good one. The file "
    "appears whole when the model is done. Stopped before, even by a power cut, the same command "
    "goes on behind the last step, whose state is in MODEL.partial until then, and gives the same "
    "model, byte for byte, on any number of cores. A state of other text, or of a calque that "
    "calculates differently, is not used.\n"
    "With --entities it learns a tagger of names from tagged text instead, for `calque entities "
    "--tagger`; with --names, which names became which, as a list for --names of other verbs.",
    kOptions,
    kExamples,
    RunLearn,
};

}  // namespace calque::tools
