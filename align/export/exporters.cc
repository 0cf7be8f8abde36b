// The table of formats that bitexts are written in: a new one is a file and a line here.
#include "align/export/exporter.h"
#include "align/export/writers.h"
#include "align/io/compression.h"
#include "align/io/suffix.h"

namespace calque::internal {
namespace {

constexpr ExportFormat kFormats[] = {
    {"beads", ".beads", "0,1:2<TAB>score, sentence indices from 0", MakeBeadsExporter,
     ExportTrait::kHoldsBeadsAlone},
    {"bitextor", ".bitextor", "Bitextor's TSV, columns of credits behind its own",
     MakeBitextorExporter},
    {"brat", ".brat", "brat standoff: mentions and credits, pairs in a third file",
     MakeBratExporter},
    {"conll", ".conll", "a token and its BIO tag a line, a file a language", MakeConllExporter},
    {"conllu", ".conllu", "CoNLL-U with word links (Align=), a file a language",
     MakeConlluExporter},
    {"deferred", ".deferred", "places and SHA-256 sums of beads without their texts",
     MakeDeferredExporter, ExportTrait::kNeedsWholeTexts},
    {"hf", ".hf", "dataset folder of Hugging Face: JSON Lines and a card", MakeHuggingFaceExporter,
     ExportTrait::kHoldsParts},
    {"html", ".html", "a page to read and review; for several bitexts an index and a page each",
     MakeHtmlExporter},
    {"jsonl", ".jsonl .json", "calque/bitext/1, a bitext a line; holds everything",
     MakeJsonlExporter},
    {"ladder", ".ladder", "hunalign's ladder of sentence indices", MakeLadderExporter,
     ExportTrait::kHoldsBeadsAlone},
    {"links", ".links", "line<TAB>source<TAB>target<TAB>kind<TAB>score, an entity pair a line",
     MakeLinksExporter},
    {"moses", ".moses", "a text file a language, line by line, with ids and credits beside them",
     MakeMosesExporter},
    {"pharaoh", ".pharaoh", "word links i-j, the tokens in a file a language beside them",
     MakePharaohExporter},
    {"tei", ".tei .tei.xml", "TEI P5: both texts whole, sentences and links", MakeTeiExporter},
    {"tmx", ".tmx", "TMX 1.4b, for translation memories", MakeTmxExporter},
    {"tsv", ".tsv", "a bead a line under a header that names the columns", MakeTsvExporter},
    {"xces", ".xces", "links of OPUS, the documents as XML beside them", MakeXcesExporter},
    {"xliff12", ".xlf .xliff .xliff12", "XLIFF 1.2, for translation tools", MakeXliff12Exporter},
    {"xliff21", ".xliff21 .21.xlf", "XLIFF 2.1 with metadata and matches", MakeXliff21Exporter},
};

}  // namespace

std::span<const ExportFormat> ExportFormats() { return kFormats; }

const ExportFormat* FindExportFormat(std::string_view name) {
  return FindByName(ExportFormats(), name);
}

const ExportFormat* ExportFormatOfFile(std::string_view file_name) {
  return FindBySuffix(ExportFormats(), WithoutCompression(file_name));
}

}  // namespace calque::internal
