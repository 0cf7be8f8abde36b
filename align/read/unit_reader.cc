#include "align/read/unit_reader.h"

#include <utility>

#include "align/base/language_tag.h"
#include "align/base/utf8.h"

namespace calque::internal {

std::optional<Bitext> UnitReader::Next() {
  while (std::optional<HeadedUnit> unit = NextUnit()) {
    for (const UnitSide* side : {&unit->unit.source, &unit->unit.target}) {
      if (!side->edited) continue;
      LeaveOut("text-edited", "spans of sentences whose text was edited left out", {name_});
    }
    const std::uint64_t line = unit->line;
    std::optional<Bitext> complete = assembler_.Add(std::move(*unit), name_);
    if (complete) complete_lines_ = std::exchange(lines_, {});
    lines_.push_back(line);
    if (complete) return complete;
  }
  complete_lines_ = std::exchange(lines_, {});
  return assembler_.Finish();
}

void UnitReader::LeaveOut(std::string_view code, std::string_view what, const Location& location) {
  auto found = omissions_.find(code);
  if (found == omissions_.end()) {
    found = omissions_.emplace(code, Omission{std::string(what), 0, location}).first;
  }
  ++found->second.count;
}

std::vector<Diagnostic> UnitReader::Diagnostics() const {
  std::vector<Diagnostic> diagnostics = remarks_;
  for (const auto& [code, omission] : omissions_) {
    diagnostics.push_back(
        {code, omission.what + ": " + std::to_string(omission.count), omission.first});
  }
  return diagnostics;
}

UnitSide SideFromText(std::string_view text, std::string_view sentences) {
  UnitSide side;
  side.text = TrimSpace(OneLine(text));
  auto spans = ParseSentences(sentences, side.text);
  side.edited = !spans && !sentences.empty();
  side.sentences = spans ? *std::move(spans)
                         : std::vector<ByteSpan>{{0, static_cast<std::uint32_t>(side.text.size())}};
  return side;
}

std::optional<ChosenSides> ChooseSides(const std::vector<std::string>& languages,
                                       const BitextReadOptions& asked,
                                       const std::string& original) {
  const std::size_t none = languages.size();
  const auto first = [&](const std::string& wanted, std::size_t taken) {
    std::size_t i = 0;
    while (i < none && (i == taken || !IsLanguage(languages[i], wanted))) ++i;
    return i;
  };
  ChosenSides sides{none, none};
  if (asked.source_language.empty() && !asked.target_language.empty()) {
    // The target takes first what it was asked to be; the original may have been just that.
    sides.target = first(asked.target_language, none);
    if (sides.target == none) return std::nullopt;
    const bool is_original = IsLanguage(languages[sides.target], original);
    sides.source = first(original, sides.target);
    if (sides.source == none && is_original) sides.source = first({}, sides.target);
  } else {
    sides.source = first(asked.source_language.empty() ? original : asked.source_language, none);
    sides.target = first(asked.target_language, sides.source);
  }
  if (sides.source == none || sides.target == none) return std::nullopt;
  return sides;
}

}  // namespace calque::internal
