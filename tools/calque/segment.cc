// calque segment: sentences of documents.
#include <iostream>

#include "align/io/json.h"
#include "align/io/number_text.h"
#include "calque/engine.h"
#include "tools/calque/arguments.h"
#include "tools/calque/common.h"

namespace calque::tools {
namespace {

constexpr Option kOptions[] = {
    kInput,
    {"language", 'l', "L", "Language of the text, such as fr; else detected"},
    {"format", 'f', "lines|jsonl",
     "A sentence a line with a blank line between paragraphs, or one JSON object a sentence with "
     "its byte span, kind of paragraph and confidence",
     "lines"},
    {"quotations", '\0', "split|whole",
     "Whether a quotation of several sentences is split inside or kept whole", "split"},
};

constexpr std::string_view kExamples[] = {
    "calque segment dispatch.txt",
    "calque segment --language fr --format jsonl - < dispatch.txt",
};

// A sentence on one line: a line break inside a hard-wrapped sentence becomes a space.
std::string OnOneLine(std::string_view text) {
  std::string out;
  bool at_break = false;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      at_break = true;
      continue;
    }
    if (at_break && !out.empty() && out.back() != ' ' && c != ' ') out += ' ';
    at_break = false;
    out += c;
  }
  return out;
}

// A blank line between documents too.
void WriteLines(const Document& document, bool* first) {
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.sentences.empty()) continue;
    if (!*first) std::cout << '\n';
    *first = false;
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      std::cout << OnOneLine(document.TextOf(document.sentences[i])) << '\n';
    }
  }
}

void WriteJsonLines(const Document& document) {
  for (std::uint32_t p = 0; p < document.paragraphs.size(); ++p) {
    const Paragraph& paragraph = document.paragraphs[p];
    for (std::uint32_t i = paragraph.sentences.begin; i < paragraph.sentences.end; ++i) {
      const Sentence& sentence = document.sentences[i];
      const internal::Json line = {{"document", document.id},
                                   {"begin", sentence.span.begin},
                                   {"end", sentence.span.end},
                                   {"paragraph", p},
                                   {"kind", ToString(paragraph.kind)},
                                   {"confidence", internal::ShortDouble(sentence.confidence)},
                                   {"text", document.TextOf(sentence)}};
      std::cout << internal::DumpJson(line) << '\n';
    }
  }
}

int RunSegment(const Arguments& arguments) {
  EngineOptions options = EngineOptionsFrom(arguments);
  options.use_model = false;
  options.split_every_paragraph = true;
  options.keep_quotations_whole = arguments.Get("quotations") == "whole";
  const Engine engine(std::move(options));
  const bool jsonl = arguments.Get("format") == "jsonl";
  bool first = true;
  return ReadEachDocument(engine, arguments, [&](const Document& document) {
    if (jsonl) WriteJsonLines(document);
    if (!jsonl) WriteLines(document, &first);
  });
}

}  // namespace

extern const Verb kSegmentVerb;
const Verb kSegmentVerb = {
    "segment",
    "FILE",
    "split documents into sentences",
    "Splits dispatches, in any input format, into sentences: those of a file, a folder or an "
    "archive, one after the other. Every character of a text is kept, white space aside; furniture "
    "and credit lines are sentences of their own.",
    kOptions,
    kExamples,
    RunSegment,
};

}  // namespace calque::tools
