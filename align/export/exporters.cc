#include "align/export/exporter.h"
#include "align/export/writers.h"
#include "align/io/suffix.h"

namespace calque::internal {
namespace {

constexpr ExportFormat kFormats[] = {
    {"beads", ".beads", "0,1:2<TAB>score, sentence indices from 0", MakeBeadsExporter},
    {"html", ".html", "a page to read and review; for several bitexts an index and a page each",
     MakeHtmlExporter},
    {"jsonl", ".jsonl .json", "calque/bitext/1, a bitext a line; holds everything",
     MakeJsonlExporter},
    {"ladder", ".ladder", "hunalign's ladder of sentence indices", MakeLadderExporter},
    {"links", ".links", "line<TAB>source<TAB>target<TAB>kind<TAB>score, an entity pair a line",
     MakeLinksExporter},
    {"moses", ".moses", "a text file a language, line by line, with ids and credits beside them",
     MakeMosesExporter},
    {"tmx", ".tmx", "TMX 1.4b, for translation memories", MakeTmxExporter},
    {"tsv", ".tsv", "a bead a line under a header that names the columns", MakeTsvExporter},
};

}  // namespace

std::span<const ExportFormat> ExportFormats() { return kFormats; }

const ExportFormat* FindExportFormat(std::string_view name) {
  return FindByName(ExportFormats(), name);
}

const ExportFormat* ExportFormatOfFile(std::string_view file_name) {
  return FindBySuffix(ExportFormats(), file_name);
}

}  // namespace calque::internal
