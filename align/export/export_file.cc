#include "align/export/export_file.h"

#include <filesystem>
#include <utility>

#include "align/io/suffix.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

std::string StemOf(const fs::path& path, std::string_view suffixes) {
  const std::string name = path.filename().string();
  std::string_view suffix = SuffixOf(name, suffixes);
  if (suffix.empty()) return path.stem().string();
  return name.substr(0, name.size() - suffix.size());
}

}  // namespace

class ExportFile::Files : public ExportTarget {
 public:
  Files(fs::path path, std::string stem) : path_(std::move(path)), stem_(std::move(stem)) {}

  std::ostream& Main() override {
    if (!main_) main_ = std::make_unique<OutputFile>(path_);
    return main_->stream();
  }

  std::ostream& Open(const std::string& name) override {
    if (path_ == "-") {
      throw Error(ErrorCode::kUsage,
                  "this format is several files and cannot go to standard output; name a file");
    }
    const fs::path path = path_.parent_path() / name;
    std::error_code failure;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), failure);
    if (failure) {
      throw Error(ErrorCode::kCannotWrite, {path.string()},
                  "its folder cannot be made: " + failure.message());
    }
    auto& file = siblings_[name];
    file = std::make_unique<OutputFile>(path);
    return file->stream();
  }

  void Close(const std::string& name) override { siblings_.at(name)->Close(); }
  const std::string& stem() const override { return stem_; }

  void Commit() {
    for (const auto& [name, file] : siblings_) file->Close();
    for (const auto& [name, file] : siblings_) file->Commit();
    if (main_) main_->Commit();
  }

 private:
  fs::path path_;
  std::string stem_;
  std::unique_ptr<OutputFile> main_;
  std::map<std::string, std::unique_ptr<OutputFile>> siblings_;
};

ExportFile::ExportFile(const ExportFormat& format, const std::string& path)
    : files_(std::make_unique<Files>(path, StemOf(path, format.suffixes))),
      exporter_(format.make(*files_)) {}

ExportFile::~ExportFile() = default;

std::vector<std::string> ExportFile::Commit() {
  exporter_->End();
  files_->Commit();
  return exporter_->Losses();
}

}  // namespace calque::internal
