// Writers of bitexts. One file a format, all listed in exporters.cc.
#pragma once

#include <cstdint>
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
  virtual void Write(const Bitext& bitext) = 0;
  // Writes the bitext that `line` is in the master form (read/bitext_json.h), without its line end,
  // where that is its form here, too. False where it has to be read first.
  [[nodiscard]] virtual bool WriteLine(std::string_view /*line*/) { return false; }
  // Completes the output; without bitexts it is a valid file of none. Nothing is written after it.
  virtual void End() {}
  // What the format could not hold so far, a line each, for the user: `null beads left out: 3`.
  [[nodiscard]] virtual std::vector<std::string> Losses() const { return {}; }
};

// Where a writer puts its bytes: files (export_file.h) or, in tests, memory. Streams live as long
// as the target or until they are closed.
class ExportTarget {
 public:
  virtual ~ExportTarget() = default;
  // What the user named.
  [[nodiscard]] virtual std::ostream& Main() = 0;
  // A further file, for formats of several; `name` is relative to the folder of the main file and
  // may have folders of its own: `en/dispatch.xml`. Throws Error: kUsage where the output is a
  // single stream, kCannotWrite.
  [[nodiscard]] virtual std::ostream& Open(const std::string& name) = 0;
  // Nothing more will be written to a file of Open().
  virtual void Close(const std::string& name) = 0;
  // A file that an earlier run left, compressed or not, and that this one has no use for: it goes
  // where this one does not write it, when the files get their names. Whether there is one.
  virtual bool Remove(const std::string& /*name*/) { return false; }
  // The name of the main file without folder and suffix of the format: `out` of `corpora/out.tmx`.
  [[nodiscard]] virtual const std::string& stem() const = 0;
  // Which part of a divided corpus is written, `train`, `dev`, `test`, for formats that hold all
  // parts in one folder; empty for a corpus that is not divided.
  [[nodiscard]] virtual std::string_view part() const { return {}; }
};

// What sets a format apart for those who choose beads and divide corpora.
enum class ExportTrait : std::uint8_t {
  kNone,
  kHoldsParts,       // the parts of a divided corpus are one folder, with a card in it
  kNeedsWholeTexts,  // of a chosen corpus too: it says where beads stand in them
  kHoldsBeadsAlone,  // words, names and findings need not be looked for
};

struct ExportFormat {
  std::string_view name;      // `tmx`
  std::string_view suffixes;  // `.tmx`, several separated by blanks; may be empty
  std::string_view summary;   // for --help
  std::unique_ptr<Exporter> (*make)(ExportTarget& target);
  ExportTrait trait = ExportTrait::kNone;
};

// Sorted by name.
[[nodiscard]] std::span<const ExportFormat> ExportFormats();
// Null where there is none.
[[nodiscard]] const ExportFormat* FindExportFormat(std::string_view name);
// By the longest suffix that fits, one of a compression aside: `x.tmx.gz` is TMX.
[[nodiscard]] const ExportFormat* ExportFormatOfFile(std::string_view file_name);

}  // namespace calque::internal
