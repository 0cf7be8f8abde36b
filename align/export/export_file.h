// A corpus file in any format, whole or not at all.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/export/exporter.h"
#include "align/io/file.h"
#include "align/io/input_guard.h"

namespace calque::internal {

// A file and those beside it, each under a temporary name until Commit(); destroyed without it,
// nothing is left behind. Compressed where `path` ends in `.gz`, `.bz2`, `.xz` or `.zst`; `-` is
// standard output.
class ExportFiles : public ExportTarget {
 public:
  // `suffixes` of the format tell the stem; `part` of a divided corpus, see ExportTarget::part();
  // `inputs` are not to be written over.
  ExportFiles(std::filesystem::path path, std::string_view suffixes, std::string_view part = {},
              InputGuard inputs = {});
  ~ExportFiles() override;
  ExportFiles(const ExportFiles&) = delete;
  ExportFiles& operator=(const ExportFiles&) = delete;

  std::ostream& Main() override;
  std::ostream& Open(const std::string& name) override;
  // A corpus may have a file a document: of those that are complete only the names are kept.
  void Close(const std::string& name) override;
  bool Remove(const std::string& name) override;
  const std::string& stem() const override { return stem_; }
  std::string_view part() const override { return part_; }

  // Throws Error{kCannotWrite} where the disk is full.
  void Check();
  void Commit();
  // What Commit() put in its place, sorted; not standard output.
  [[nodiscard]] const std::vector<std::string>& written() const { return written_; }

 private:
  [[nodiscard]] std::filesystem::path PathOf(const std::string& name) const;
  void MakeFolder(const std::filesystem::path& folder);

  std::filesystem::path path_;
  std::string stem_;
  std::string part_;
  InputGuard inputs_;
  std::unique_ptr<OutputFile> main_;
  std::map<std::string, std::unique_ptr<OutputFile>> siblings_;
  std::vector<std::unique_ptr<TemporaryFile>> closed_;
  std::vector<std::filesystem::path> made_folders_;  // outermost first; until Commit()
  std::vector<std::filesystem::path> obsolete_;
  std::vector<std::string> written_;
};

// Bitexts into `path` (`-`: standard output) and the files beside it that the format needs. Every
// file is written under a temporary name; Commit() gives them their names. Destroyed without it,
// nothing is left behind. Where `path` ends as that of a compressed file, all are compressed.
class ExportFile {
 public:
  // `part` and `inputs` as for ExportFiles. `format` must outlive the file. Throws Error:
  // kCannotWrite, kUsage where it would be written over an input.
  ExportFile(const ExportFormat& format, const std::string& path, std::string_view part = {},
             InputGuard inputs = {});
  ExportFile(const ExportFile&) = delete;
  ExportFile& operator=(const ExportFile&) = delete;

  // Throws Error: kCannotWrite where the disk is full, kUsage where the format is several files and
  // cannot go to standard output; what is buffered may fail later.
  void Write(const Bitext& bitext);
  // The same for a bitext in the master form; see Exporter::WriteLine().
  [[nodiscard]] bool WriteLine(std::string_view line);
  // Completes the files; says what the format could not hold, a line each.
  [[nodiscard]] std::vector<std::string> Commit();
  [[nodiscard]] const std::vector<std::string>& written() const { return files_.written(); }

 private:
  [[nodiscard]] Exporter& exporter();

  const ExportFormat& format_;
  ExportFiles files_;
  std::unique_ptr<Exporter> exporter_;
};

}  // namespace calque::internal
