// calque segment: sentences of one document.
#include <iostream>

#include "align/io/json.h"
#include "calque/engine.h"
#include "tools/calque/arguments.h"
#include "tools/calque/common.h"

namespace calque::tools {
namespace {

constexpr Option kOptions[] = {
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

void WriteLines(const Document& document) {
  bool first = true;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.sentences.empty()) continue;
    if (!first) std::cout << '\n';
    first = false;
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
      const internal::Json line = {{"begin", sentence.span.begin},
                                   {"end", sentence.span.end},
                                   {"paragraph", p},
                                   {"kind", ToString(paragraph.kind)},
                                   {"confidence", sentence.confidence},
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
  const Document document = engine.ReadFile(arguments.Operands(1)[0], Side::kSource);
  Messages(arguments).Say(document.diagnostics);
  if (arguments.Get("format") == "jsonl") {
    WriteJsonLines(document);
  } else {
    WriteLines(document);
  }
  return 0;
}

}  // namespace

extern const Verb kSegmentVerb;
const Verb kSegmentVerb = {
    "segment",
    "FILE",
    "split a document into sentences",
    "Splits a dispatch, in any input format, into sentences. Every character of the text is kept, "
    "white space aside; furniture and credit lines are sentences of their own.",
    kOptions,
    kExamples,
    RunSegment,
};

}  // namespace calque::tools
