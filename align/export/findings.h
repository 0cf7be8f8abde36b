// Writers of findings: what `check` puts out. One file a format, all listed in findings.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/export/exporter.h"
#include "calque/bitext.h"

namespace calque::internal {

// A checked bitext and where it came from.
struct CheckedPair {
  const Bitext& bitext;
  std::string source_name;  // file or archive member, for locations
  std::string target_name;
  // What a finding is located by: a place in the two documents, or, where each bead is a line of
  // one file, the line and a place in its fields.
  enum class Places : std::uint8_t { kDocuments, kLines } places = Places::kDocuments;
  // Whether the text of a side is that of its file, as of plain text. Of what was read from markup
  // or out of a bitext lines say nothing; its paragraphs are as `calque segment` parts them.
  bool source_is_plain = true;
  bool target_is_plain = true;
  // The file of bitexts that it is from, empty for two documents, and the lines that its beads
  // begin in, where they are known.
  std::string file = {};
  std::vector<std::uint64_t> lines = {};
};

// Writes the findings of a stream of pairs; memory does not grow with their number.
class FindingsWriter {
 public:
  virtual ~FindingsWriter() = default;
  virtual void Begin() {}
  virtual void Write(const CheckedPair& pair) = 0;
  virtual void End() {}
};

struct FindingsFormat {
  std::string_view name;      // `jsonl`
  std::string_view suffixes;  // of its files, separated by blanks
  float least_probability;    // of the findings its readers want, unless the user says otherwise
  std::unique_ptr<FindingsWriter> (*make)(ExportTarget& target);
};

// Null where there is none.
[[nodiscard]] const FindingsFormat* FindFindingsFormat(std::string_view name);
// By its suffix, one of compression left aside. Null where there is none.
[[nodiscard]] const FindingsFormat* FindingsFormatOfFile(std::string_view path);

}  // namespace calque::internal
