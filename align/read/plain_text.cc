#include "align/read/plain_text.h"

#include <utility>

#include "align/io/charset.h"

namespace calque::internal {

std::string IdOfName(const std::string& name) {
  const std::size_t at = name.find_last_of("/!");
  return at == std::string::npos ? name : name.substr(at + 1);
}

RawDocument ReadPlainText(std::string bytes, const std::string& name, const ReadOptions& options) {
  DecodedText decoded = DecodeText(std::move(bytes), name);
  if (decoded.text.size() > options.document_limit) {
    throw Error(ErrorCode::kBadInput, {name},
                "is longer than the limit of " + std::to_string(options.document_limit >> 20) +
                    " MiB a document; split it");
  }
  RawDocument document;
  document.id = IdOfName(name);
  document.text = std::move(decoded.text);
  document.diagnostics = std::move(decoded.diagnostics);
  return document;
}

void ReadPlainTextFrom(ByteSource& source, const ReadOptions& options, const DocumentSink& sink) {
  sink(ReadPlainText(ReadAll(source, options.document_limit), source.name(), options));
}

}  // namespace calque::internal
