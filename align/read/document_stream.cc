#include "align/read/document_stream.h"

#include <utility>

#include "align/base/iso_date.h"
#include "align/base/printable.h"
#include "align/read/readers.h"
#include "calque/error.h"

namespace calque::internal {

DocumentStream::DocumentStream(const std::string& path, ReadOptions options,
                               InputFilesOptions files)
    : options_(std::move(options)), files_(path, std::move(files)) {}

DocumentStream::DocumentStream(std::unique_ptr<ByteSource> source, ReadOptions options,
                               InputFilesOptions files)
    : options_(std::move(options)), files_(std::move(source), std::move(files)) {}

std::optional<RawDocument> DocumentStream::Next() {
  for (;;) {
    if (reader_ == nullptr) {
      std::optional<InputFile> file = files_.Next();
      if (!file) return std::nullopt;
      file_ = std::move(*file);
      ordinal_ = 0;
      ReadOptions options = options_;
      if (!file_.charset.empty()) options.charset = file_.charset;
      reader_ = OpenDocuments(std::move(file_.source), options);
    }
    // Out of the way while it reads: where it throws there may be nothing more to be had from it.
    std::unique_ptr<DocumentReader> reader = std::move(reader_);
    std::optional<RawDocument> document;
    try {
      document = reader->Next();
    } catch (const Error&) {
      if (reader->GoesOn()) reader_ = std::move(reader);
      throw;
    }
    if (!document) continue;
    reader_ = std::move(reader);
    document->file = file_.name;
    // Names go into messages, lists and JSON, and a file may be called anything.
    if (document->id.empty()) document->id = file_.name + "#" + std::to_string(ordinal_);
    document->id = Printable(document->id);
    for (Diagnostic& diagnostic : document->diagnostics) {
      diagnostic.location.name = Printable(diagnostic.location.name);
    }
    document->ordinal = ordinal_++;
    if (!file_.address.empty()) {
      // Many pages of a site are called alike.
      if (document->id == IdOfName(file_.address)) document->id = file_.address;
      document->metadata.emplace(kAddressKey, file_.address);
      document->metadata.emplace(kPublishedKey, IsoTime(file_.date));
    }
    return document;
  }
}

}  // namespace calque::internal
