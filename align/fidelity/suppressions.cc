#include "align/fidelity/suppressions.h"

#include <algorithm>

#include "align/base/spacing.h"
#include "align/base/utf8.h"
#include "align/fidelity/categories.h"
#include "align/io/byte_source.h"
#include "align/io/line_reader.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

constexpr std::string_view kAny = "*";
constexpr std::size_t kFields = 4;

std::vector<std::string> Fields(std::string_view line) {
  std::vector<std::string> fields;
  for (std::size_t i = 0; i + 1 < kFields; ++i) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return {};
    fields.emplace_back(TrimSpace(line.substr(0, tab)));
    line.remove_prefix(tab + 1);
  }
  fields.emplace_back(TrimSpace(line));
  return fields;
}

}  // namespace

Suppressions Suppressions::Parse(std::string_view bytes, const std::string& name) {
  Suppressions read;
  const auto source = OpenMemory(bytes, name);
  LineReader lines(*source);
  while (const auto line = lines.Next()) {
    if (TrimSpace(*line).empty() || line->starts_with('#')) continue;
    const std::vector<std::string> fields = Fields(*line);
    if (fields.empty() || std::ranges::any_of(fields, &std::string::empty)) {
      throw Error(ErrorCode::kBadInput, lines.location(),
                  "a suppression needs category, document, text and reason, separated by tabs; `*` "
                  "stands for any of the first three");
    }
    if (fields[0] != kAny && FindCategory(fields[0]) == nullptr) {
      throw Error(ErrorCode::kBadInput, lines.location(),
                  "unknown category `" + fields[0] + "`; see `man calque-check`");
    }
    read.lines_.push_back(
        {fields[0], fields[1], SingleSpaced(fields[2]), lines.location().ToString()});
  }
  return read;
}

bool Suppressions::Matches(const Line& line, const Bitext& bitext,
                           const std::vector<std::string>& names, const Finding& finding) {
  const auto holds = [&](ByteSpan span, const Document& document) {
    return SingleSpaced(span.In(document.text)).find(line.text) != std::string::npos;
  };
  const auto is_named = [&](const std::string& id) { return line.document == id; };
  return (line.category == kAny || line.category == finding.category) &&
         (line.document == kAny || is_named(bitext.id) || is_named(bitext.source.id) ||
          is_named(bitext.target.id) || std::ranges::any_of(names, is_named)) &&
         (line.text == kAny || holds(finding.source, bitext.source) ||
          holds(finding.target, bitext.target));
}

std::size_t Suppressions::Apply(Bitext* bitext, const std::vector<std::string>& names) {
  return std::erase_if(bitext->findings, [&](const Finding& finding) {
    const auto line = std::find_if(lines_.begin(), lines_.end(), [&](const Line& entry) {
      return Matches(entry, *bitext, names, finding);
    });
    if (line == lines_.end()) return false;
    ++line->applied;
    return true;
  });
}

std::vector<std::string> Suppressions::Unused() const {
  std::vector<std::string> unused;
  for (const Line& line : lines_) {
    if (line.applied == 0) unused.push_back(line.place + ": this suppression never applied");
  }
  return unused;
}

}  // namespace calque::internal
