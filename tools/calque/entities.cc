// calque entities: names and values of documents.
#include "align/entities/entities.h"

#include <iostream>

#include "align/base/utf8.h"
#include "align/entities/projection.h"
#include "align/entities/tag_text.h"
#include "align/entities/tagger.h"
#include "align/entities/values.h"
#include "align/io/data_directory.h"
#include "align/io/file.h"
#include "align/io/json.h"
#include "align/io/number_text.h"
#include "calque/engine.h"
#include "tools/calque/arguments.h"
#include "tools/calque/common.h"

namespace calque::tools {
namespace {

constexpr Option kOptions[] = {
    {"language", 'l', "L", "Language of the text, such as fr; else detected, or the tagger's"},
    {.name = "input",
     .letter = 'i',
     .value = "NAME",
     .help = "auto, documents in any format; the name of that format; or conll, a token a line "
             "with a blank line after a sentence",
     .default_value = "auto",
     .names = NamesOf::kInputFormats,
     .also = "auto conll"},
    {"format", 'f', "jsonl|brat|conll",
     "One JSON object a mention; brat's stand-off lines; or a token a line with a BIO tag",
     "jsonl"},
    {"tagger", '\0', "FILE", "Tagger that `calque learn --entities` wrote (with --input conll)"},
    kNames,
};

constexpr std::string_view kExamples[] = {
    "calque entities dispatch.txt",
    "calque entities --input conll --format conll --tagger en.tagger test.conll",
};

std::shared_ptr<const internal::EntityGrammar> GrammarOf(const std::string& language,
                                                         const Arguments& arguments) {
  const auto folder = internal::DefaultDataDirectory();
  return internal::EntityGrammar::FromJson(internal::LoadLanguageFile(folder, language), language,
                                           folder, arguments.All("names"));
}

void WriteJsonLines(const Document& document, const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    std::cout << internal::DumpJson({{"document", document.id},
                                     {"begin", mention.span.begin},
                                     {"end", mention.span.end},
                                     {"kind", ToString(mention.kind)},
                                     {"key", mention.key},
                                     {"probability", internal::ShortDouble(mention.probability)},
                                     {"text", mention.span.In(document.text)}})
              << '\n';
  }
}

// brat counts characters and has a mention on one line.
void WriteBrat(const Document& document, const std::vector<Mention>& mentions) {
  std::size_t characters = 0;
  std::uint32_t at = 0;
  std::size_t number = 0;
  for (const Mention& mention : mentions) {
    const std::string_view text(document.text);
    characters += internal::CodePointCount(text.substr(at, mention.span.begin - at));
    at = mention.span.begin;
    std::string name(mention.span.In(text));
    for (char& c : name) c = c == '\n' || c == '\r' ? ' ' : c;
    std::cout << 'T' << ++number << '\t' << ToString(mention.kind) << ' ' << characters << ' '
              << characters + internal::CodePointCount(name) << '\t' << name << '\n';
  }
}

void WriteConll(const Document& document, const std::vector<Mention>& mentions) {
  std::vector<internal::TagSpan> spans;
  for (const Mention& mention : mentions) {
    if (internal::IsValueKey(mention.key)) continue;
    const IndexRange<Token> tokens = internal::TokensOf(document, mention.span);
    spans.push_back({tokens.begin, tokens.end, std::string(internal::ConllTypeOf(mention.kind))});
  }
  const std::vector<std::string> tags = internal::TagsOfSpans(spans, document.tokens.size());
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      std::cout << document.TextOf(document.tokens[t]) << '\t' << tags[t] << '\n';
    }
    std::cout << '\n';
  }
}

std::vector<std::vector<std::string>> TagsOf(const std::vector<internal::TaggedSentence>& sentences,
                                             const Arguments& arguments) {
  if (!arguments.Has("tagger")) {
    if (!arguments.Has("language")) {
      throw Error(ErrorCode::kUsage, "entities --input conll needs --tagger or --language");
    }
    const auto grammar = GrammarOf(arguments.Get("language"), arguments);
    return internal::TagNames(sentences, grammar->names(), grammar->tagger());
  }
  arguments.RefuseWithoutEffect({"language"}, "with --tagger, which is of one language");
  const std::string path = arguments.Get("tagger");
  const auto tagger = internal::Tagger::FromBytes(internal::ReadFile(path), path);
  std::vector<std::vector<std::string>> tags;
  const auto tagged = tagger->Tag(sentences, GrammarOf(tagger->language(), arguments)->names());
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    tags.push_back(internal::TagsOfSpans(tagged[s].spans, sentences[s].tokens.size()));
  }
  return tags;
}

// The lines as they came, a tag behind each that holds a token.
void TagLines(const std::string& path, const Arguments& arguments) {
  const std::string text = internal::ReadFile(path);
  const std::vector<internal::TaggedSentence> sentences =
      internal::ReadTaggedText(text, path, internal::TagColumn::kNone);
  std::vector<std::string> tags;
  for (const std::vector<std::string>& sentence : TagsOf(sentences, arguments)) {
    tags.insert(tags.end(), sentence.begin(), sentence.end());
  }
  std::size_t next = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line(text.data() + begin, end - begin);
    const bool has_return = line.ends_with('\r');
    if (has_return) line.remove_suffix(1);
    begin = end + 1;
    std::cout << line;
    if (internal::HoldsToken(line)) {
      std::cout << (line.find('\t') == std::string_view::npos ? ' ' : '\t') << tags[next++];
    }
    std::cout << (has_return ? "\r\n" : "\n");
  }
}

int RunEntities(const Arguments& arguments) {
  const std::string& path = arguments.Operands(1)[0];
  const std::string format = arguments.Get("format");
  if (arguments.Get("input") == "conll") {
    if (format != "conll") {
      throw Error(ErrorCode::kUsage, "entities --input conll goes with --format conll");
    }
    TagLines(path, arguments);
    return 0;
  }
  arguments.RefuseWithoutEffect({"tagger"}, "without --input conll");
  EngineOptions options = EngineOptionsFrom(arguments);
  options.use_model = false;
  const Engine engine(std::move(options));
  std::size_t documents = 0;
  return ReadEachDocument(engine, arguments, [&](const Document& document) {
    if (++documents > 1 && format == "brat") {
      throw Error(ErrorCode::kBadInput, {path},
                  "holds several documents; a brat file is of one, choose --format jsonl");
    }
    const std::vector<Mention> mentions = engine.FindMentions(document);
    if (format == "brat") {
      WriteBrat(document, mentions);
    } else if (format == "conll") {
      WriteConll(document, mentions);
    } else {
      WriteJsonLines(document, mentions);
    }
  });
}

}  // namespace

extern const Verb kEntitiesVerb;
const Verb kEntitiesVerb = {
    "entities",
    "FILE",
    "names and values of documents",
    "Finds persons, organisations, places, numbers, amounts, dates and the like, each with a key "
    "that is the same for all mentions of one entity or value, in any language. With --input conll "
    "it tags text that comes a token a line.",
    kOptions,
    kExamples,
    RunEntities,
};

}  // namespace calque::tools
