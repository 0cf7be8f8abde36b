// The files and streams a verb writes bitexts to. Every file appears whole or not at all.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "align/export/export_file.h"
#include "calque/bitext.h"
#include "tools/calque/arguments.h"

namespace calque::tools {

inline constexpr Option kOutput = {"output", 'o', "FILE", "Write FILE, in the format of its suffix",
                                   {},       true};
inline constexpr Option kFormat = {
    "format", 'f', "NAME", "Write this format to standard output; `help` lists them", "tsv"};

class Outputs {
 public:
  // What --output and --format say; without both, the default format goes to standard output.
  // Throws Error: kUsage for a format nobody knows, kCannotWrite for a file that cannot be opened.
  explicit Outputs(const Arguments& arguments);

  void Write(const Bitext& bitext);
  // Completes every file and puts it in its place; what each could not hold, for the user.
  [[nodiscard]] std::vector<std::string> Finish();

 private:
  struct Sink {
    std::string name;
    std::unique_ptr<internal::ExportFile> file;
  };
  std::vector<Sink> sinks_;
};

// Whether the user asks for the list of formats, which is then printed.
[[nodiscard]] bool PrintedFormats(const Arguments& arguments);

}  // namespace calque::tools
