#include "align/export/export_file.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "align/io/compression.h"
#include "align/io/suffix.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

// The card of a dataset is for people to read as it is.
constexpr std::string_view kNeverCompressed = "README.md";

std::string StemOf(const fs::path& path, std::string_view suffixes) {
  const std::string whole = path.filename().string();
  const std::string name(WithoutCompression(whole));
  std::string_view suffix = SuffixOf(name, suffixes);
  if (suffix.empty()) return fs::path(name).stem().string();
  return name.substr(0, name.size() - suffix.size());
}

}  // namespace

ExportFiles::ExportFiles(fs::path path, std::string_view suffixes, std::string_view part,
                         InputGuard inputs)
    : path_(std::move(path)),
      stem_(StemOf(path_, suffixes)),
      part_(part),
      inputs_(std::move(inputs)) {}

ExportFiles::~ExportFiles() {
  siblings_.clear();
  closed_.clear();
  std::error_code ignored;
  for (; !made_folders_.empty(); made_folders_.pop_back()) {
    fs::remove(made_folders_.back(), ignored);  // not where there is something in it
  }
}

std::ostream& ExportFiles::Main() {
  if (!main_) {
    inputs_.Check(path_);
    main_ = std::make_unique<OutputFile>(path_);
  }
  return main_->stream();
}

std::ostream& ExportFiles::Open(const std::string& name) {
  if (path_ == "-") {
    throw Error(ErrorCode::kUsage,
                "this format is several files and cannot go to standard output; name a file");
  }
  const fs::path path = PathOf(name);
  inputs_.CheckSibling(path);
  if (path.has_parent_path()) MakeFolder(path.parent_path());
  auto& file = siblings_[name];
  file = std::make_unique<OutputFile>(path);
  return file->stream();
}

void ExportFiles::MakeFolder(const fs::path& folder) {
  std::error_code failure;
  if (fs::exists(folder, failure)) return;
  if (folder.has_parent_path()) MakeFolder(folder.parent_path());
  failure.clear();
  if (fs::create_directory(folder, failure)) made_folders_.push_back(folder);
  if (failure) {
    throw Error(ErrorCode::kCannotWrite, {folder.string()},
                "the folder cannot be made: " + failure.message());
  }
}

void ExportFiles::Close(const std::string& name) {
  const auto file = siblings_.find(name);
  if (auto closed = file->second->Detach()) closed_.push_back(std::move(closed));
  siblings_.erase(file);
}

bool ExportFiles::Remove(const std::string& name) {
  const fs::path plain = path_.parent_path() / name;
  const std::size_t before = obsolete_.size();
  const auto note = [&](const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return;
    inputs_.CheckSibling(path);
    obsolete_.push_back(path);
  };
  note(plain);
  for (const std::string_view suffix : CompressionSuffixes()) note(fs::path(plain) += suffix);
  return obsolete_.size() > before;
}

void ExportFiles::Check() {
  if (main_) main_->Check();
  for (const auto& [name, file] : siblings_) file->Check();
}

void ExportFiles::Commit() {
  for (const auto& [name, file] : siblings_) file->Close();
  if (main_) main_->Close();
  while (!closed_.empty()) {
    closed_.back()->Commit();
    written_.push_back(closed_.back()->target().string());
    closed_.pop_back();
  }
  for (const auto& [name, file] : siblings_) {
    file->Commit();
    written_.push_back(PathOf(name).string());
  }
  if (main_) main_->Commit();
  made_folders_.clear();
  if (main_ && path_ != "-") written_.push_back(path_.string());
  std::sort(written_.begin(), written_.end());
  for (const fs::path& path : obsolete_) {
    std::error_code ignored;
    if (!std::ranges::binary_search(written_, path.string())) fs::remove(path, ignored);
  }
}

fs::path ExportFiles::PathOf(const std::string& name) const {
  fs::path path = path_.parent_path() / name;
  if (path.filename() != kNeverCompressed) path += CompressionSuffix(path_.native());
  return path;
}

ExportFile::ExportFile(const ExportFormat& format, const std::string& path, std::string_view part,
                       InputGuard inputs)
    : format_(format), files_(path, format.suffixes, part, std::move(inputs)) {
  // A file shows at once that it cannot be written. Standard output gets nothing, no header either,
  // before there is a bitext.
  if (path != "-") exporter_ = format_.make(files_);
}

Exporter& ExportFile::exporter() {
  if (!exporter_) exporter_ = format_.make(files_);
  return *exporter_;
}

void ExportFile::Write(const Bitext& bitext) {
  errno = 0;
  exporter().Write(bitext);
  files_.Check();
}

bool ExportFile::WriteLine(std::string_view line) {
  errno = 0;
  const bool is_written = exporter().WriteLine(line);
  files_.Check();
  return is_written;
}

std::vector<std::string> ExportFile::Commit() {
  exporter().End();
  files_.Commit();
  return exporter_->Losses();
}

}  // namespace calque::internal
