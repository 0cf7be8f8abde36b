#include "align/export/findings.h"

#include <algorithm>
#include <array>

#include "align/base/utf8.h"
#include "align/export/findings_writers.h"
#include "align/io/compression.h"
#include "align/io/suffix.h"

namespace calque::internal {
namespace {

constexpr float kLikely = 0.5F;
// Programs sort and cut by probability themselves.
constexpr float kConceivable = 0.05F;

template <auto make>
std::unique_ptr<FindingsWriter> OnMain(ExportTarget& target) {
  return make(target.Main());
}

constexpr std::array kFormats = {
    FindingsFormat{"html", ".html", kLikely, &MakeFindingsHtmlWriter},
    FindingsFormat{"jsonl", ".jsonl", kConceivable, &OnMain<&MakeFindingsJsonlWriter>},
    FindingsFormat{"sarif", ".sarif .sarif.json", kLikely, &OnMain<&MakeFindingsSarifWriter>},
    FindingsFormat{"summary", ".tsv", kLikely, &OnMain<&MakeFindingsSummaryWriter>},
    FindingsFormat{"text", ".txt", kLikely, &OnMain<&MakeFindingsTextWriter>},
};

}  // namespace

const FindingsFormat* FindFindingsFormat(std::string_view name) {
  return FindByName(kFormats, name);
}

const FindingsFormat* FindingsFormatOfFile(std::string_view path) {
  return FindBySuffix(kFormats, WithoutCompression(FileNameOf(path)));
}

std::uint32_t ParagraphAt(std::uint32_t offset, const Document& document) {
  const auto after = std::partition_point(
      document.paragraphs.begin(), document.paragraphs.end(),
      [&](const Paragraph& paragraph) { return paragraph.span.begin <= offset; });
  const auto before = static_cast<std::uint32_t>(after - document.paragraphs.begin());
  return std::max(before, std::uint32_t{1});
}

LineTable::LineTable(std::string_view text) : text_(text), begins_{0} {
  // As of a file: a lone CR ends the lines of a text that has no LF.
  const char mark = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  for (std::size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + 1)) {
    begins_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

std::uint32_t LineTable::LineAt(std::uint32_t offset) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
  return static_cast<std::uint32_t>(after - begins_.begin());
}

std::uint32_t LineTable::ColumnAt(std::uint32_t offset) const {
  const std::uint32_t begin = BeginOf(LineAt(offset));
  return static_cast<std::uint32_t>(CodePointCount(text_.substr(begin, offset - begin))) + 1;
}

std::uint64_t FileLineOf(const CheckedPair& pair, const Finding& finding) {
  const Bitext& bitext = pair.bitext;
  if (pair.lines.size() != bitext.beads.size()) return 0;
  const bool of_source = finding.target.empty();
  const Document& document = of_source ? bitext.source : bitext.target;
  const std::uint32_t at = (of_source ? finding.source : finding.target).begin;
  for (std::size_t i = 0; i < bitext.beads.size(); ++i) {
    const IndexRange<Sentence> range = of_source ? bitext.beads[i].source : bitext.beads[i].target;
    if (range.empty()) continue;
    const ByteSpan span = document.SpanOf(range);
    if (at >= span.begin && at <= span.end) return pair.lines[i];
  }
  return 0;
}

FindingPlaces::FindingPlaces(const CheckedPair& pair)
    : places_(pair.places), source_(pair.bitext.source.text), target_(pair.bitext.target.text) {}

std::uint32_t FindingPlaces::LineOf(const Finding& finding) const {
  return finding.target.empty() ? source_.LineAt(finding.source.begin)
                                : target_.LineAt(finding.target.begin);
}

ByteSpan FindingPlaces::Shown(ByteSpan span, const LineTable& table) const {
  if (places_ == CheckedPair::Places::kDocuments || span.empty()) return span;
  const std::uint32_t begin = table.BeginOf(table.LineAt(span.begin));
  return {span.begin - begin, span.end - begin};
}

}  // namespace calque::internal
