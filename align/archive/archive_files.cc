#include "align/archive/archive_files.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "align/base/printable.h"
#include "align/base/utf8.h"
#include "align/io/folder_files.h"
#include "align/io/suffix.h"
#include "align/read/document_stream.h"

namespace calque::internal {

namespace fs = std::filesystem;

namespace {

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// A name that is no UTF-8, or breaks a line, could be written to no list.
void CheckName(const ArchiveFile& file) {
  const std::string& name = file.name;
  const bool control = std::any_of(name.begin(), name.end(), IsControl);
  if (!control && FirstInvalidUtf8(name) == name.size()) return;
  throw Error(ErrorCode::kBadInput, {Printable(file.path)},
              "the file name is not valid UTF-8 or holds control characters; rename the file");
}

std::string IdIn(const RawDocument& raw, const ArchiveFile& file) {
  std::string id = raw.id;
  if (id == IdOfName(raw.file)) {
    id = raw.file == FileNameOf(file.name) ? file.name : file.name + "!" + raw.file;
  }
  std::replace_if(id.begin(), id.end(), IsControl, ' ');  // ids stand in lines of columns
  return id;
}

}  // namespace

std::vector<ArchiveFile> ListArchive(const std::string& root) {
  if (root == "-") {
    throw Error(ErrorCode::kUsage,
                "an archive is not read from standard input; name a folder or a file");
  }
  std::error_code failure;
  const fs::file_status status = fs::status(root, failure);
  if (!fs::exists(status)) {
    throw Error(ErrorCode::kMissingInput, {root}, "is not there; name a folder or a file");
  }
  if (!fs::is_directory(status)) return {{std::string(FileNameOf(root)), root}};
  std::vector<ArchiveFile> files;
  FolderFiles listed(root);
  for (;;) {
    try {
      std::optional<FolderFile> file = listed.Next();
      if (!file) return files;
      files.push_back({std::move(file->name), file->path.string()});
    } catch (const Error& error) {
      // One of the folders cannot be listed: it counts as a file that cannot be read.
      const std::string& folder = error.location().name;
      if (fs::equivalent(folder, root, failure)) throw;
      files.push_back({fs::relative(folder, root, failure).string(), folder});
    }
  }
}

std::uint32_t ReadArchiveFile(const ArchiveFile& file,
                              const std::function<void(RawDocument, std::uint32_t)>& visit,
                              const std::function<void(const Error&)>& failed) {
  std::uint32_t count = 0;
  std::unique_ptr<DocumentStream> stream;
  for (;;) {
    std::optional<RawDocument> raw;
    try {
      if (stream == nullptr) {
        CheckName(file);
        stream = std::make_unique<DocumentStream>(file.path);
      }
      raw = stream->Next();
    } catch (const Error& error) {
      failed(error);
      if (stream == nullptr || error.code() == ErrorCode::kMissingInput) return count;
      continue;
    }
    if (!raw) return count;
    raw->id = IdIn(*raw, file);
    visit(std::move(*raw), count++);
  }
}

}  // namespace calque::internal
