#include "tools/calque/line_pairs.h"

#include "align/io/charset.h"
#include "calque/error.h"

namespace calque::tools {

LinePairs ReadLinePairs(std::string bytes, const std::string& name) {
  const internal::DecodedText decoded = internal::DecodeText(std::move(bytes), name);
  LinePairs pairs;
  pairs.diagnostics = decoded.diagnostics;
  std::string_view rest = decoded.text;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++pairs.count;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos && !line.empty()) {
      throw Error(ErrorCode::kBadInput, {name, pairs.count},
                  "has no tab; each line is source<TAB>target");
    }
    pairs.source += line.substr(0, tab);
    pairs.source += '\n';
    if (tab != std::string_view::npos) {
      const std::string_view target = line.substr(tab + 1);
      pairs.target += target.substr(0, target.find('\t'));
    }
    pairs.target += '\n';
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
