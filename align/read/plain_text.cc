#include "align/read/plain_text.h"

#include <charconv>
#include <memory>
#include <utility>

#include "align/io/charset.h"
#include "align/io/length_limit.h"
#include "align/read/document_readers.h"

namespace calque::internal {

std::string IdOfName(const std::string& name) {
  const std::size_t end = name.find_last_not_of("/!") + 1;
  const std::string whole = name.substr(0, end);
  const std::size_t at = whole.find_last_of("/!");
  return at == std::string::npos ? whole : whole.substr(at + 1);
}

std::uint64_t VersionOf(const std::map<std::string, std::string>& metadata) {
  std::uint64_t version = 0;
  const auto found = metadata.find(std::string(kVersionKey));
  if (found == metadata.end()) return version;
  const std::string& text = found->second;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

RawDocument ReadPlainText(std::string bytes, const std::string& name, const ReadOptions& options) {
  DecodedText decoded = DecodeText(std::move(bytes), name, options.charset);
  if (decoded.text.size() > options.document_limit) RefuseLength({name}, options.document_limit);
  RawDocument document;
  document.id = IdOfName(name);
  document.text = std::move(decoded.text);
  document.diagnostics = std::move(decoded.diagnostics);
  return document;
}

namespace {

class PlainTextReader : public DocumentReader {
 public:
  PlainTextReader(std::unique_ptr<ByteSource> source, ReadOptions options)
      : source_(std::move(source)), options_(std::move(options)) {}

  std::optional<RawDocument> Next() override {
    if (source_ == nullptr) return std::nullopt;
    const auto source = std::exchange(source_, nullptr);
    return ReadPlainText(ReadAll(*source, options_.document_limit), source->name(), options_);
  }

 private:
  std::unique_ptr<ByteSource> source_;  // null once it is read
  ReadOptions options_;
};

}  // namespace

std::unique_ptr<DocumentReader> OpenPlainText(std::unique_ptr<ByteSource> source,
                                              const ReadOptions& options) {
  return std::make_unique<PlainTextReader>(std::move(source), options);
}

}  // namespace calque::internal
