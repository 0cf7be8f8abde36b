// The files and streams a verb writes bitexts to. Every file appears whole or not at all.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/export/export_file.h"
#include "calque/bitext.h"
#include "calque/error.h"
#include "tools/calque/arguments.h"

namespace calque::tools {

inline constexpr Option kOutput = {"output", 'o', "FILE", "Write FILE, in the format of its suffix",
                                   {},       true};
inline constexpr Option kFormat = {
    .name = "format",
    .letter = 'f',
    .value = "NAME",
    .help = "Write this format to standard output; `help` lists them",
    .default_value = "tsv",
    .names = NamesOf::kExportFormats,
    .also = "help"};

class Outputs {
 public:
  // What --output and --format say; without both, the default format goes to standard output.
  // `part` of a divided corpus is written to files of its own: `corpus.dev.tmx` for `corpus.tmx`,
  // or in the folder of the format. Throws Error: kUsage for a format nobody knows, for a file that
  // is named twice and for a part on standard output, kCannotWrite for a file that cannot be
  // opened.
  // Nor is anything written over `inputs`, by default the operands.
  explicit Outputs(const Arguments& arguments, std::string_view part = {});
  Outputs(const Arguments& arguments, std::string_view part, const internal::InputGuard& inputs);

  void Write(const Bitext& bitext) { Write(bitext, bitext); }
  // `in_place` are the same beads in whole documents, for formats that need those.
  void Write(const Bitext& bitext, const Bitext& in_place);
  // The bitext of a line that calque wrote itself; read only where a format needs it.
  void WriteLine(std::string_view line, const Location& location);
  [[nodiscard]] bool NeedWholeTexts() const;
  // Whether no output says anything of words, names and findings.
  [[nodiscard]] bool HoldBeadsAlone() const;
  // Completes every file and puts it in its place; what each could not hold, for the user.
  [[nodiscard]] std::vector<std::string> Finish();
  // After Finish(): the files there are now.
  [[nodiscard]] std::vector<std::string> Written() const;

 private:
  struct Sink {
    std::string name;
    std::unique_ptr<internal::ExportFile> file;
    internal::ExportTrait trait = internal::ExportTrait::kNone;
    std::string remark = {};  // on where it is, for the user
  };
  std::vector<Sink> sinks_;
};

// The folder of each --output whose format is a dataset folder with a card.
[[nodiscard]] std::vector<std::string> CardFolders(const Arguments& arguments);

// Whether the user asks for the list of formats, which is then printed.
[[nodiscard]] bool PrintedFormats(const Arguments& arguments);
// The same for the formats that --input names.
[[nodiscard]] bool PrintedReadableFormats(const Arguments& arguments);

}  // namespace calque::tools
