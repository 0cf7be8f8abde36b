// A corpus file in any format, whole or not at all.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/export/exporter.h"
#include "align/io/file.h"

namespace calque::internal {

// Bitexts into `path` (`-`: standard output) and the files beside it that the format needs. Every
// file is written under a temporary name; Commit() gives them their names. Destroyed without it,
// nothing is left behind. Where `path` ends in `.gz`, `.xz` or `.zst`, every file is compressed.
class ExportFile {
 public:
  // `part` of a divided corpus, see ExportTarget::part(). Throws Error{kCannotWrite}.
  ExportFile(const ExportFormat& format, const std::string& path, std::string_view part = {});
  ~ExportFile();
  ExportFile(const ExportFile&) = delete;
  ExportFile& operator=(const ExportFile&) = delete;

  // Throws Error{kCannotWrite} where the disk is full; what is buffered may fail later.
  void Write(const Bitext& bitext);
  // Completes the files; says what the format could not hold, a line each.
  [[nodiscard]] std::vector<std::string> Commit();

 private:
  class Files;

  std::unique_ptr<Files> files_;
  std::unique_ptr<Exporter> exporter_;
};

}  // namespace calque::internal
