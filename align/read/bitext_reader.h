// Readers of files that hold bitexts. One file a format (bitext_*.cc), all listed in
// bitext_formats.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/io/byte_source.h"
#include "calque/bitext.h"

namespace calque::internal {

// Gives bitexts one at a time; memory does not grow with their number.
class BitextReader {
 public:
  virtual ~BitextReader() = default;
  // Nothing at the end. Throws Error{kBadInput} with the place where the file is not of its format.
  [[nodiscard]] virtual std::optional<Bitext> Next() = 0;
  // The lines of the file that the beads of the last bitext begin in; empty where that is not
  // known.
  [[nodiscard]] virtual std::vector<std::uint64_t> BeadLines() const { return {}; }
  // What was met and left out, once each: `unit-incomplete: 3 units without …`. Complete after the
  // last Next().
  [[nodiscard]] virtual std::vector<Diagnostic> Diagnostics() const { return {}; }
};

// What texts are in that no file names a language of; the files of a corpus share it, as one of
// them may be too short to tell.
struct FoundLanguages {
  std::string source;
  std::string target;
};

struct BitextReadOptions {
  // BCP 47; needed where the file does not name its languages, and to choose two where it holds
  // more. Empty: what the file says.
  std::string source_language;
  std::string target_language;
  // Where not null, languages that neither this nor the file names are told by the text.
  FoundLanguages* found = nullptr;
};

// Where a reader finds its bytes. Formats of several files open the others by name, relative to the
// folder of the first; a null pointer where there is no such file.
struct BitextInput {
  std::string path;  // for messages, and to tell the names of sibling files
  std::unique_ptr<ByteSource> main;
  std::function<std::unique_ptr<ByteSource>(const std::string& name)> open_sibling;
};

// What the name of a corpus names.
enum class MainFile : std::uint8_t {
  kFile,
  kFileOrFolder,  // a folder leaves `BitextInput::main` null
  kNone,          // a stem that files are named after; `main` is null
};

struct BitextFormat {
  std::string_view name;      // `tmx`
  std::string_view suffixes;  // `.tmx`, several separated by blanks
  std::string_view summary;   // for --help
  MainFile main;
  std::unique_ptr<BitextReader> (*open)(BitextInput input, const BitextReadOptions& options);
};

// Sorted by name.
[[nodiscard]] std::span<const BitextFormat> BitextFormats();
// Null where there is none.
[[nodiscard]] const BitextFormat* FindBitextFormat(std::string_view name);

// Opens `path` (`-`: standard input) as `format`, or as what its suffix or else its first bytes say
// where `format` is empty; compressed files are unpacked (compression.h). Throws Error: kUsage for
// an unknown format, kMissingInput, kBadInput where the format cannot be told.
[[nodiscard]] std::unique_ptr<BitextReader> OpenBitextFile(const std::string& path,
                                                           std::string_view format,
                                                           const BitextReadOptions& options);

}  // namespace calque::internal
