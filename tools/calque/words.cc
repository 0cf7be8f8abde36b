// calque words: word links of line-parallel text.
#include <iostream>

#include "align/archive/language_resources.h"
#include "align/archive/model_store.h"
#include "align/base/language_tag.h"
#include "align/base/utf8.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/io/number_text.h"
#include "align/words/word_aligner.h"
#include "calque/engine.h"
#include "calque/error.h"
#include "tools/calque/arguments.h"
#include "tools/calque/carry_tags.h"
#include "tools/calque/common.h"
#include "tools/calque/line_pairs.h"
#include "tools/calque/progress.h"

namespace calque::tools {
namespace {

// Of a link that may carry a name: doubtful ones together may be clear.
constexpr float kLeastToCarry = 0.1F;

enum class WithScores { kNo, kYes };

constexpr Option kOptions[] = {
    {"tokenized", '\0', "", "Take the tokens as they stand, separated by white space"},
    {"threshold", 't', "P", "Leave out links of a lower probability", "0.5"},
    {"tags", '\0', "FILE",
     "Write the target with tags instead: FILE has a token of SOURCE and its BIO tag a line, and "
     "the links carry its names over (with --tokenized)"},
    {"scores", '\0', "", "Add the probability to each link, `i-j:p`"},
    kSourceLanguage,
    kTargetLanguage,
    kModel,
    kNoModel,
};

constexpr std::string_view kExamples[] = {
    "calque words en.txt fr.txt",
    "calque words --tokenized --scores --model hansard.calque test.en test.fr",
    "calque words --tokenized --tags test.en.bio test.en test.fr",
};

// Tokens by white space in place of ours.
void SplitAtSpaces(Document* document) {
  document->tokens.clear();
  for (Sentence& sentence : document->sentences) {
    sentence.tokens.begin = static_cast<std::uint32_t>(document->tokens.size());
    std::uint32_t begin = sentence.span.begin;
    for (std::uint32_t at = begin; at < sentence.span.end;) {
      const internal::CodePoint c = internal::DecodeAt(document->text, at);
      if (internal::IsSpace(c.value)) {
        if (at > begin) document->tokens.push_back({{begin, at}});
        begin = c.end;
      }
      at = c.end;
    }
    if (sentence.span.end > begin) document->tokens.push_back({{begin, sentence.span.end}});
    sentence.tokens.end = static_cast<std::uint32_t>(document->tokens.size());
  }
}

Document ReadSide(const Engine& engine, const std::string& path, Side side,
                  const Arguments& arguments) {
  Document document = engine.ReadLines(internal::ReadFile(path), path, side);
  Messages(arguments).Say(document.diagnostics);
  if (arguments.Has("tokenized")) SplitAtSpaces(&document);
  return document;
}

bool IsSameLanguage(const std::string& tag, const std::string& other) {
  return internal::PrimaryLanguage(tag) == internal::PrimaryLanguage(other);
}

// A model that the user named is taken as it is, turned round where the text says so.
std::shared_ptr<const internal::Model> ModelFor(const Arguments& arguments, const Bitext& bitext) {
  if (arguments.Has("no-model")) return nullptr;
  const std::string& source = bitext.source.language;
  const std::string& target = bitext.target.language;
  if (arguments.Has("model")) {
    const auto model = internal::Model::Load(arguments.Get("model"));
    const bool is_mirrored = IsSameLanguage(source, model->target_language()) &&
                             !IsSameLanguage(target, model->target_language());
    return is_mirrored ? model->Mirrored() : model;
  }
  const internal::ModelStore store(internal::DefaultDataDirectory(), {});
  auto model = store.Get(source, target);
  if (model == nullptr) {
    Messages(arguments).Say("no model for " + source + "-" + target +
                            "; words are learnt from the text alone");
  }
  return model;
}

void WriteLinks(const Bitext& bitext, WithScores with_scores) {
  auto link = bitext.words.begin();
  for (std::size_t line = 0; line < bitext.source.sentences.size(); ++line) {
    const IndexRange<Token> source = bitext.source.sentences[line].tokens;
    const std::uint32_t target_begin = bitext.target.sentences[line].tokens.begin;
    std::string text;
    for (; link != bitext.words.end() && link->source < source.end; ++link) {
      if (!text.empty()) text += ' ';
      text += std::to_string(link->source - source.begin) + '-' +
              std::to_string(link->target - target_begin);
      if (with_scores == WithScores::kYes) text += ':' + internal::FloatText(link->probability);
    }
    std::cout << text << '\n';
  }
}

int RunWords(const Arguments& arguments) {
  const bool carries = arguments.Has("tags");
  if (carries && !arguments.Has("tokenized")) {
    throw Error(ErrorCode::kUsage, "words --tags needs --tokenized: the tags are of those tokens");
  }
  if (carries) arguments.RefuseWithoutEffect({"threshold", "scores"}, "with --tags");
  const auto threshold = static_cast<float>(arguments.Number("threshold", 0.0, 1.0));
  EngineOptions options = EngineOptionsFrom(arguments);
  options.use_model = false;  // the engine reads the files; the model is for their words only
  options.model.clear();
  const Engine engine(std::move(options));
  const std::vector<std::string>& paths = arguments.Operands(2);
  Bitext bitext;
  bitext.source = ReadSide(engine, paths[0], Side::kSource, arguments);
  bitext.target = ReadSide(engine, paths[1], Side::kTarget, arguments);
  if (bitext.source.sentences.size() != bitext.target.sentences.size()) {
    throw Error(ErrorCode::kBadInput, {paths[1]},
                "has " + std::to_string(bitext.target.sentences.size()) + " lines, " + paths[0] +
                    " has " + std::to_string(bitext.source.sentences.size()) +
                    "; line i must translate line i");
  }
  if (bitext.source.sentences.empty()) Messages(arguments).Say(paths[0] + ": holds no line");
  bitext.beads = OneToOne(static_cast<std::uint32_t>(bitext.source.sentences.size()));
  const auto model = ModelFor(arguments, bitext);
  Progress progress(arguments, "linking words");
  const auto folder = internal::DefaultDataDirectory();
  const auto weights = internal::LoadLinkWeights(folder);
  const internal::LanguageStore languages(folder);
  const auto source = languages.Get(bitext.source.language);
  const auto target = languages.Get(bitext.target.language);
  const internal::WordOptions word_options{.threshold = carries ? kLeastToCarry : threshold,
                                           .weights = weights.get(),
                                           .source_grammar = source->words.get(),
                                           .target_grammar = target->words.get(),
                                           .progress = [&](double share) { progress.Show(share); }};
  bitext.words = internal::AlignWords(bitext, model.get(), word_options);
  if (carries) {
    std::cout << CarryTags(bitext, arguments.Get("tags"), target->entities->names());
    return 0;
  }
  WriteLinks(bitext, arguments.Has("scores") ? WithScores::kYes : WithScores::kNo);
  return 0;
}

}  // namespace

extern const Verb kWordsVerb;
const Verb kWordsVerb = {
    "words",
    "SOURCE TARGET",
    "link the words of line-parallel text",
    "Line i of TARGET translates line i of SOURCE. Writes a line for each: the links of its tokens "
    "as `i-j`, counted from 0, source first. A long text teaches the links too, on top of the "
    "model; a line of more than 1,000 tokens gets none. With --tags it writes the target a token a "
    "line, tagged.",
    kOptions,
    kExamples,
    RunWords,
};

}  // namespace calque::tools
