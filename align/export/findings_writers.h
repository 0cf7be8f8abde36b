// The maker of each findings format, for the table in findings.cc, and the places they share.
#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string_view>
#include <vector>

#include "align/export/findings.h"

namespace calque::internal {

// From 1; that of the last paragraph that begins at or before the offset.
[[nodiscard]] std::uint32_t ParagraphAt(std::uint32_t offset, const Document& document);

[[nodiscard]] std::unique_ptr<FindingsWriter> MakeFindingsHtmlWriter(ExportTarget& target);
[[nodiscard]] std::unique_ptr<FindingsWriter> MakeFindingsJsonlWriter(std::ostream& out);
[[nodiscard]] std::unique_ptr<FindingsWriter> MakeFindingsSarifWriter(std::ostream& out);
[[nodiscard]] std::unique_ptr<FindingsWriter> MakeFindingsSummaryWriter(std::ostream& out);
[[nodiscard]] std::unique_ptr<FindingsWriter> MakeFindingsTextWriter(std::ostream& out);

// Where lines begin in a text.
class LineTable {
 public:
  explicit LineTable(std::string_view text);
  // From 1.
  [[nodiscard]] std::uint32_t LineAt(std::uint32_t offset) const;
  [[nodiscard]] std::uint32_t BeginOf(std::uint32_t line) const { return begins_[line - 1]; }
  // From 1, in code points.
  [[nodiscard]] std::uint32_t ColumnAt(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> begins_;
};

// Line tables of both sides, and where a finding is.
// The line of the file of bitexts where a finding is; 0 where that is not known.
[[nodiscard]] std::uint64_t FileLineOf(const CheckedPair& pair, const Finding& finding);

class FindingPlaces {
 public:
  explicit FindingPlaces(const CheckedPair& pair);
  [[nodiscard]] const LineTable& source() const { return source_; }
  [[nodiscard]] const LineTable& target() const { return target_; }
  // Of the target span, or of the source span where the target's is empty; from 1.
  [[nodiscard]] std::uint32_t LineOf(const Finding& finding) const;
  // `span` as the reader of the pair counts it: from the start of its document, or of its line.
  [[nodiscard]] ByteSpan Shown(ByteSpan span, const LineTable& table) const;

 private:
  CheckedPair::Places places_;
  LineTable source_;
  LineTable target_;
};

}  // namespace calque::internal
