#include "tools/calque/line_pairs.h"

#include <string_view>
#include <utility>

#include "align/base/split.h"
#include "align/io/charset.h"
#include "align/read/tsv_layout.h"
#include "calque/error.h"

namespace calque::tools {

namespace {

// Takes the next line, without its end, off the front of `rest`.
std::string_view TakeLine(std::string_view* rest) {
  const std::size_t end = rest->find('\n');
  std::string_view line = rest->substr(0, end);
  rest->remove_prefix(end == std::string_view::npos ? rest->size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

LinePairs ReadLinePairs(std::string bytes, const std::string& name) {
  const internal::DecodedText decoded = internal::DecodeText(std::move(bytes), name);
  LinePairs pairs;
  pairs.diagnostics = decoded.diagnostics;
  std::string_view rest = decoded.text;
  std::string_view ahead = rest;
  const std::string_view first = TakeLine(&ahead);
  internal::TsvLayout layout(internal::kTsvHeader, 3, {});
  const bool has_header =
      layout.TakeFirstLine(internal::Split(first, '\t'), internal::Split(TakeLine(&ahead), '\t'));
  for (Diagnostic remark : layout.remarks()) {
    remark.location = {name, 1};
    pairs.diagnostics.push_back(std::move(remark));
  }
  std::uint64_t further = 0;
  Location first_further;
  while (!rest.empty()) {
    std::string_view line = TakeLine(&rest);
    ++pairs.count;
    if (line.find('\t') == std::string_view::npos && !line.empty()) {
      throw Error(ErrorCode::kBadInput, {name, pairs.count},
                  "has no tab; each line is source<TAB>target");
    }
    if (has_header && pairs.count == 1) line = {};  // lines keep their numbers
    const std::vector<std::string_view> fields = internal::Split(line, '\t');
    const bool differs = layout.named() > 0 && !line.empty() && fields.size() != layout.named();
    if (differs || layout.HasFurther(fields)) {
      if (further++ == 0) first_further = {name, pairs.count};
    }
    (pairs.source += layout.FieldOf(fields, internal::TsvColumn::kSource)) += '\n';
    (pairs.target += layout.FieldOf(fields, internal::TsvColumn::kTarget)) += '\n';
  }
  if (further > 0) {
    const std::string_view what = layout.named() > 0
                                      ? "lines of more or fewer columns than the first"
                                      : internal::kTsvFurther;
    pairs.diagnostics.push_back({layout.named() > 0 ? "columns-differ" : "columns-further",
                                 std::string(what) + ": " + std::to_string(further),
                                 first_further});
  }
  return pairs;
}

std::vector<Bead> OneToOne(std::uint32_t count) {
  std::vector<Bead> beads(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    beads[i].source = {i, i + 1};
    beads[i].target = {i, i + 1};
    beads[i].score = 1.0F;
  }
  return beads;
}

}  // namespace calque::tools
