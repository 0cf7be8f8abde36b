// The table of formats that bitexts are read in, and how a file is told its own.
#include <filesystem>

#include "align/base/utf8.h"
#include "align/io/archive_reader.h"
#include "align/io/compression.h"
#include "align/io/suffix.h"
#include "align/io/wide_text.h"
#include "align/read/bitext_readers.h"
#include "align/read/language_finder.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeadSize = 4096;

constexpr BitextFormat kFormats[] = {
    {"bitextor", ".bitextor", "Bitextor's TSV", MainFile::kFile, OpenBitextor},
    {"hf", ".hf", "translation dataset of Hugging Face, JSON Lines", MainFile::kFileOrFolder,
     OpenHuggingFace},
    {"jsonl", ".jsonl .json", "calque/bitext/1, a bitext a line", MainFile::kFile, OpenJsonl},
    {"moses", ".moses", "a text file a language, line by line", MainFile::kNone, OpenMoses},
    {"tei", ".tei .tei.xml", "TEI P5 with sentences and links", MainFile::kFile, OpenTei},
    {"tmx", ".tmx", "TMX 1.1 to 1.4b", MainFile::kFile, OpenTmx},
    {"tsv", ".tsv", "columns as the first line names them, or source, target, score",
     MainFile::kFile, OpenTsv},
    {"xces", ".xces", "links of OPUS, its documents beside it", MainFile::kFile, OpenXces},
    {"xliff", ".xlf .xliff .xliff12 .xliff21", "XLIFF 1.2 and 2.x", MainFile::kFile, OpenXliff},
};

// Suffixes of what is made of bitexts and holds none: lines with tabs that read as TSV.
constexpr std::string_view kWrittenOnly =
    ".beads .brat .conll .conllu .deferred .html .ladder .links .pharaoh";

// What the first bytes of a file say of its format; null where they do not.
const BitextFormat* FormatOfContent(std::string_view head) {
  const auto has = [&](std::string_view what) { return head.find(what) != std::string_view::npos; };
  constexpr std::pair<std::string_view, std::string_view> kRoots[] = {
      {"<tmx", "tmx"},       {"<xliff", "xliff"}, {"<cesAlign", "xces"},
      {"<teiCorpus", "tei"}, {"<TEI", "tei"},     {"<linkGrp", "xces"}};
  for (const auto& [root, name] : kRoots) {
    if (has(root)) return FindBitextFormat(name);
  }
  if (head.starts_with('{') && has("\"calque/bitext/")) return FindBitextFormat("jsonl");
  if (head.starts_with('{') && has("\"translation\"")) return FindBitextFormat("hf");
  const std::string_view line = head.substr(0, head.find('\n'));
  if (line.find('\t') != std::string_view::npos) return FindBitextFormat("tsv");
  return nullptr;
}

// As it is, or compressed.
std::unique_ptr<ByteSource> OpenIfPresent(const fs::path& path) {
  std::error_code ignored;
  if (fs::exists(path, ignored)) return Decompress(OpenPlainFile(path.string()));
  for (const std::string_view suffix : CompressionSuffixes()) {
    const std::string name = path.string() + std::string(suffix);
    if (fs::exists(name, ignored)) return Decompress(OpenPlainFile(name));
  }
  return nullptr;
}

}  // namespace

std::span<const BitextFormat> BitextFormats() { return kFormats; }

const BitextFormat* FindBitextFormat(std::string_view name) {
  return FindByName(BitextFormats(), name);
}

namespace {

// The bytes of the file; other text than XML, whose parser knows charsets itself, as UTF-8.
std::unique_ptr<ByteSource> OpenMain(const std::string& path) {
  std::unique_ptr<ByteSource> source = Decompress(OpenPlainFile(path));
  std::string head = ReadHead(*source, kHeadSize);
  if (IsArchive(head)) {
    throw Error(ErrorCode::kBadInput, {path},
                "is an archive; unpack it, files of bitexts are read one by one");
  }
  const std::string_view wide = WideCharsetOf(head);
  const bool is_xml = DecodeWideHead(head).starts_with('<');
  source = Prepend(std::move(head), std::move(source));
  return wide.empty() || is_xml ? std::move(source) : DecodeWide(std::move(source), wide);
}

std::unique_ptr<BitextReader> OpenAsWritten(std::string path, std::string_view format,
                                            const BitextReadOptions& options) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();  // of a folder
  const BitextFormat* found = FindBitextFormat(format);
  if (found == nullptr && !format.empty()) {
    std::string names;
    for (const BitextFormat& each : BitextFormats()) names += " " + std::string(each.name);
    throw Error(ErrorCode::kUsage, "no bitext format is called `" + std::string(format) +
                                       "`; the formats are" + names);
  }
  const std::string plain_path(WithoutCompression(path));
  if (found == nullptr) found = FindBySuffix(BitextFormats(), plain_path);
  if (found == nullptr && !SuffixOf(plain_path, kWrittenOnly).empty()) {
    throw Error(ErrorCode::kBadInput, {path},
                "is of a format that is only written; read the bitext that it was made of");
  }
  BitextInput input{plain_path, nullptr,
                    [folder = fs::path(path).parent_path()](const std::string& name) {
                      return OpenIfPresent(folder / name);
                    }};
  if (found != nullptr && found->main == MainFile::kNone) {
    return found->open(std::move(input), options);
  }
  std::error_code ignored;
  const bool folder =
      found != nullptr && found->main == MainFile::kFileOrFolder && fs::is_directory(path, ignored);
  if (!folder) input.main = OpenMain(path);
  // JSON Lines of Hugging Face's datasets have the suffix of ours.
  const bool json_lines = found != nullptr && format.empty() && found->name == "jsonl";
  if (found == nullptr || json_lines) {
    std::string head = ReadHead(*input.main, kHeadSize);
    const BitextFormat* told = FormatOfContent(DecodeWideHead(head));
    if (!json_lines && TrimSpace(head).empty())
      throw Error(ErrorCode::kBadInput, {path}, "is empty");
    if (!json_lines || (told != nullptr && told->name == "hf")) found = told;
    input.main = Prepend(std::move(head), std::move(input.main));
  }
  if (found == nullptr) {
    throw Error(
        ErrorCode::kBadInput, {path},
        "is in no format of bitexts that is known; `calque convert --input help` lists them");
  }
  return found->open(std::move(input), options);
}

}  // namespace

std::unique_ptr<BitextReader> OpenBitextFile(const std::string& path, std::string_view format,
                                             const BitextReadOptions& options) {
  auto reader = OpenAsWritten(path, format, options);
  if (options.found == nullptr) return reader;
  return std::make_unique<LanguageFinder>(std::move(reader), path, options.found);
}

}  // namespace calque::internal
