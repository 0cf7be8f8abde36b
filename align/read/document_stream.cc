#include "align/read/document_stream.h"

#include <set>
#include <utility>

#include "align/base/iso_date.h"
#include "align/base/printable.h"
#include "align/read/readers.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::size_t kShownIds = 10;
constexpr std::size_t kMostIds = 1000;  // more are not counted

// Of several documents that an input holds where one is wanted: what is needed for a message.
class Choices {
 public:
  void Add(const std::string& id) {
    if (!ids_.insert(id).second) return;
    if (ids_.size() <= kShownIds) list_ += "\n  " + id;
  }
  [[nodiscard]] std::string List() const {
    if (ids_.size() <= kShownIds) return list_;
    const std::string count = std::to_string(ids_.size() - kShownIds);
    return list_ + "\n  and " + (ids_.size() > kMostIds ? "many" : count) + " more";
  }
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  std::set<std::string> ids_;
  std::string list_;
};

}  // namespace

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

RawDocument TakeOneDocument(DocumentStream& stream, const std::string& name,
                            const std::string& choice) {
  std::optional<RawDocument> chosen;
  Choices choices;
  Choices chosen_ids;
  while (std::optional<RawDocument> document = stream.Next()) {
    if (choices.size() <= kMostIds) choices.Add(document->id);
    if (choice.empty() && choices.size() > kMostIds) break;
    if (!choice.empty() && document->id != choice && document->file != choice) continue;
    chosen_ids.Add(document->id);
    const bool newer = !chosen || VersionOf(document->metadata) >= VersionOf(chosen->metadata);
    if (newer) chosen = std::move(document);
  }
  if (chosen_ids.size() > 1) {
    throw Error(ErrorCode::kBadInput, {name},
                "holds several documents where one is wanted; name one behind the file, as " +
                    name + "!ID:" + chosen_ids.List());
  }
  if (chosen) return std::move(*chosen);
  if (choices.size() == 0) throw Error(ErrorCode::kBadInput, {name}, "holds no document");
  throw Error(ErrorCode::kBadInput, {name},
              "holds no document `" + choice + "`; those in it are:" + choices.List());
}

RawDocument ReadOneDocument(std::string_view bytes, const std::string& name,
                            const ReadOptions& options) {
  DocumentStream stream(OpenMemory(bytes, name), options);
  return TakeOneDocument(stream, name, {});
}

}  // namespace calque::internal
