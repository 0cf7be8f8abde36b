// The two files, one a language, of formats that are pairs of files: `x.en` and `x.fr`.
#pragma once

#include <ostream>
#include <string>

#include "align/export/exporter.h"
#include "align/export/one_pair.h"

namespace calque::internal {

// The language as part of the name of a file: `und` where it may not be one as it is.
[[nodiscard]] std::string NameForFile(const std::string& language);

class TextPair {
 public:
  // The files are named by the languages of the first bitext without their regions, `suffix`
  // behind; `source` and `target` where the languages are equal or no names for files.
  TextPair(ExportTarget& target, std::string suffix)
      : target_(target), suffix_(std::move(suffix)) {}

  // Throws Error{kBadInput} where the languages are not those of the first bitext: the files would
  // not be of one language each.
  void Check(const std::string& bitext, const std::string& source, const std::string& target);

  // Without a bitext the files are there too, empty, as `source` and `target`.
  void End();

  // After Check().
  [[nodiscard]] std::ostream& source() { return *source_; }
  [[nodiscard]] std::ostream& target() { return *target_text_; }

 private:
  void Open(const LanguageNames& names);

  ExportTarget& target_;
  std::string suffix_;
  OnePair languages_;
  std::ostream* source_ = nullptr;
  std::ostream* target_text_ = nullptr;
};

}  // namespace calque::internal
