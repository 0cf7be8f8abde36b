#include <filesystem>

#include "align/io/suffix.h"
#include "align/read/bitext_readers.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeadSize = 4096;

constexpr BitextFormat kFormats[] = {
    {"jsonl", ".jsonl .json", "calque/bitext/1, a bitext a line", OpenJsonl},
    {"moses", ".moses", "a text file a language, line by line", OpenMoses},
    {"tmx", ".tmx", "TMX 1.1 to 1.4b", OpenTmx},
    {"tsv", ".tsv", "columns as the first line names them, or source, target, score", OpenTsv},
};

// What the first bytes of a file say of its format; null where they do not.
const BitextFormat* FormatOfContent(std::string_view head) {
  const auto has = [&](std::string_view what) { return head.find(what) != std::string_view::npos; };
  if (has("<tmx")) return FindBitextFormat("tmx");
  if (head.starts_with('{') && has("calque/bitext/")) return FindBitextFormat("jsonl");
  const std::string_view line = head.substr(0, head.find('\n'));
  if (line.find('\t') != std::string_view::npos) return FindBitextFormat("tsv");
  return nullptr;
}

std::unique_ptr<ByteSource> OpenIfPresent(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return nullptr;
  return OpenPlainFile(path.string());
}

}  // namespace

std::span<const BitextFormat> BitextFormats() { return kFormats; }

const BitextFormat* FindBitextFormat(std::string_view name) {
  return FindByName(BitextFormats(), name);
}

std::unique_ptr<BitextReader> OpenBitextFile(const std::string& path, std::string_view format,
                                             const BitextReadOptions& options) {
  const BitextFormat* found = FindBitextFormat(format);
  if (found == nullptr && !format.empty()) {
    throw Error(ErrorCode::kUsage, "unknown bitext format \"" + std::string(format) + "\"");
  }
  if (found == nullptr) found = FindBySuffix(BitextFormats(), path);
  BitextInput input{path, nullptr,
                    [folder = fs::path(path).parent_path()](const std::string& name) {
                      return OpenIfPresent(folder / name);
                    }};
  // A Moses corpus is named by its stem, which need not be a file.
  if (found != nullptr && found->name == "moses") return found->open(std::move(input), options);
  input.main = OpenPlainFile(path);
  if (found == nullptr) {
    std::string head = ReadHead(*input.main, kHeadSize);
    found = FormatOfContent(head);
    input.main = Prepend(std::move(head), std::move(input.main));
  }
  if (found == nullptr) {
    throw Error(ErrorCode::kBadInput, {path}, "is in no bitext format that is known; name one");
  }
  return found->open(std::move(input), options);
}

}  // namespace calque::internal
