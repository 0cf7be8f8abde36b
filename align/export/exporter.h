// Writers of bitexts. One file a format and one line in the table `exporters.cc`.
#pragma once

#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calque/bitext.h"

namespace calque::internal {

// Writes a stream of bitexts; memory does not grow with their number.
class Exporter {
 public:
  virtual ~Exporter() = default;
  virtual void Begin() {}
  virtual void Write(const Bitext& bitext) = 0;
  virtual void End() {}
  // What the format could not hold, once each, for the user: `null beads left out: 3`.
  [[nodiscard]] virtual std::vector<std::string> Losses() const { return {}; }
};

// Opens a further output of a format that needs several files: `suffix` such as `.fr` is put behind
// the name the user gave.
using OpenSibling = std::ostream& (*)(void* context, std::string_view suffix);

struct ExportTarget {
  std::ostream* main = nullptr;
  void* context = nullptr;
  OpenSibling open_sibling = nullptr;  // null where the output is a single stream
};

struct ExportFormat {
  std::string_view name;      // `tmx`
  std::string_view suffixes;  // `.tmx`, several separated by blanks
  std::string_view summary;   // for --help
  std::unique_ptr<Exporter> (*make)(const ExportTarget& target);
};

// Sorted by name.
[[nodiscard]] std::span<const ExportFormat> ExportFormats();
// Null where there is none.
[[nodiscard]] const ExportFormat* FindExportFormat(std::string_view name);
[[nodiscard]] const ExportFormat* ExportFormatOfFile(std::string_view file_name);

}  // namespace calque::internal
