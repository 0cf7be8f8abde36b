#include "align/read/readers.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "align/read/plain_text.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

bool IsAnything(std::string_view) { return true; }

// The most telling first; plain text takes what no other format recognises.
constexpr InputFormat kFormats[] = {
    {"text", "plain text, one document", &IsAnything, &ReadPlainTextFrom},
};

const InputFormat& FormatNamed(const std::string& name) {
  const auto found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                  [&](const InputFormat& format) { return format.name == name; });
  if (found != std::end(kFormats)) return *found;
  std::string known;
  for (const InputFormat& format : kFormats) known += " " + std::string(format.name);
  throw Error(ErrorCode::kUsage,
              "no input format is called `" + name + "`; the formats are" + known);
}

const InputFormat& FormatOf(std::string_view head) {
  return *std::find_if(std::begin(kFormats), std::end(kFormats),
                       [&](const InputFormat& format) { return format.recognises(head); });
}

}  // namespace

std::span<const InputFormat> InputFormats() { return kFormats; }

void ReadDocuments(std::unique_ptr<ByteSource> source, const ReadOptions& options,
                   const DocumentSink& sink) {
  if (!options.format.empty()) return FormatNamed(options.format).read(*source, options, sink);
  std::string head = ReadHead(*source, kFormatHead);
  const InputFormat& format = FormatOf(head);
  const auto whole = Prepend(std::move(head), std::move(source));
  format.read(*whole, options, sink);
}

RawDocument ReadOneDocument(std::string bytes, const std::string& name,
                            const ReadOptions& options) {
  std::optional<RawDocument> only;
  const auto sink = [&](RawDocument document) {
    if (only) {
      throw Error(ErrorCode::kBadInput, {name},
                  "holds several documents where one is wanted; take them apart or use batch");
    }
    only = std::move(document);
  };
  ReadDocuments(OpenMemory(bytes, name), options, sink);
  if (!only) throw Error(ErrorCode::kBadInput, {name}, "holds no document");
  return std::move(*only);
}

}  // namespace calque::internal
